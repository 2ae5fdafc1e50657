package careplanhub.relay;

import careplanhub.security.RandomSecret;
import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that are good now. They live in memory only: after a restart every client logs in
 * again. Only their hashes are held, each bound to the certificate it was given to. Safe for use
 * from several threads.
 */
final class Tokens {
  /** So that clients that refresh at the same moment do not end each other's token. */
  private static final int ACCESS_TOKENS = 4;

  private final RelaySettings.Login settings;
  private final Clock clock;
  private final Map<OfficeNumber, Deque<Session>> sessions = new HashMap<>();

  Tokens(RelaySettings.Login settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What a client is given; a refresh gives the same refresh token again. */
  record Issued(
      String accessToken,
      String refreshToken,
      Instant issuedAt,
      Instant accessUntil,
      Instant refreshUntil) {
    Duration accessTime() {
      return Duration.between(issuedAt, accessUntil);
    }

    Duration refreshTime() {
      return Duration.between(issuedAt, refreshUntil);
    }
  }

  private record AccessToken(String hash, Instant until) {}

  /** One login: its refresh token and the newest of its access tokens. */
  private record Session(
      String fingerprint,
      String refreshHash,
      Instant refreshUntil,
      Deque<AccessToken> accessTokens) {
    void add(AccessToken token) {
      while (accessTokens.size() >= ACCESS_TOKENS) {
        accessTokens.removeFirst();
      }
      accessTokens.addLast(token);
    }

    boolean accepts(String presentedBy, String hash, Instant now) {
      return fingerprint.equals(presentedBy)
          && accessTokens.stream()
              .anyMatch(token -> token.hash().equals(hash) && now.isBefore(token.until()));
    }
  }

  /** Begins a login of this office through the certificate of this fingerprint. */
  synchronized Issued begin(OfficeNumber office, String fingerprint) {
    Instant now = clock.instant();
    String access = RandomSecret.token();
    String refresh = RandomSecret.token();
    Instant refreshUntil = now.plus(settings.refreshTokenTime());
    Instant accessUntil = now.plus(settings.accessTokenTime());
    Deque<Session> own = sessions.computeIfAbsent(office, number -> new ArrayDeque<>());
    own.removeIf(session -> !now.isBefore(session.refreshUntil()));
    while (own.size() >= settings.maximumTokens()) {
      own.removeFirst();
    }
    Session session = new Session(fingerprint, hash(refresh), refreshUntil, new ArrayDeque<>());
    session.add(new AccessToken(hash(access), accessUntil));
    own.addLast(session);
    return new Issued(access, refresh, now, accessUntil, refreshUntil);
  }

  /** A new access token for a refresh token; a few former ones stay good until their time. */
  synchronized Issued refresh(OfficeNumber office, String fingerprint, String refreshToken) {
    Instant now = clock.instant();
    String wanted = hash(refreshToken);
    for (Session session : sessions.getOrDefault(office, new ArrayDeque<>())) {
      if (session.refreshHash().equals(wanted)
          && session.fingerprint().equals(fingerprint)
          && now.isBefore(session.refreshUntil())) {
        String access = RandomSecret.token();
        Instant accessUntil = earlier(now.plus(settings.accessTokenTime()), session.refreshUntil());
        session.add(new AccessToken(hash(access), accessUntil));
        return new Issued(access, refreshToken, now, accessUntil, session.refreshUntil());
      }
    }
    throw new Refusal(RefusalCode.TOKEN_INVALID);
  }

  /** Passes when the access token was given to this office and certificate and is not too old. */
  synchronized void check(OfficeNumber office, String fingerprint, @Nullable String accessToken) {
    if (accessToken != null) {
      Instant now = clock.instant();
      String wanted = hash(accessToken);
      for (Session session : sessions.getOrDefault(office, new ArrayDeque<>())) {
        if (session.accepts(fingerprint, wanted, now)) {
          return;
        }
      }
    }
    throw new Refusal(RefusalCode.TOKEN_INVALID);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Looking a hash up takes the same time whatever part of a guessed token is right. */
  private static String hash(String token) {
    return Sha256.of(token);
  }
}
