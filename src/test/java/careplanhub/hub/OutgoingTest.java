package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import careplanhub.ledger.Arrivals;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {
  private static final Instant NOON = Instant.parse("2026-01-05T03:00:00Z");
  private static final OfficeNumber OFFICE = new OfficeNumber("9910000011");
  private static final String SLIP = "UPPLAN_202601_9910000011_43_9920000027_11_20251227150000.CSV";

  @TempDir Path directory;

  /** A kill between the first and the last file of a unit must not tear the unit. */
  @Test
  void aUnitWhoseFirstFileCameBeforeTheHubStoppedWaitsForItsCompanionsAfterTheStart()
      throws Exception {
    HubFolder folder = new HubFolder(directory.resolve("hub"));
    new HubSetUp(Path.of("").toAbsolutePath(), new DurableFiles(new RealFiles()), at(NOON))
        .create(folder.root());
    Files.copy(Path.of("config/corporation.example.yaml"), folder.corporation());
    HubSettings settings = HubSettings.read(folder.settings());
    Duration settle = settings.intake().unitSettleTime();
    OfficeFolders folders = new OfficeFolders(folder.root(), Directory.read(folder.corporation()));
    Files.createDirectories(folders.outbox(OFFICE));
    try (Books books = Books.open(folder, at(NOON))) {
      ContentId content = books.vault().put("slip".getBytes(StandardCharsets.UTF_8));
      books
          .arrivals()
          .take(
              new Arrivals.Found(
                  OFFICE, SLIP, content, 4, FileName.parse(SLIP).unit().toString(), settle));
    }

    Instant afterTheNight = NOON.plus(Duration.ofHours(12));
    SettableTime time = new SettableTime(afterTheNight);
    try (Books books = Books.open(folder, time);
        DefaultCamelContext context = new DefaultCamelContext()) {
      AtomicLong nanoTime = new AtomicLong();
      Outgoing outgoing =
          new Outgoing(
              folders,
              settings,
              new SatelliteSets(Directory.empty()),
              unit -> true,
              books.arrivals(),
              books.units(),
              new Lanes(),
              time,
              nanoTime::get);

      assertNull(outgoing.claim(OFFICE.value(), new DefaultExchange(context)));

      time.now = afterTheNight.plus(Duration.ofHours(1));
      assertNull(
          outgoing.claim(OFFICE.value(), new DefaultExchange(context)), "the clock only jumped");

      Path companion = folders.outbox(OFFICE).resolve(SLIP.replace("UPPLAN", "UPSIKYU"));
      Files.createFile(companion);
      nanoTime.addAndGet(settle.toNanos());
      assertNull(
          outgoing.claim(OFFICE.value(), new DefaultExchange(context)), "one is still to be taken");

      Files.delete(companion);
      assertNotNull(outgoing.claim(OFFICE.value(), new DefaultExchange(context)));
    }
  }

  private static Clock at(Instant moment) {
    return Clock.fixed(moment, ZoneId.of("Asia/Tokyo"));
  }

  private static final class SettableTime extends Clock {
    private Instant now;

    SettableTime(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Tokyo");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
