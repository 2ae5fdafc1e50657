package careplanhub.channel.fax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import careplanhub.office.FaxAccess;
import careplanhub.office.FaxGatewaySettings;
import careplanhub.office.FaxSendingSettings;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a FAX server sees, and what a kill leaves: nothing half, and the control file last. */
class FaxFilesTest {
  private static final byte[] PAGES = {1, 2, 3};
  private static final FaxFiles.Ask ASK =
      new FaxFiles.Ask(
          "0123456789ab-1", new OfficeNumber("9970000001"), new FaxAccess("03-0000-0001", null), 4);

  @TempDir Path hub;

  @Test
  void theServerSeesNothingBeforeItIsHandedOn() throws Exception {
    FaxFiles files = files();
    files.lay(ASK, PAGES);
    assertEquals(List.of(), visible());

    files.handOn(ASK);
    files.handOn(ASK);
    assertEquals(List.of("0123456789ab-1.ctl", "0300000001_0123456789ab-1.tif"), visible());
    assertArrayEquals(PAGES, Files.readAllBytes(out().resolve("0300000001_0123456789ab-1.tif")));
    assertEquals(
        "宛先=0300000001 4 0300000001_0123456789ab-1.tif 9970000001",
        Files.readString(out().resolve("0123456789ab-1.ctl"), Charset.forName("windows-31j")));
  }

  @Test
  void aKillBetweenTheTwoFilesIsMadeGoodWithoutTheFirstAgain() throws Exception {
    FaxFiles files = files();
    files.lay(ASK, PAGES);
    Files.move(
        out().resolve(".0300000001_0123456789ab-1.tif.part"),
        out().resolve("0300000001_0123456789ab-1.tif"));
    Files.delete(out().resolve("0300000001_0123456789ab-1.tif"));

    files.handOn(ASK);
    assertEquals(List.of("0123456789ab-1.ctl"), visible(), "what the server took stays taken");
  }

  @Test
  void aFolderThatIsGoneIsNotMadeAnew() throws Exception {
    FaxFiles files = files();
    Files.delete(out());
    assertThrows(IOException.class, () -> files.lay(ASK, PAGES));
    assertEquals(false, Files.exists(out()));
    assertEquals(true, files.trouble().contains("faxSending.gateway.folder"));
  }

  private FaxFiles files() throws IOException {
    Files.createDirectories(out());
    FaxSendingSettings shipped = HubSettings.defaults().faxSending();
    FaxGatewaySettings gateway = shipped.gateway();
    FaxSendingSettings settings =
        new FaxSendingSettings(
            FaxSendingSettings.Way.FOLDER,
            shipped.scanInterval(),
            shipped.format(),
            shipped.resolution(),
            shipped.attempts(),
            shipped.retryDelay(),
            shipped.reportWait(),
            shipped.maximumJobs(),
            shipped.mistake(),
            new FaxGatewaySettings(
                gateway.folder(),
                gateway.fileName(),
                "{job}.ctl",
                "宛先={number} {pages} {file} {office}",
                gateway.controlCharset(),
                "",
                gateway.sentReports(),
                gateway.failedReports(),
                gateway.maximumReportSize()),
            shipped.mail());
    return new FaxFiles(settings, hub, new DurableFiles(new RealFiles()));
  }

  private Path out() {
    return hub.resolve("fax/out");
  }

  private List<String> visible() throws IOException {
    try (Stream<Path> all = Files.list(out())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
