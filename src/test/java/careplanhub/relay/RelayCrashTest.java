package careplanhub.relay;

import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.security.OfficeKey;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Checkpoints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay that is killed at any durable step loses no parcel and doubles none: the sender and the
 * receiver repeat what had no answer, and everything is there exactly once.
 */
class RelayCrashTest {
  private static final int CONTENT_BYTES = 1_500_000;

  private static final List<String> CHECKPOINTS =
      List.of(
          "relay-chunk-kept",
          "relay-chunk-kept#2",
          "relay-upload-read",
          "relay-parcel-accepted",
          "relay-fetch-noted",
          "relay-parcel-acknowledged");

  @TempDir Path directory;

  private final Deque<String> checkpoints = new ArrayDeque<>(CHECKPOINTS);
  private final byte[] content = new byte[CONTENT_BYTES];
  private RelayFixture fixture;
  private RelayProcess relay;
  private RelayClient helpers;
  private RelayClient support;
  private int crashes;

  /** One call that is repeated until it has an answer. */
  @FunctionalInterface
  private interface Step {
    JsonNode call() throws Exception;
  }

  /** Each relay that is started is to halt at the next checkpoint; the last one at none. */
  @Test
  void killedAtEveryDurableStepEveryParcelIsThereExactlyOnce() throws Exception {
    new Random(9).nextBytes(content);
    Arrays.fill(content, 0, 64, (byte) '2');
    fixture = new RelayFixture(directory, Clock.systemUTC());
    startRelay();
    try {
      int parcels = 0;
      while (crashes < CHECKPOINTS.size()) {
        assertTrue(parcels < CHECKPOINTS.size(), "a checkpoint was not reached: " + checkpoints);
        exchangeOneParcel();
        parcels++;
      }

      JsonNode sent = helpers.get("/v1/sent").get("entries");
      assertEquals(parcels, sent.size());
      sent.forEach(entry -> assertEquals("済", entry.get("downloadStatus").asText()));
      assertEquals(
          2 * parcels, RelayInside.allChunks(directory), "nothing of a broken upload is left");
      assertTrue(RelayInside.firstBrokenLink(directory).isEmpty());
    } finally {
      relay.close();
    }
  }

  private void exchangeOneParcel() throws Exception {
    UUID id = UUID.randomUUID();
    JsonNode receipt = untilAnswered(() -> helpers.send(parcel(id)));
    JsonNode waiting = untilAnswered(() -> support.get("/v1/received?waiting=true"));
    assertEquals(1, waiting.get("entries").size());
    JsonNode fetched = untilAnswered(() -> support.get("/v1/parcels/" + id));
    assertArrayEquals(content, fetched.get("files").get(0).get("content").binaryValue());
    untilAnswered(
        () ->
            support.post(
                "/v1/parcels/" + id + "/acknowledgement",
                RelayClient.JSON.createObjectNode().put("receipt", new byte[] {1})));
    assertEquals(receipt, untilAnswered(() -> helpers.send(parcel(id))));
  }

  private JsonNode untilAnswered(Step step) throws Exception {
    for (int attempt = 0; attempt <= CHECKPOINTS.size(); attempt++) {
      try {
        return step.call();
      } catch (IOException noAnswer) {
        assertEquals(Checkpoints.HALT_STATUS, relay.exitStatus());
        crashes++;
        startRelay();
      }
    }
    throw new IllegalStateException("There is no answer after all crashes either.");
  }

  private void startRelay() throws Exception {
    relay = RelayProcess.start(directory, checkpoints.poll());
    helpers = client(fixture.helpers());
    support = client(fixture.support());
  }

  private RelayClient client(OfficeKey key) throws Exception {
    RelayClient client = new RelayClient(relay.port(), key, fixture.authority().certificate());
    OfficeNumber office = new OfficeNumber(key.officeNumber());
    client.login(office.value(), String.valueOf(RelayFixture.passwordOf(office)));
    return client;
  }

  private ObjectNode parcel(UUID id) {
    ObjectNode parcel = RelayClient.result(id, HELPERS.value(), SUPPORT.value(), "");
    ((ObjectNode) parcel.get("files").get(0)).put("content", content);
    return parcel;
  }
}
