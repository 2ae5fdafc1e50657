package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a login needs a one-time password, and whether the one given is good. How it
 * reaches the person (mail, an app) is the region's choice. Called from several threads.
 */
@FunctionalInterface
public interface SecondFactor {
  /** What a second factor says to a login whose password was right. */
  enum Verdict {
    /** No one-time password is needed, or the one given is good. */
    GOOD,
    /** One is needed and none was given; if it has to be sent to the person, this sends it. */
    NEEDED,
    /** The one given is wrong or too old. */
    WRONG
  }

  /**
   * Judges one login.
   *
   * @param office whose user logs in
   * @param oneTimePassword what the login carried; null when it carried none
   */
  Verdict judge(OfficeNumber office, @Nullable String oneTimePassword);

  /** No login needs a one-time password. */
  static SecondFactor none() {
    return (office, oneTimePassword) -> Verdict.GOOD;
  }
}
