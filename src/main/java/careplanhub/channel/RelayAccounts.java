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
}
