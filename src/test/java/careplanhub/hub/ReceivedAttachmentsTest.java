package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.ParcelRules;
import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.ledger.Reception;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another office sent under a wrong name never reaches an inbox; what came with it does. */
class ReceivedAttachmentsTest {
  private static final OfficeNumber OFFICE = new OfficeNumber("9910000011");
  private static final OfficeNumber SENDER = new OfficeNumber("9970000001");
  private static final byte[] PROGRAM = {'M', 'Z', 0, 1};
  private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void wrongOnesGoIntoQuarantineAndTheOthersOn() throws Exception {
    OfficeFolders folders = new OfficeFolders(folder, Directory.empty());
    Path error = Files.createDirectories(folders.error(OFFICE));
    ReceivedAttachments received =
        new ReceivedAttachments(
            folders,
            new DurableFiles(new RealFiles()),
            new ParcelRules(HubSettings.defaults().attachments(), office -> false));
    IncomingWork work =
        work(
            new NamedBytes("計画書.pdf", PDF),
            new NamedBytes("写真.jpg", PROGRAM),
            new NamedBytes("道具.exe", PROGRAM),
            new NamedBytes("../../表.xlsx", new byte[] {'P', 'K', 3, 4}));

    received.screen(work);
    IncomingWork screened = received.screen(work);

    assertEquals(
        List.of("計画書.pdf", "連絡文_9970000001_20261201101500.txt"),
        screened.beside().files().stream().map(NamedBytes::name).toList());
    assertEquals(List.of(), screened.files());
    assertEquals(
        List.of("HUB-32", "HUB-31", "HUB-31"),
        screened.beside().reports().stream()
            .map(report -> report.findings().get(0).code())
            .toList());
    assertEquals(6, count(error), "each once, beside its reason");
    assertArrayEquals(PROGRAM, Files.readAllBytes(error.resolve("r1_写真.jpg.隔離")));
    assertTrue(
        Files.readString(error.resolve("r1_写真.jpg.隔離.txt")).contains("HUB-32"), "the reason");
  }

  private static long count(Path error) throws IOException {
    try (Stream<Path> files = Files.list(error)) {
      return files.count();
    }
  }

  private static IncomingWork work(NamedBytes... files) {
    Reception reception =
        new Reception(
            "r1",
            "relay",
            "p1",
            OFFICE,
            SENDER,
            "よろしく",
            "20261201101500",
            Reception.State.FETCHED,
            Instant.EPOCH,
            List.of(),
            0,
            null);
    return new IncomingWork(reception, List.of(files), List.of(), List.of(), Map.of());
  }
}
