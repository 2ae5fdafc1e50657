package careplanhub.relay;

import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/relay-api.yaml} says what the relay does, no more and no less. */
class RelayApiDescriptionTest {
  @TempDir static Path directory;

  private static ApiDescription description;
  private static RelayServer relay;
  private static RelayFixture fixture;

  @BeforeAll
  static void start() throws Exception {
    description = ApiDescription.read(Path.of("docs/relay-api.yaml"));
    fixture = new RelayFixture(directory, Clock.systemUTC());
    relay = fixture.start(RelaySettings.defaults(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @Test
  void itDescribesTheCallsThatThereAre() throws IOException {
    // None of them is called here.
    Operations operations =
        new Operations(null, null, null, null, null, RelaySettings.defaults().limits());
    Set<String> implemented =
        operations.all().stream()
            .map(call -> call.method() + " " + call.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(implemented, description.calls());
  }

  @Test
  void itNamesEveryBusinessError() {
    Set<String> codes =
        Arrays.stream(RefusalCode.values()).map(Enum::name).collect(Collectors.toSet());

    assertEquals(codes, description.errorCodes());
    for (String code : codes) {
      assertTrue(description.isMentionedByACall(code), code + " stands with no call");
    }
  }

  @Test
  void everyAnswerHasTheFieldsItSays() throws Exception {
    RelayClient helpers = fixture.client(relay, fixture.helpers());
    RelayClient support = fixture.loggedIn(relay, fixture.support());
    UUID id = UUID.randomUUID();
    ObjectNode parcel =
        RelayClient.result(id, HELPERS.value(), SUPPORT.value(), "202407,\"9900000001\"\r\n");
    String acknowledgement = "/v1/parcels/" + id + "/acknowledgement";
    ObjectNode receipt = RelayClient.JSON.createObjectNode().put("receipt", new byte[] {1});

    holds("login", helpers.login(HELPERS.value(), "wrong"));
    String password = String.valueOf(RelayFixture.passwordOf(HELPERS));
    holds("login", helpers.login(HELPERS.value(), password));
    holds("refresh", helpers.refresh());
    description.checkRequest("send", parcel);
    holds("send", helpers.send(parcel));
    holds("fetch", helpers.get("/v1/parcels/" + id));
    holds("acknowledge", support.post(acknowledgement, receipt));
    holds("received", support.get("/v1/received?limit=1"));
    holds("fetch", support.get("/v1/parcels/" + id));
    description.checkRequest("acknowledge", receipt);
    holds("acknowledge", support.post(acknowledgement, receipt));
    holds("received", support.get("/v1/received"));
    helpers.send(
        RelayClient.result(
            UUID.randomUUID(), HELPERS.value(), SUPPORT.value(), "202407,\"9900000002\"\r\n"));
    holds("sent", helpers.get("/v1/sent?limit=1"));
    holds("sent", helpers.get("/v1/sent"));
  }

  @Test
  void aFieldThatIsNotDescribedIsFound() {
    ObjectNode answer = RelayClient.JSON.createObjectNode();
    answer
        .put("parcelId", UUID.randomUUID().toString())
        .put("acknowledgedAt", "2026-05-01T00:00:00Z");
    assertEquals("", description.wrongInAnswer("acknowledge", answer));
    answer.put("more", 1);
    assertFalse(description.wrongInAnswer("acknowledge", answer).isEmpty());
    answer.remove("more");
    answer.remove("parcelId");
    assertFalse(description.wrongInAnswer("acknowledge", answer).isEmpty());
  }

  private static void holds(String operation, JsonNode answer) {
    assertEquals(
        "",
        description.wrongInAnswer(operation, answer),
        () -> operation.toLowerCase(Locale.ROOT) + " answered " + answer);
  }
}
