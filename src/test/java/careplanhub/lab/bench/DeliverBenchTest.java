package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.SyntheticCorporation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark sends is what it says it sends, and it counts what is synced. */
class DeliverBenchTest {
  private static final Path PROGRAM = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void everyParcelIsTimedAndTheSyncsAreCounted() throws Exception {
    DeliverBench.Effort effort = new DeliverBench.Effort(15, 10, 3, 2, 4, Duration.ofMinutes(3));

    DeliverFigures figures =
        new DeliverBench(folder, PROGRAM, effort, Clock.system(ZoneId.of("Asia/Tokyo")))
            .run((number, round) -> {});

    assertEquals(
        List.of(8, 7), figures.rounds().stream().map(round -> round.took().size()).toList());
    DeliverFigures.Syncs syncs = figures.all().syncs();
    assertTrue(syncs.ledger() > 0, "the ledger was synced");
    assertTrue(syncs.relay() > 0, "the relay's database was synced");
  }

  @Test
  void everyFileHasItsRowsAndANameOfItsOwn() throws Exception {
    SyntheticCorporation senders = IsolationWorld.corporation("送る法人", "994", "11", 2);
    SyntheticCorporation receivers = IsolationWorld.corporation("受け取る法人", "995", "43", 2);

    List<DeliverFiles.DeliverFile> files =
        new DeliverFiles(100, senders.offices(), receivers.offices()).next(60);

    Set<Long> rows =
        files.stream()
            .map(file -> new String(file.content(), StandardCharsets.ISO_8859_1).lines().count())
            .collect(Collectors.toSet());
    assertEquals(Set.of(100L), rows);
    assertEquals(60, files.stream().map(file -> file.name().format()).distinct().count());
    assertEquals(
        4,
        files.stream().map(file -> file.name().from() + ">" + file.name().to()).distinct().count());
  }
}
