package careplanhub.relay;

import careplanhub.security.Passwords;
import careplanhub.standard.OfficeNumber;
import org.jspecify.annotations.Nullable;

/**
 * Checks user id, password and second factor, and locks an office for a while after too many wrong
 * ones. Only the holder of an office's certificate can lock it. Safe for use from several threads.
 */
final class Logins {
  private final Offices offices;
  private final Tokens tokens;
  private final SecondFactor secondFactor;
  private final Standings standings;
  private final Attempts attempts;

  /** A hash takes many megabytes. */
  private final Object oneHashAtATime = new Object();

  Logins(
      Offices offices,
      Tokens tokens,
      SecondFactor secondFactor,
      Standings standings,
      Attempts attempts) {
    this.offices = offices;
    this.tokens = tokens;
    this.secondFactor = secondFactor;
    this.standings = standings;
    this.attempts = attempts;
  }

  /** Begins a login; a wrong one-time password counts like a wrong password. */
  Tokens.Issued login(
      OfficeNumber office,
      String fingerprint,
      String userId,
      String password,
      @Nullable String oneTimePassword) {
    attempts.count(office);
    if (!isRight(office, userId, password)) {
      throw new Refusal(RefusalCode.LOGIN_FAILED);
    }
    standings.require(office);
    SecondFactor.Verdict verdict = secondFactor.judge(office, oneTimePassword);
    if (verdict == SecondFactor.Verdict.WRONG) {
      throw new Refusal(RefusalCode.ONE_TIME_PASSWORD_WRONG);
    }
    attempts.forget(office);
    if (verdict == SecondFactor.Verdict.NEEDED) {
      throw new Refusal(RefusalCode.ONE_TIME_PASSWORD_NEEDED);
    }
    return tokens.begin(office, fingerprint);
  }

  private boolean isRight(OfficeNumber office, String userId, String password) {
    String hash = offices.passwordHash(office).orElse(null);
    synchronized (oneHashAtATime) {
      return hash != null
          && Passwords.verify(password.toCharArray(), hash)
          && userId.equals(office.value());
    }
  }
}
