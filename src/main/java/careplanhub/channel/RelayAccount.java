package careplanhub.channel;

import careplanhub.security.OfficeKey;
import careplanhub.security.Trust;

/**
 * With what an office speaks to the relay.
 *
 * @param key its client key and certificate
 * @param trust whose server certificates it believes
 * @param userId with which it logs in
 * @param password likewise; never logged
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RelayAccount(OfficeKey key, Trust trust, String userId, char[] password) {
  @Override
  public String toString() {
    return "RelayAccount " + key.fingerprint();
  }
}
