package careplanhub.relay;

import careplanhub.security.Passwords;
import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks user id, password and second factor, and locks an office for a while after too many wrong
 * ones. Only the holder of an office's certificate can lock it. Safe for use from several threads.
 */
final class Logins {
  private final Offices offices;
  private final Tokens tokens;
  private final SecondFactor secondFactor;
  private final RelaySettings.Login settings;
  private final Clock clock;

  /** A hash takes many megabytes. */
  private final Object oneHashAtATime = new Object();

  private final Map<OfficeNumber, Attempts> attempts = new HashMap<>();

  Logins(
      Offices offices,
      Tokens tokens,
      SecondFactor secondFactor,
      RelaySettings.Login settings,
      Clock clock) {
    this.offices = offices;
    this.tokens = tokens;
    this.secondFactor = secondFactor;
    this.settings = settings;
    this.clock = clock;
  }

  private record Attempts(int wrong, Instant last) {}

  /** Begins a login; a wrong one-time password counts like a wrong password. */
  Tokens.Issued login(
      OfficeNumber office,
      String fingerprint,
      String userId,
      String password,
      @Nullable String oneTimePassword) {
    countAttempt(office);
    if (!isRight(office, userId, password)) {
      throw new Refusal(RefusalCode.LOGIN_FAILED);
    }
    SecondFactor.Verdict verdict = secondFactor.judge(office, oneTimePassword);
    if (verdict == SecondFactor.Verdict.WRONG) {
      throw new Refusal(RefusalCode.ONE_TIME_PASSWORD_WRONG);
    }
    forgetAttempts(office);
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

  /** Counted before the password is looked at, so that parallel guesses do not get around it. */
  private synchronized void countAttempt(OfficeNumber office) {
    Instant now = clock.instant();
    Attempts former = attempts.get(office);
    if (former == null || !now.isBefore(former.last().plus(settings.lockTime()))) {
      former = new Attempts(0, now);
    }
    if (former.wrong() >= settings.attempts()) {
      throw new Refusal(RefusalCode.LOGIN_LOCKED);
    }
    attempts.put(office, new Attempts(former.wrong() + 1, now));
  }

  private synchronized void forgetAttempts(OfficeNumber office) {
    attempts.remove(office);
  }
}
