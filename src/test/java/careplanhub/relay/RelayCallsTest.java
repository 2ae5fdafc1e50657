package careplanhub.relay;

import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the calls of the interface do, seen by a client of the network. */
class RelayCallsTest {
  private static final String CONTENT = "202407,\"9900000001\",合成データ\r\n";

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private RelayClient helpers;
  private RelayClient support;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory, clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    helpers = fixture.loggedIn(relay, fixture.helpers());
    support = fixture.loggedIn(relay, fixture.support());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void aParcelGoesToItsAddresseeAndItsReceiptBack() throws Exception {
    UUID id = UUID.randomUUID();
    JsonNode receipt = helpers.send(parcel(id));
    assertEquals(id.toString(), receipt.get("parcelId").asText());
    assertEquals(clock.instant().toString(), receipt.get("acceptedAt").asText());

    JsonNode waiting = support.get("/v1/received?waiting=true").get("entries").get(0);
    assertEquals(id.toString(), waiting.get("parcelId").asText());
    assertEquals("4月分です", waiting.get("message").asText());
    assertEquals(HELPERS.value(), waiting.get("from").get("officeNumber").asText());
    assertEquals("試験訪問介護", waiting.get("from").get("name").asText());
    assertEquals("未", waiting.get("dataStatus").asText());
    JsonNode file = waiting.get("files").get(0);
    assertEquals("登録", file.get("kind").asText());
    assertEquals("11: 訪問介護", file.get("serviceType").asText());
    assertEquals("202407", file.get("csvVersion").asText());
    assertEquals(CONTENT.getBytes(StandardCharsets.UTF_8).length, file.get("size").asInt());

    JsonNode fetched = support.get("/v1/parcels/" + id);
    assertEquals(
        CONTENT,
        new String(
            fetched.get("files").get(0).get("content").binaryValue(), StandardCharsets.UTF_8));
    assertEquals("済", support.get("/v1/received").get("entries").get(0).get("dataStatus").asText());
    JsonNode sent = helpers.get("/v1/sent").get("entries").get(0);
    assertEquals("済", sent.get("downloadStatus").asText());
    assertEquals("43: 居宅介護支援", sent.get("files").get(0).get("serviceType").asText());
    assertFalse(sent.has("acknowledgedAt"));

    acknowledge(id, "signed".getBytes(StandardCharsets.UTF_8));

    assertEquals(0, support.get("/v1/received?waiting=true").get("entries").size());
    JsonNode seen = helpers.get("/v1/sent").get("entries").get(0);
    assertEquals("signed", new String(seen.get("receipt").binaryValue(), StandardCharsets.UTF_8));
    assertEquals(clock.instant().toString(), seen.get("acknowledgedAt").asText());
  }

  @Test
  void theSameParcelSentAgainGetsTheSameReceiptAndIsThereOnce() throws Exception {
    UUID id = UUID.randomUUID();
    JsonNode first = helpers.send(parcel(id));
    clock.advance(Duration.ofMinutes(5));

    ObjectNode again = parcel(id);
    again.put("evidenceHead", "b".repeat(64));

    assertEquals(first, helpers.send(again));
    assertEquals(1, support.get("/v1/received").get("entries").size());
  }

  @Test
  void anotherContentUnderTheSameIdIsRefusedAlsoFromAnotherOffice() throws Exception {
    UUID id = UUID.randomUUID();
    helpers.send(parcel(id));

    assertRefused(
        "PARCEL_CONFLICT",
        helpers.send(RelayClient.result(id, HELPERS.value(), SUPPORT.value(), "202407,other\r\n")));
    assertRefused(
        "PARCEL_CONFLICT", support.send(RelayClient.parcel(id, HELPERS.value(), "a.pdf", "%PDF-")));
    assertEquals(1, support.get("/v1/received").get("entries").size());
  }

  @Test
  void anotherOfficesParcelIsAsIfThereWereNone() throws Exception {
    UUID id = UUID.randomUUID();
    helpers.send(parcel(id));
    RelayClient dayCare = fixture.loggedIn(relay, fixture.dayCare());

    JsonNode foreign = dayCare.get("/v1/parcels/" + id);

    assertRefused("PARCEL_UNKNOWN", foreign);
    assertEquals(foreign, dayCare.get("/v1/parcels/" + UUID.randomUUID()));
    assertEquals(foreign, helpers.get("/v1/parcels/" + id), "not even its sender fetches it");
    assertRefused(
        "PARCEL_UNKNOWN",
        dayCare.post(
            "/v1/parcels/" + id + "/acknowledgement", RelayClient.JSON.createObjectNode()));
    assertEquals(0, dayCare.get("/v1/received").get("entries").size());
    assertEquals(0, dayCare.get("/v1/sent").get("entries").size());
  }

  @Test
  void nothingIsAcknowledgedBeforeItWasFetched() throws Exception {
    UUID id = UUID.randomUUID();
    helpers.send(parcel(id));

    assertRefused(
        "NOT_FETCHED",
        support.post(
            "/v1/parcels/" + id + "/acknowledgement", RelayClient.JSON.createObjectNode()));
  }

  @Test
  void theFirstAcknowledgementCounts() throws Exception {
    UUID id = UUID.randomUUID();
    helpers.send(parcel(id));
    support.get("/v1/parcels/" + id);
    JsonNode first = acknowledge(id, new byte[] {1});
    clock.advance(Duration.ofHours(1));
    support.refresh();

    assertEquals(first, acknowledge(id, new byte[] {2}));
    helpers.refresh();
    JsonNode seen = helpers.get("/v1/sent").get("entries").get(0);
    assertEquals(1, seen.get("receipt").binaryValue()[0]);
  }

