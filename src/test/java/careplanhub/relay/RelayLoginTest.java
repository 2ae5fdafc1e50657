package careplanhub.relay;

import static careplanhub.relay.RelayCallsTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.security.OfficeKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, their ends, and what wrong passwords lead to. */
class RelayLoginTest {
  private static final String OFFICE = RelayFixture.SUPPORT.value();
  private static final String PASSWORD =
      String.valueOf(RelayFixture.passwordOf(RelayFixture.SUPPORT));

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private RelayClient client;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory, clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    client = fixture.client(relay, fixture.support());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void anAccessTokenIsGoodForAnHourAndARefreshTokenForEight() throws Exception {
    assertRefused("TOKEN_INVALID", client.get("/v1/sent"));
    JsonNode tokens = client.login(OFFICE, PASSWORD);
    Instant begin = clock.instant();
    assertEquals(
        begin.plus(Duration.ofMinutes(60)).toString(), tokens.get("accessTokenUntil").asText());
    assertEquals(
        begin.plus(Duration.ofHours(8)).toString(), tokens.get("refreshTokenUntil").asText());

    clock.advance(Duration.ofMinutes(60).minusSeconds(1));
    assertTrue(client.get("/v1/sent").has("entries"));
    clock.advance(Duration.ofSeconds(1));
    assertRefused("TOKEN_INVALID", client.get("/v1/sent"));

    client.refresh();
    assertTrue(client.get("/v1/sent").has("entries"));
    clock.advance(Duration.ofHours(7));
    assertRefused("TOKEN_INVALID", client.refresh());
    client.login(OFFICE, PASSWORD);
    assertTrue(client.get("/v1/sent").has("entries"));
  }

  @Test
  void aTokenIsGoodForTheCertificateItWasGivenToOnly() throws Exception {
    client.login(OFFICE, PASSWORD);
    OfficeKey second = fixture.authority().issueOffice(OFFICE);
    RelayRegistration.addCertificate(directory, RelayFixture.SUPPORT, second.fingerprint());
    RelayClient sameOffice = fixture.client(relay, second);
    RelayClient otherOffice = fixture.client(relay, fixture.helpers());

    sameOffice.useAccessToken(client.accessToken());
    otherOffice.useAccessToken(client.accessToken());

    assertRefused("TOKEN_INVALID", sameOffice.get("/v1/sent"));
    assertRefused("TOKEN_INVALID", otherOffice.get("/v1/sent"));
    assertTrue(client.get("/v1/sent").has("entries"));
  }

  @Test
  void theUserIdIsTheOfficeOfTheCertificate() throws Exception {
    String other = RelayFixture.HELPERS.value();
    assertRefused("LOGIN_FAILED", client.login(other, PASSWORD));
    assertRefused(
        "LOGIN_FAILED",
        client.login(other, String.valueOf(RelayFixture.passwordOf(RelayFixture.HELPERS))));
  }

  @Test
  void wrongPasswordsLockTheOfficeForAWhileAndNoOther() throws Exception {
    for (int count = 0; count < 5; count++) {
      assertRefused("LOGIN_FAILED", client.login(OFFICE, "wrong"));
    }
    assertRefused("LOGIN_LOCKED", client.login(OFFICE, PASSWORD));
    fixture.loggedIn(relay, fixture.helpers());

    clock.advance(Duration.ofMinutes(15));

    assertTrue(client.login(OFFICE, PASSWORD).has("accessToken"));
  }

  @Test
  void onlySoManyLoginsOfAnOfficeAreGoodAtATime() throws Exception {
    RelaySettings defaults = RelaySettings.defaults();
    RelaySettings.Login login =
        new RelaySettings.Login(
            Duration.ofMinutes(60), Duration.ofHours(8), 2, 5, Duration.ofMinutes(15));
    relay.close();
    relay =
        fixture.start(
            new RelaySettings(
                defaults.listening(),
                login,
                defaults.limits(),
                defaults.quotas(),
                defaults.keeping()),
            clock);
    client = fixture.client(relay, fixture.support());
    RelayClient first = fixture.loggedIn(relay, fixture.support());
    client.login(OFFICE, PASSWORD);
    assertTrue(first.get("/v1/sent").has("entries"));
    client.login(OFFICE, PASSWORD);

    assertRefused("TOKEN_INVALID", first.get("/v1/sent"));
    assertTrue(client.get("/v1/sent").has("entries"));
  }
}
