package careplanhub.relay;

import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.OfficeNumber;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the administrator sets beside a running relay holds from the next call on. */
class RelayAdministrationTest {
  private static final String PASSWORD = String.valueOf(RelayFixture.passwordOf(HELPERS));

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private RelayAdministration administration;
  private RelayClient helpers;
  private RelayClient support;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory, clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    administration = RelayAdministration.open(directory, clock);
    helpers = fixture.loggedIn(relay, fixture.helpers());
    support = fixture.loggedIn(relay, fixture.support());
  }

  @AfterEach
  void stop() {
    administration.close();
    relay.close();
  }

  @Test
  void aLicenceHoldsFromItsFirstDayToItsLast() throws Exception {
    LocalDate today = Standings.today(clock);
    administration.license(HELPERS, today.plusDays(1), today.plusDays(2));
    assertRefused("LICENCE_NOT_YET_VALID", helpers.get("/v1/sent"));
    assertRefused("LICENCE_NOT_YET_VALID", helpers.login(HELPERS.value(), PASSWORD));

    clock.advance(Duration.ofDays(2));
    assertTrue(helpers.login(HELPERS.value(), PASSWORD).has("accessToken"));
    assertTrue(helpers.get("/v1/sent").has("entries"));

    clock.advance(Duration.ofDays(1));
    assertRefused("LICENCE_EXPIRED", helpers.login(HELPERS.value(), PASSWORD));
    administration.license(HELPERS, null, null);
    assertTrue(helpers.login(HELPERS.value(), PASSWORD).has("accessToken"));
  }

  @Test
  void aLockedOfficeIsKeptOutAndNothingIsSentToItUntilItIsUnlocked() throws Exception {
    helpers.send(parcel(UUID.randomUUID()));
    administration.lock(SUPPORT);

    assertRefused("OFFICE_LOCKED", support.get("/v1/received"));
    assertRefused("ADDRESSEE_INACTIVE", helpers.send(parcel(UUID.randomUUID())));

    administration.unlock(SUPPORT);
    assertEquals(1, support.get("/v1/received").get("entries").size());
  }

  @Test
  void wrongPasswordsLockOverARestartUntilTheAdministratorUnlocks() throws Exception {
    for (int count = 0; count < 5; count++) {
      assertRefused("LOGIN_FAILED", helpers.login(HELPERS.value(), "wrong"));
    }
    relay.close();
    relay = fixture.start(RelaySettings.defaults(), clock);
    helpers = fixture.client(relay, fixture.helpers());
    assertRefused("LOGIN_LOCKED", helpers.login(HELPERS.value(), PASSWORD));

    administration.unlock(HELPERS);

    assertTrue(helpers.login(HELPERS.value(), PASSWORD).has("accessToken"));
  }

  @Test
  void theQuotaOfADayEndsWithTheDayAndARepetitionDoesNotCount() throws Exception {
    administration.allow(HELPERS, 2L, null);
    UUID first = UUID.randomUUID();
    assertTrue(helpers.send(parcel(first)).has("receiptId"));
    assertTrue(helpers.send(parcel(first)).has("receiptId"));
    assertTrue(helpers.send(parcel(UUID.randomUUID())).has("receiptId"));
    assertRefused("PARCELS_OF_DAY_USED_UP", helpers.send(parcel(UUID.randomUUID())));
    assertTrue(helpers.send(parcel(first)).has("receiptId"), "what it has it says also now");
    assertEquals(2, line(HELPERS).sentToday());

    clock.advance(Duration.ofDays(1));
    helpers.login(HELPERS.value(), PASSWORD);
    assertEquals(0, line(HELPERS).sentToday());
    assertTrue(helpers.send(parcel(UUID.randomUUID())).has("receiptId"));
  }

  @Test
  void whatIsDeletedGivesItsRoomBack() throws Exception {
    UUID id = UUID.randomUUID();
    ObjectNode parcel = parcel(id);
    helpers.send(parcel);
    long size = line(HELPERS).storedBytes();
    assertEquals(parcel.get("files").get(0).get("content").binaryValue().length, size);
    assertEquals(1, line(SUPPORT).waiting());
    administration.allow(HELPERS, null, size + 1);
    assertRefused("STORAGE_USED_UP", helpers.send(parcel(UUID.randomUUID())));

    support.get("/v1/parcels/" + id);
    support.post("/v1/parcels/" + id + "/acknowledgement", RelayClient.JSON.createObjectNode());
    clock.advance(Duration.ofDays(8));
    relay.close();
    relay = fixture.start(RelaySettings.defaults(), clock);
    helpers = fixture.loggedIn(relay, fixture.helpers());

    Eventually.holds(() -> line(HELPERS).storedBytes() == 0);
    assertTrue(helpers.send(parcel(UUID.randomUUID())).has("receiptId"));
  }

  @Test
  void aOneTimePasswordOfAnApplicationIsGoodOnce() throws Exception {
    String secret = administration.requireOneTimePassword(HELPERS);
    assertNotNull(secret);
    assertTrue(line(HELPERS).asksOneTimePassword());
    assertRefused("ONE_TIME_PASSWORD_NEEDED", helpers.login(HELPERS.value(), PASSWORD));
    String shown = shownBy(secret);
    assertRefused("ONE_TIME_PASSWORD_WRONG", login(shown.equals("000000") ? "000001" : "000000"));
    assertTrue(login(shown).has("accessToken"));
    assertRefused("ONE_TIME_PASSWORD_WRONG", login(shown));
    clock.advance(Duration.ofSeconds(30));
    assertTrue(login(shownBy(secret)).has("accessToken"));

    administration.releaseOneTimePassword(HELPERS);
    assertTrue(helpers.login(HELPERS.value(), PASSWORD).has("accessToken"));
  }

  @Test
  void anOfficeThatIsNotRegisteredCannotBeSet() throws Exception {
    OfficeNumber nobody = new OfficeNumber("9910000099");
    assertFalse(administration.lock(nobody));
    assertFalse(administration.unlock(nobody));
    assertFalse(administration.license(nobody, null, null));
    assertFalse(administration.allow(nobody, 1L, 1L));
    assertEquals(null, administration.requireOneTimePassword(nobody));
  }

  private JsonNode login(String oneTimePassword) throws Exception {
    return helpers.post(
        "/v1/login",
        RelayClient.JSON
            .createObjectNode()
            .put("userId", HELPERS.value())
            .put("password", PASSWORD)
            .put("oneTimePassword", oneTimePassword));
  }

  private String shownBy(String secret) throws Exception {
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(
            new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), clock.instant());
  }

  private RelayAdministration.OfficeLine line(OfficeNumber office) {
    return administration.offices().stream()
        .filter(line -> line.number().equals(office))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode parcel(UUID id) {
    return RelayClient.result(id, HELPERS.value(), SUPPORT.value(), "202407,\"9900000001\"\r\n");
  }

  private static void assertRefused(String code, JsonNode answer) {
    assertEquals(code, answer.path("errorCode").asText(), answer.toString());
  }
}
