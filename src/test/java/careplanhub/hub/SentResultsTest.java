package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.Parcel;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction is made from what partners hold, however it was written for them. */
class SentResultsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final OfficeNumber SERVICE = new OfficeNumber("9970000002");
  private static final String ROW =
      ",999901,9900000001,20261201,202611,9980000001,\"\",250,,20261107,,%s,%s,1,111111,%s,"
          + "9970000002,\"\",,0,9970000002,\r\n";

  @TempDir Path directory;

  @Test
  void whatWentInADialectOrInV3CountsLikeTheRest() throws Exception {
    assertHeld(
        "UPJSK_202611_9970000002_11_9980000001_43_20261201101500.csv",
        "202410" + ROW.formatted("9:00", "10:00", ",,\"\","));
    assertHeld(
        "UPJSK_202611_9970000002_9980000001_20261201101500.CSV",
        "202208" + ROW.formatted("0900", "1000", ""));
  }

  private void assertHeld(String name, String text) throws Exception {
    HubFolder folder = new HubFolder(directory.resolve(name));
    Clock clock = Clock.fixed(Instant.parse("2026-12-01T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
    new HubSetUp(Path.of("").toAbsolutePath(), new DurableFiles(new RealFiles()), clock)
        .create(folder.root());
    try (Books books = Books.open(folder, clock)) {
      pack(books, name, text.getBytes(MS932), clock);
      SentResults sent =
          new SentResults(
              books.arrivals(),
              books.parcels(),
              books.vault(),
              new Rewriting(ReadOptions.tolerant()),
              office -> List.of(new ServiceTypeCode(office.equals(SERVICE) ? "11" : "43")));
      List<String> held =
          sent.of(SERVICE, "202611").values().stream()
              .flatMap(List::stream)
              .map(row -> row.get("csvVersion") + " " + row.get("serviceStart"))
              .toList();
      assertEquals(List.of("202407 0900"), held, name);
    }
  }

  private static void pack(Books books, String name, byte[] content, Clock clock) throws Exception {
    FileName parsed = FileName.parse(name);
    ContentId kept = books.vault().put(content);
    books
        .arrivals()
        .take(
            new Arrivals.Found(
                SERVICE, name, kept, content.length, parsed.unit().toString(), Duration.ZERO));
    OutgoingUnit unit = books.units().open(SERVICE).get(0);
    Parcel parcel =
        new Parcel(
            "parcel",
            unit.id(),
            parsed.from(),
            parsed.to(),
            parsed.serial(),
            "relay",
            Parcel.State.READY,
            clock.instant(),
            0,
            List.of(new Parcel.ParcelEntry(name, kept, parsed.version().csvVersion())),
            null,
            null,
            null);
    books.parcels().pack(unit, List.of(parcel), Map.of());
  }
}
