package careplanhub.lab.chaos;

import careplanhub.lab.DemoCheck;
import careplanhub.lab.DemoMonthEnd.Arrival;
import careplanhub.lab.DemoMonthEnd.TranslatedArrival;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks into all inboxes again and again while programs are killed: whatever is visible must be
 * expected and whole. Every second file it takes away as the office's software does after its
 * import, so that one delivered again is seen; so it does with all that came directly, whose
 * parcels are not closed before. Safe for every thread.
 */
final class ChaosInboxes {
  private static final Charset MS932 = Charset.forName("windows-31j");

  private final DemoWorld world;
  private final ChaosTraffic traffic;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> standing = new HashSet<>();
  private final Set<String> problems = new TreeSet<>();

  ChaosInboxes(DemoWorld world, ChaosTraffic traffic) {
    this.world = world;
    this.traffic = traffic;
  }

  /** One look into every inbox. */
  synchronized void look() {
    standing.clear();
    offices().forEach(this::look);
  }

  private void look(SyntheticOffice office) {
    for (Path file : visible(world.folderOf(office).resolve("inbox"))) {
      String name = nameOf(file);
      String key = office.number() + "/" + name;
      Optional<byte[]> bytes = read(file);
      if (bytes.isEmpty()) {
        continue;
      }
      Optional<String> wrong = wrongWith(office, name, bytes.get());
      wrong.ifPresent(problem -> problems.add(problem + ": " + key));
      if (taken.contains(key)) {
        problems.add("取り込んだ後にもう一度届きました: " + key);
      } else if (wrong.isEmpty() && isImported(office, name)) {
        if (delete(file)) {
          taken.add(key);
        }
      } else {
        standing.add(key);
      }
    }
  }

  private boolean isImported(SyntheticOffice office, String name) {
    return Math.floorMod(name.hashCode(), 2) == 0
        || traffic.arrivals().stream()
            .filter(arrival -> arrival.office().equals(office))
            .filter(arrival -> arrival.file().name().equals(name))
            .anyMatch(traffic::goesDirectly);
  }

  private Optional<String> wrongWith(SyntheticOffice office, String name, byte[] bytes) {
    for (Arrival arrival : traffic.arrivals()) {
      if (arrival.office().equals(office) && arrival.file().name().equals(name)) {
        return Arrays.equals(bytes, arrival.file().content())
            ? Optional.empty()
            : Optional.of("中身が送られたものと違います");
      }
    }
    for (TranslatedArrival arrival : traffic.translatedArrivals()) {
      if (arrival.office().equals(office) && name.startsWith(DemoCheck.beginningOf(arrival))) {
        return rows(bytes) == arrival.rows() ? Optional.empty() : Optional.of("変換した実績の行数が違います");
      }
    }
    return Optional.of("届くはずのないファイルです");
  }

  private static long rows(byte[] bytes) {
    return new String(bytes, MS932).lines().count();
  }

  /** How many expected files have not been seen yet. */
  synchronized int missing() {
    return missingFiles().size();
  }

  /** What was wrong so far. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** What is wrong when nothing is under way any more. */
  synchronized List<String> problemsAtTheEnd() {
    look();
    List<String> all = new ArrayList<>(problems);
    missingFiles().forEach(file -> all.add("届いていません: " + file));
    offices()
        .flatMap(office -> files(world.folderOf(office).resolve("inbox")).stream())
        .filter(file -> nameOf(file).startsWith("."))
        .forEach(file -> all.add("書きかけが inbox に残っています: " + nameOf(file)));
    for (TranslatedArrival arrival : traffic.translatedArrivals()) {
      if (seen(arrival) > 1) {
        all.add("変換した実績が 2 回届きました。");
      }
    }
    return all;
  }

  private List<String> missingFiles() {
    List<String> missing = new ArrayList<>();
    for (Arrival arrival : traffic.arrivals()) {
      String key = arrival.office().number() + "/" + arrival.file().name();
      if (!standing.contains(key) && !taken.contains(key)) {
        missing.add(key);
      }
    }
    for (TranslatedArrival arrival : traffic.translatedArrivals()) {
      if (seen(arrival) == 0) {
        missing.add(arrival.office().number() + "/" + DemoCheck.beginningOf(arrival));
      }
    }
    return missing;
  }

  private long seen(TranslatedArrival arrival) {
    String beginning = arrival.office().number() + "/" + DemoCheck.beginningOf(arrival);
    return Stream.concat(standing.stream(), taken.stream())
        .filter(key -> key.startsWith(beginning))
        .count();
  }

  static Stream<SyntheticOffice> offices() {
    return Stream.of(SyntheticCorporation.first(), SyntheticCorporation.second())
        .flatMap(corporation -> corporation.offices().stream());
  }

  static List<Path> visible(Path folder) {
    return files(folder).stream().filter(file -> !nameOf(file).startsWith(".")).toList();
  }

  static String nameOf(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("a folder of the world cannot be read", e);
    }
  }

  /** Empty when its folder has gone meanwhile. */
  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("an inbox cannot be read", e);
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("an inbox cannot be written", e);
    }
  }
}
