package careplanhub.security;

import java.io.IOException;
import java.util.Map;

/** Notes every change to the keys together with the change itself. */
@FunctionalInterface
public interface KeyJournal {
  /** Writes the change's files. */
  @FunctionalInterface
  interface Change {
    void write() throws IOException;
  }

  /**
   * Notes what is done and does it; when it cannot be noted, it is not done.
   *
   * @param action words joined by hyphens, such as {@code key-imported}
   * @param subject an office's number or a file's name
   * @param details fingerprints, numbers and dates; no secret
   */
  void note(String action, String subject, Map<String, String> details, Change change)
      throws IOException;

  /** For folders of keys that belong to no hub. */
  static KeyJournal none() {
    return (action, subject, details, change) -> change.write();
  }
}
