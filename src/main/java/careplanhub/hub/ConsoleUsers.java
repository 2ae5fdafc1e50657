package careplanhub.hub;

import careplanhub.security.Passwords;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to Hawtio: names and the hashes of their passwords ({@link Passwords}). There is
 * no built-in user and no default password; without users nobody gets in.
 *
 * <p>Safe for use by several threads. A hash costs memory, so only a few passwords are tried at a
 * time; further attempts at that moment are refused. A name that does not exist costs the same time
 * as one that does.
 */
final class ConsoleUsers {
  private static final int TRIED_AT_A_TIME = 2;
  private static final int LONGEST_PASSWORD = 1024;

  private final Map<String, String> hashes;
  private final String hashOfNobody = Passwords.hash(new char[0]);
  private final Semaphore trying = new Semaphore(TRIED_AT_A_TIME);

  /**
   * @param hashes the user's name → the hash of the password
   */
  ConsoleUsers(Map<String, String> hashes) {
    this.hashes = Map.copyOf(hashes);
  }

  boolean accepts(String name, char[] password) {
    if (password.length == 0 || password.length > LONGEST_PASSWORD || !trying.tryAcquire()) {
      return false;
    }
    try {
      @Nullable String hash = hashes.get(name);
      boolean matches = Passwords.verify(password, hash == null ? hashOfNobody : hash);
      return matches && hash != null;
    } finally {
      trying.release();
    }
  }
}
