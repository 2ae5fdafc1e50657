package careplanhub.hub;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UnitKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which units still have files in an outbox. A long outbox is looked at once in a while only: with
 * 100,000 files a look for each unit would take hours. Safe for every thread.
 */
final class OutboxUnits {
  private static final int LONG = 1_000;
  private static final long BELIEVED = Duration.ofSeconds(5).toNanos();

  private final OfficeFolders folder;
  private final LongSupplier nanoTime;
  private final Map<OfficeNumber, Look> looks = new ConcurrentHashMap<>();

  private record Look(long at, Set<UnitKey> units) {}

  /**
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  OutboxUnits(OfficeFolders folder, LongSupplier nanoTime) {
    this.folder = folder;
    this.nanoTime = nanoTime;
  }

  /** Whether a file of this unit lies in the office's outbox; yes when that cannot be known. */
  boolean hold(OfficeNumber office, UnitKey unit) {
    Look last = looks.get(office);
    if (last != null && nanoTime.getAsLong() - last.at() < BELIEVED) {
      return last.units().contains(unit);
    }
    try {
      Set<UnitKey> units = units(folder.outbox(office));
      if (units.size() < LONG) {
        looks.remove(office);
      } else {
        looks.put(office, new Look(nanoTime.getAsLong(), units));
      }
      return units.contains(unit);
    } catch (IOException gone) {
      return true;
    }
  }

  private static Set<UnitKey> units(Path outbox) throws IOException {
    try (Stream<Path> files = Files.list(outbox)) {
      return files.flatMap(file -> unitOf(file).stream()).collect(Collectors.toSet());
    }
  }

  private static Optional<UnitKey> unitOf(Path file) {
    try {
      return Optional.of(FileName.parse(file.getFileName().toString()).unit());
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }
}
