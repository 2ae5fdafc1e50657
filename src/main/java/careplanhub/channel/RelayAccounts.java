package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.io.IOException;

/**
 * Gives each office's account at the relay, as it is at this moment: when a key file has changed,
 * the next call gets the new key. Safe for use from several threads.
 */
@FunctionalInterface
public interface RelayAccounts {
  /**
   * The account of an office.
   *
   * @throws IOException when the office has no key or password, or they cannot be read
   */
  RelayAccount accountOf(OfficeNumber office) throws IOException;

  /** The relay has let the office in with the certificate of this SHA-256 fingerprint. */
  default void accepted(OfficeNumber office, String fingerprint) {}

  /** The relay has not let the office in with it: if there is another, it is to be tried. */
  default void refused(OfficeNumber office, String fingerprint) {}
}