  @Test
  void businessErrorsSayWhatToDoInJapanese() throws Exception {
    UUID id = UUID.randomUUID();
    assertRefused(
        "ADDRESSEE_UNKNOWN",
        helpers.send(RelayClient.result(id, HELPERS.value(), "9910000099", "202407\r\n")));
    assertRefused(
        "FILE_KIND_REFUSED",
        helpers.send(RelayClient.parcel(id, SUPPORT.value(), "program.exe", "x")));
    assertRefused(
        "FILE_KIND_REFUSED",
        helpers.send(RelayClient.parcel(id, SUPPORT.value(), "list.csv", "x")));
    assertRefused(
        "FILE_NAME_REFUSED",
        helpers.send(RelayClient.parcel(id, SUPPORT.value(), "../a.pdf", "x")));
    assertRefused(
        "FILE_NAME_REFUSED",
        helpers.send(RelayClient.parcel(id, SUPPORT.value(), "a\u0000.pdf", "x")));
    assertRefused(
        "FILE_ADDRESS_REFUSED",
        helpers.send(
            RelayClient.parcel(
                id,
                SUPPORT.value(),
                "UPJSK_202604_9910000033_15_" + SUPPORT + "_43_20260501101500.CSV",
                "x")));
    ObjectNode empty = parcel(id);
    empty.putArray("files");
    assertRefused("NO_FILE", helpers.send(empty));
    ObjectNode bell = parcel(id);
    bell.put("message", "a\u0007");
    assertRefused("MESSAGE_REFUSED", helpers.send(bell));
    assertEquals(0, support.get("/v1/received").get("entries").size());
  }

  @Test
  void anUnknownServiceTypeIsShownAsSuch() throws Exception {
    String name = "UPJSK_202604_" + HELPERS + "_ZZ_" + SUPPORT + "_43_20260501101500.CSV";
    helpers.send(RelayClient.parcel(UUID.randomUUID(), SUPPORT.value(), name, "202407,\r\n"));
    helpers.send(RelayClient.parcel(UUID.randomUUID(), SUPPORT.value(), "計画書.pdf", "%PDF-1.7"));

    JsonNode entries = support.get("/v1/received").get("entries");

    assertEquals("XX: 不明", entries.get(0).get("files").get(0).get("serviceType").asText());
    JsonNode pdf = entries.get(1).get("files").get(0);
    assertEquals("XX: 不明", pdf.get("serviceType").asText());
    assertEquals("PDF", pdf.get("kind").asText());
    assertEquals("", pdf.get("csvVersion").asText());
  }

  @Test
  void listsComeInPages() throws Exception {
    for (int count = 0; count < 5; count++) {
      helpers.send(parcel(UUID.randomUUID()));
    }

    JsonNode first = support.get("/v1/received?limit=3");
    JsonNode second = support.get("/v1/received?limit=3&after=" + first.get("next").asText());

    assertEquals(3, first.get("entries").size());
    assertEquals(2, second.get("entries").size());
    assertFalse(second.has("next"));
  }

  @Test
  void anAcknowledgedParcelIsDeletedAfterTheSetTimeAndItsReceiptStillKnown() throws Exception {
    UUID id = UUID.randomUUID();
    JsonNode receipt = helpers.send(parcel(id));
    UUID waiting = UUID.randomUUID();
    helpers.send(parcel(waiting));
    support.get("/v1/parcels/" + id);
    acknowledge(id, new byte[] {1});
    relay.close();
    clock.advance(Duration.ofDays(7).plusSeconds(1));

    relay = fixture.start(RelaySettings.defaults(), clock);
    RelayClient sender = fixture.loggedIn(relay, fixture.helpers());
    RelayClient receiver = fixture.loggedIn(relay, fixture.support());

    Eventually.holds(() -> sender.get("/v1/sent").get("entries").size() == 1);
    assertRefused("PARCEL_UNKNOWN", receiver.get("/v1/parcels/" + id));
    assertEquals(receipt, sender.send(parcel(id)), "a very late repetition");
    assertEquals(
        waiting.toString(),
        receiver.get("/v1/received").get("entries").get(0).get("parcelId").asText());
    assertTrue(RelayInside.chunksOf(directory, id).isEmpty());
    assertTrue(RelayInside.firstBrokenLink(directory).isEmpty());
  }

  @Test
  void whatIsNoCallOfTheInterfaceIsASystemError() throws Exception {
    assertEquals(404, helpers.statusOfGet("/v2/sent"));
    assertEquals(405, helpers.statusOfGet("/v1/login"));
    assertEquals(400, helpers.statusOfPost("/v1/parcels", "no json"));
    assertEquals(400, helpers.statusOfPost("/v1/parcels", "{\"parcelId\":\"x\"}"));
    assertEquals(400, helpers.statusOfPost("/v1/login", "{}"));
    assertEquals(400, helpers.statusOfGet("/v1/sent?after=-1"));
    assertEquals(413, helpers.statusOfPost("/v1/login", " ".repeat(70_000) + "{}"));
  }

  private JsonNode acknowledge(UUID id, byte[] receipt) throws Exception {
    return support.post(
        "/v1/parcels/" + id + "/acknowledgement",
        RelayClient.JSON.createObjectNode().put("receipt", receipt));
  }

  private static ObjectNode parcel(UUID id) {
    return RelayClient.result(id, HELPERS.value(), SUPPORT.value(), CONTENT);
  }

  static void assertRefused(String code, JsonNode answer) {
    assertEquals(code, answer.path("errorCode").asText());
    assertTrue(answer.get("message").asText().endsWith("。"));
  }
}
