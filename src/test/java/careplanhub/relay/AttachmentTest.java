package careplanhub.relay;

import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files travel beside CSV, and that none travels under another's name. */
class AttachmentTest {
  private static final int LARGEST = 1000;

  @TempDir static Path directory;

  private static RelayFixture fixture;
  private static RelayServer relay;
  private static RelayClient helpers;
  private static RelayClient support;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        directory.resolve("relay.yaml"),
        "limits: { attachmentBytes: " + LARGEST + ", otherKinds: [xlsx] }\n");
    fixture = new RelayFixture(directory, Clock.systemUTC());
    relay = fixture.start(RelaySettings.load(directory), Clock.systemUTC());
    helpers = fixture.loggedIn(relay, fixture.helpers());
    support = fixture.loggedIn(relay, fixture.support());
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @ParameterizedTest
  @CsvSource({
    "計画書.pdf, 255044462D312E37, PDF",
    "計画書.PDF, 255044462D312E37, PDF",
    "写真.jpg, FFD8FFE000104A46, 画像",
    "写真.jpeg, FFD8FFE1, 画像",
    "図.png, 89504E470D0A1A0A00, 画像",
    "頁.tif, 49492A0008000000, 画像",
    "頁.tiff, 4D4D002A00000008, 画像",
    "表.xlsx, 504B030414000600, その他"
  })
  void aFileThatIsWhatItsNameSaysIsCarried(String name, String hex, String kind) throws Exception {
    UUID id = UUID.randomUUID();

    JsonNode answer = helpers.send(parcel(id, name, HexFormat.of().parseHex(hex)));

    assertEquals("", answer.path("errorCode").asText());
    for (JsonNode entry : support.get("/v1/received").get("entries")) {
      if (entry.get("parcelId").asText().equals(id.toString())) {
        assertEquals(kind, entry.get("files").get(0).get("kind").asText());
        return;
      }
    }
    throw new AssertionError("the parcel is not listed");
  }

  @ParameterizedTest
  @CsvSource({
    "計画書.pdf, 4D5A9000, FILE_CONTENT_REFUSED",
    "計画書.pdf, 2550, FILE_CONTENT_REFUSED",
    "計画書.pdf, 20255044462D, FILE_CONTENT_REFUSED",
    "写真.jpg, 89504E470D0A1A0A, FILE_CONTENT_REFUSED",
    "図.png, FFD8FFE0, FILE_CONTENT_REFUSED",
    "表.xlsx, 3C68746D6C3E, FILE_CONTENT_REFUSED",
    "文書.docx, 504B0304, FILE_KIND_REFUSED",
    "道具.exe, 4D5A9000, FILE_KIND_REFUSED",
    "道具, 4D5A9000, FILE_KIND_REFUSED"
  })
  void anyOtherIsRefused(String name, String hex, String code) throws Exception {
    JsonNode answer = helpers.send(parcel(UUID.randomUUID(), name, HexFormat.of().parseHex(hex)));

    assertEquals(code, answer.path("errorCode").asText());
  }

  @Test
  void aProgramUnderTheNameOfACsvIsRefused() throws Exception {
    ObjectNode parcel =
        RelayClient.result(
            UUID.randomUUID(), RelayFixture.HELPERS.value(), SUPPORT.value(), "MZ\u0000\u0001");

    assertEquals("FILE_CONTENT_REFUSED", helpers.send(parcel).path("errorCode").asText());
  }

  @Test
  void anAttachmentHasItsGreatestSizeAndNotAByteMore() throws Exception {
    byte[] content = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), LARGEST + 1);
    assertEquals(
        "FILE_TOO_LARGE",
        helpers.send(parcel(UUID.randomUUID(), "a.pdf", content)).path("errorCode").asText());
    assertEquals(
        "",
        helpers
            .send(parcel(UUID.randomUUID(), "a.pdf", Arrays.copyOf(content, LARGEST)))
            .path("errorCode")
            .asText());
  }

  @Test
  void noSettingLetsAProgramThrough(@TempDir Path other) throws Exception {
    Files.writeString(other.resolve("relay.yaml"), "limits: { otherKinds: [exe] }\n");
    assertThrows(IOException.class, () -> RelaySettings.load(other));
  }

  private static ObjectNode parcel(UUID id, String name, byte[] content) {
    ObjectNode parcel = RelayClient.parcel(id, SUPPORT.value(), name, "");
    ((ObjectNode) parcel.get("files").get(0)).put("content", content);
    return parcel;
  }
}
