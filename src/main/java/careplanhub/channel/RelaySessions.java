package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The logins of the offices at the relay. Safe for use from several threads. */
final class RelaySessions {
  private final Clock clock;
  private final Duration refreshBefore;
  private final Duration pauseAfterRefusal;
  private final Map<OfficeNumber, Session> sessions = new HashMap<>();
  private final Map<OfficeNumber, Refused> refused = new HashMap<>();
  private final OneTimePasswords passwords;

  RelaySessions(
      Clock clock, Duration refreshBefore, Duration pauseAfterRefusal, OneTimePasswords passwords) {
    this.passwords = passwords;
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

  /** Why a login is not tried again before its time. */
  private record Refused(ChannelException.Reason reason, Instant until) {}

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
    Optional<Refused> pause = pauseOf(office);
    if (pause.isPresent()) {
      throw new ChannelException(pause.get().reason(), null);
    }
    Optional<String> given = passwords.take(office);
    if (given.isEmpty() && isWaiting(office)) {
      throw new ChannelException(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON, null);
    }
    return given;
  }

  synchronized LoginState stateOf(OfficeNumber office) {
    Optional<Refused> pause = pauseOf(office);
    if (pause.isPresent()) {
      return switch (pause.get().reason()) {
        case OFFICE_LOCKED, LICENCE_NOT_YET_VALID, LICENCE_EXPIRED -> LoginState.KEPT_OUT;
        default -> LoginState.LOGIN_REFUSED;
      };
    }
    return isWaiting(office) && !passwords.given().contains(office)
        ? LoginState.LOGIN_WAITS_FOR_PERSON
        : LoginState.READY;
  }

  /** Why offices cannot log in now, by office. */
  synchronized SortedMap<String, ChannelException.Reason> troubles() {
    SortedMap<String, ChannelException.Reason> troubles = new TreeMap<>();
    passwords
        .waiting()
        .forEach(
            login ->
                troubles.put(
                    login.office().value(), ChannelException.Reason.LOGIN_WAITS_FOR_PERSON));
    for (OfficeNumber office : refused.keySet()) {
      pauseOf(office).ifPresent(pause -> troubles.put(office.value(), pause.reason()));
    }
    return troubles;
  }

  synchronized void begin(OfficeNumber office, Session session) {
    sessions.put(office, session);
    refused.remove(office);
    passwords.done(office);
  }

  synchronized void end(OfficeNumber office) {
    sessions.remove(office);
  }

  synchronized void waitForPerson(OfficeNumber office) {
    sessions.remove(office);
    passwords.ask(office);
  }

  /** Wrong tries lock an account, so the next one waits a while. */
  synchronized void refuse(OfficeNumber office, ChannelException.Reason reason) {
    sessions.remove(office);
    refused.put(office, new Refused(reason, clock.instant().plus(pauseAfterRefusal)));
  }

  synchronized void tryAgain(OfficeNumber office) {
    refused.remove(office);
  }

  private boolean isWaiting(OfficeNumber office) {
    return passwords.waiting().stream().anyMatch(login -> login.office().equals(office));
  }

  /** A clock that was set back makes no pause longer. */
  private Optional<Refused> pauseOf(OfficeNumber office) {
    Instant now = clock.instant();
    return Optional.ofNullable(refused.get(office))
        .filter(pause -> now.isBefore(pause.until()))
        .filter(pause -> !pause.until().isAfter(now.plus(pauseAfterRefusal)));
  }
}
