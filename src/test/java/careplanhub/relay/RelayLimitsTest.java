package careplanhub.relay;

import static careplanhub.relay.RelayCallsTest.assertRefused;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.security.Tls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody makes the relay take more, or wait longer, than its settings say. */
class RelayLimitsTest {
  private static final int PARCEL_BYTES = 3_000_000;

  @TempDir static Path directory;

  private static RelayFixture fixture;
  private static RelayServer relay;
  private static RelayClient helpers;
  private static RelayClient support;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        directory.resolve("relay.yaml"),
        """
        listening: { idleTime: PT2S }
        limits: { parcelBytes: 3000000, filesPerParcel: 3, messageCharacters: 10, pageEntries: 2,
                  receiptBytes: 100 }
        """);
    fixture = new RelayFixture(directory, Clock.systemUTC());
    relay = fixture.start(RelaySettings.load(directory), Clock.systemUTC());
    helpers = fixture.loggedIn(relay, fixture.helpers());
    support = fixture.loggedIn(relay, fixture.support());
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @Test
  void aParcelOfTheGreatestSizePassesInSeveralChunksAndLeavesAsItCame() throws Exception {
    UUID id = UUID.randomUUID();
    byte[] content = new byte[PARCEL_BYTES];
    new Random(7).nextBytes(content);
    System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 5);
    ObjectNode parcel = RelayClient.parcel(id, SUPPORT.value(), "a.pdf", "");
    ((ObjectNode) parcel.get("files").get(0)).put("content", content);

    assertTrue(helpers.send(parcel).has("receiptId"));

    JsonNode fetched = support.get("/v1/parcels/" + id);
    assertArrayEquals(content, fetched.get("files").get(0).get("content").binaryValue());
    assertEquals(3, RelayInside.chunksOf(directory, id).size());
    support.post("/v1/parcels/" + id + "/acknowledgement", RelayClient.JSON.createObjectNode());
  }

  @Test
  void oneByteMoreIsRefusedAndNothingOfItIsKept() throws Exception {
    int before = RelayInside.allChunks(directory);
    ObjectNode parcel = RelayClient.parcel(UUID.randomUUID(), SUPPORT.value(), "a.pdf", "");
    ((ObjectNode) parcel.get("files").get(0)).put("content", new byte[PARCEL_BYTES + 1]);

    assertRefused("PARCEL_TOO_LARGE", helpers.send(parcel));
    assertEquals(before, RelayInside.allChunks(directory));
  }

  @Test
  void aBodyWithoutADeclaredLengthIsCutOffWhileItComes() throws Exception {
    int before = RelayInside.allChunks(directory);
    Endless endless =
        new Endless(
            "{\"parcelId\":\""
                + UUID.randomUUID()
                + "\",\"to\":\""
                + SUPPORT
                + "\",\"files\":[{\"name\":\"a.pdf\",\"content\":\"");

    try {
      JsonNode answer =
          RelayClient.JSON.readTree(
              helpers
                  .answer(
                      helpers
                          .request("/v1/parcels")
                          .POST(BodyPublishers.ofInputStream(() -> endless))
                          .build())
                  .body());
      assertRefused("PARCEL_TOO_LARGE", answer);
    } catch (IOException cutOffBeforeTheAnswerCouldBeRead) {
      assertTrue(endless.given > PARCEL_BYTES);
    }
    assertTrue(endless.given < 20L * PARCEL_BYTES, "the relay read on and on");
    Eventually.holds(() -> RelayInside.allChunks(directory) == before);
  }

  @Test
  void moreFilesThanAllowedAreRefused() throws Exception {
    ObjectNode parcel = RelayClient.parcel(UUID.randomUUID(), SUPPORT.value(), "0.pdf", "%PDF-");
    ArrayNode files = (ArrayNode) parcel.get("files");
    for (int number = 1; number < 4; number++) {
      files.addObject().put("name", number + ".pdf").put("content", new byte[] {1});
    }
    assertRefused("TOO_MANY_FILES", helpers.send(parcel));
  }

  @Test
  void aLongMessageNameOrReceiptIsRefused() throws Exception {
    UUID id = UUID.randomUUID();
    ObjectNode parcel = RelayClient.parcel(id, SUPPORT.value(), "a.pdf", "%PDF-");
    parcel.put("message", "あ".repeat(11));
    assertRefused("MESSAGE_TOO_LONG", helpers.send(parcel));
    assertRefused(
        "FILE_NAME_REFUSED",
        helpers.send(RelayClient.parcel(id, SUPPORT.value(), "a".repeat(147) + ".pdf", "%PDF-")));
    helpers.send(RelayClient.parcel(id, SUPPORT.value(), "a.pdf", "%PDF-"));
    support.get("/v1/parcels/" + id);
    assertRefused(
        "RECEIPT_TOO_LARGE",
        support.post(
            "/v1/parcels/" + id + "/acknowledgement",
            RelayClient.JSON.createObjectNode().put("receipt", new byte[101])));
  }

  @Test
  void aPageNeverHasMoreThanTheSettingSays() throws Exception {
    for (int count = 0; count < 3; count++) {
      helpers.send(RelayClient.parcel(UUID.randomUUID(), SUPPORT.value(), "a.pdf", "%PDF-"));
    }
    JsonNode page = helpers.get("/v1/sent?limit=1000");
    assertEquals(2, page.get("entries").size());
    assertTrue(page.has("next"));
  }

  @Test
  void aSenderThatStopsInTheMiddleIsCutOffAndLeavesNothing() throws Exception {
    int before = RelayInside.allChunks(directory);
    try (Socket socket =
        Tls.clientContext(fixture.helpers(), fixture.authority().certificate())
            .getSocketFactory()
            .createSocket("127.0.0.1", relay.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("POST /v1/parcels HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                      + "Authorization: Bearer "
                      + helpers.accessToken()
                      + "\r\n\r\n{\"files\":[{\"content\":\"AAAA")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    }
    assertEquals(before, RelayInside.allChunks(directory));
  }

  /** A JSON beginning and then Base64 for ever. */
  private static final class Endless extends InputStream {
    private final byte[] begin;
    private long given;

    Endless(String begin) {
      this.begin = begin.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      long place = given++;
      return place < begin.length ? begin[(int) place] : 'A';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int place = offset; place < offset + length; place++) {
        buffer[place] = (byte) read();
      }
      return length;
    }
  }
}
