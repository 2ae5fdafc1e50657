package careplanhub.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.Checkpoints;
import careplanhub.store.ChildProgram;
import careplanhub.store.Database;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loss this prevents: an entry that was committed and is gone, or evidence that an honest crash
 * makes look like a forgery.
 */
class EvidenceKillTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();

  @TempDir Path hub;

  @BeforeEach
  void makeKey() throws IOException {
    Files.createDirectories(hub.resolve("data"));
    KeyFolder keys = new KeyFolder(Files.createDirectories(hub.resolve("keys")));
    keys.store(keys.hub(), OfficeKey.selfSigned("hub", Clock.systemUTC()), PASSWORD, Files::write);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evidence-sealed#2", "evidence-head-kept#4"})
  void aCheckpointLeavesTheChainWhole(String killAt) throws Exception {
    List<String> lines;
    try (ChildProgram child = ChildProgram.start(Recording.class, killAt, hub.toString())) {
      lines = child.remainingLines();
      assertEquals(Checkpoints.HALT_STATUS, child.exit(), lines.toString());
    }

    assertWhole(lastOf(lines));
  }

  @Test
  void aKillAtAnyMomentLosesNothingThatWasCommitted() throws Exception {
    long committed = 0;
    for (int round = 1; round <= 3; round++) {
      try (ChildProgram child = ChildProgram.start(Recording.class, "", hub.toString())) {
        for (int count = 0; count < 7 * round; count++) {
          committed = Long.parseLong(child.nextLine());
        }
        child.kill();
        child.exit();
      }
      assertWhole(committed);
    }
  }

  private void assertWhole(long committed) throws IOException {
    EvidenceReport report = EvidenceVerifier.verify(hub);
    assertTrue(report.isWhole(), report.toString());
    assertTrue(report.entries() >= committed, report + " but committed " + committed);
  }

  private static long lastOf(List<String> lines) {
    return Long.parseLong(lines.get(lines.size() - 1));
  }

  /** Adds entries for ever, and says each when it is committed. */
  static final class Recording {
    private Recording() {}

    public static void main(String[] arguments) throws IOException {
      Path hub = Path.of(arguments[0]);
      OfficeKey key = OfficeKey.load(new KeyFolder(hub.resolve("keys")).hub(), PASSWORD);
      try (Database database = Database.open(hub.resolve("data/ledger.sqlite"), "db/ledger");
          Evidence evidence =
              Evidence.open(
                  database, key, hub.resolve("data"), new RealFiles(), Clock.systemUTC())) {
        for (long number = 1; ; number++) {
          String subject = "parcel-" + number;
          RecordedEvidence entry =
              database.write(
                  handle -> evidence.record(handle, EvidenceEntry.of("hub", "sent", subject)));
          System.out.println(entry.seq());
          if (number % 5 == 0) {
            evidence.seal();
          }
          evidence.keep();
        }
      }
    }
  }
}
