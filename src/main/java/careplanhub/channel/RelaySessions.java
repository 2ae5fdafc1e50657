package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logins of the offices at the relay. Safe for use from several threads. */
final class RelaySessions {
  private final Clock clock;
  private final Duration refreshBefore;
  private final Duration pauseAfterRefusal;
  private final Map<OfficeNumber, Session> sessions = new HashMap<>();
  private final Map<OfficeNumber, Instant> refusedUntil = new HashMap<>();
  private final Map<OfficeNumber, OneTimePassword> waiting = new HashMap<>();

  RelaySessions(Clock clock, Duration refreshBefore, Duration pauseAfterRefusal) {
    this.clock = clock;
    this.refreshBefore = refreshBefore;
    this.pauseAfterRefusal = pauseAfterRefusal;
  }

  /** Tokens and until when they are good, given to the certificate of this fingerprint. */
  record Session(
      String fingerprint,
      String accessToken,
      Instant accessUntil,
      String refreshToken,
      Instant refreshUntil) {}

  /** The one-time password that a login waits for; null as long as nobody gave it. */
  private record OneTimePassword(@Nullable String given) {}

  /** Whether a call of this office must log in or refresh first. */
  synchronized boolean isLoginNeeded(OfficeNumber office, String fingerprint) {
    Session session = sessions.get(office);
    return session == null
        || !session.fingerprint().equals(fingerprint)
        || !clock.instant().plus(refreshBefore).isBefore(session.accessUntil());
  }

  /** The access token; empty when there is none for this certificate. */
  synchronized Optional<String> accessToken(OfficeNumber office, String fingerprint) {
    return Optional.ofNullable(sessions.get(office))
        .filter(session -> session.fingerprint().equals(fingerprint))
        .map(Session::accessToken);
  }

  /** The refresh token; empty when only a new login helps. */
  synchronized Optional<String> refreshToken(OfficeNumber office, String fingerprint) {
    return Optional.ofNullable(sessions.get(office))
        .filter(session -> session.fingerprint().equals(fingerprint))
        .filter(session -> clock.instant().isBefore(session.refreshUntil()))
        .map(Session::refreshToken);
  }

  /**
   * Takes the one-time password that a person gave for the next login; it is used once.
   *
   * @return empty when none is needed, as far as is known
   * @throws ChannelException when it makes no sense to log in now
   */
  synchronized Optional<String> oneTimePasswordForLogin(OfficeNumber office)
      throws ChannelException {
    switch (stateOf(office)) {
      case LOGIN_REFUSED -> throw new ChannelException(ChannelException.Reason.LOGIN_REFUSED, null);
      case LOGIN_WAITS_FOR_PERSON ->
          throw new ChannelException(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON, null);
      case READY -> {
        OneTimePassword password = waiting.get(office);
        if (password == null) {
          return Optional.empty();
        }
        waiting.put(office, new OneTimePassword(null));
        return Optional.ofNullable(password.given());
      }
    }
    return Optional.empty();
  }

  synchronized LoginState stateOf(OfficeNumber office) {
    Instant refused = refusedUntil.get(office);
    if (refused != null && clock.instant().isBefore(refused)) {
      return LoginState.LOGIN_REFUSED;
    }
    OneTimePassword password = waiting.get(office);
    return password != null && password.given() == null
        ? LoginState.LOGIN_WAITS_FOR_PERSON
        : LoginState.READY;
  }

  synchronized void begin(OfficeNumber office, Session session) {
    sessions.put(office, session);
    refusedUntil.remove(office);
    waiting.remove(office);
  }

  synchronized void end(OfficeNumber office) {
    sessions.remove(office);
  }

  synchronized void waitForPerson(OfficeNumber office) {
    sessions.remove(office);
    waiting.put(office, new OneTimePassword(null));
  }

  synchronized void give(OfficeNumber office, String oneTimePassword) {
    waiting.put(office, new OneTimePassword(oneTimePassword));
  }

  /** Wrong tries lock an account, so the next one waits a while. */
  synchronized void refuse(OfficeNumber office) {
    sessions.remove(office);
    refusedUntil.put(office, clock.instant().plus(pauseAfterRefusal));
  }

  synchronized void tryAgain(OfficeNumber office) {
    refusedUntil.remove(office);
  }
}
