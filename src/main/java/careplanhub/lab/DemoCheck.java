package careplanhub.lab;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks into the folders of a demo, as a person would, and compares them with what must be there.
 */
public final class DemoCheck {
  private static final String TRANSLATED_KIND = "UPJSK";

  private final DemoWorld world;
  private final DemoMonthEnd monthEnd;

  DemoCheck(DemoWorld world, DemoMonthEnd monthEnd) {
    this.world = world;
    this.monthEnd = monthEnd;
  }

  int expected() {
    return monthEnd.arrivals().size() + monthEnd.translatedArrivals().size();
  }

  /** How many expected files stand in their inboxes. */
  int arrived() {
    return (int)
        (monthEnd.arrivals().stream().filter(this::isThere).count()
            + monthEnd.translatedArrivals().stream()
                .filter(arrival -> filesOf(arrival).size() == 1)
                .count());
  }

  /** Whether all plans and slips have arrived, which tell who plans for whom. */
  boolean slipsArrived() {
    return monthEnd.arrivals().stream()
        .filter(arrival -> !arrival.file().name().startsWith(TRANSLATED_KIND))
        .allMatch(this::isThere);
  }

  /** What is not as it must be, in Japanese. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    int missing = expected() - arrived();
    if (missing > 0) {
      problems.add("届いていないファイルが " + missing + " 個あります。");
    }
    for (DemoMonthEnd.TranslatedArrival arrival : monthEnd.translatedArrivals()) {
      filesOf(arrival).stream()
          .filter(file -> rows(file) != arrival.rows())
          .forEach(file -> problems.add("変換した実績の行数が違います: " + arrival.rows() + " 行のはずです。"));
    }
    long unexpected = offices().mapToLong(this::unexpected).sum();
    if (unexpected > 0) {
      problems.add("届くはずのないファイルが " + unexpected + " 個あります。");
    }
    problems.addAll(quarantineProblems());
    return problems;
  }

  private List<String> quarantineProblems() {
    List<String> problems = new ArrayList<>();
    Set<String> broken =
        monthEnd.resultDrops().stream()
            .filter(drop -> drop.manner() == DemoMonthEnd.Manner.BROKEN)
            .flatMap(drop -> drop.files().stream())
            .map(GeneratedFile::name)
            .collect(Collectors.toSet());
    List<String> inError =
        offices()
            .flatMap(office -> names(world.folderOf(office).resolve("error")).stream())
            .toList();
    for (String name : broken) {
      if (!inError.contains(name) || !inError.contains(name + ".txt")) {
        problems.add("壊れたファイルが理由と一緒に error にありません。");
      }
    }
    if (inError.size() != 2 * broken.size()) {
      problems.add("error に余分なファイルがあります。");
    }
    return problems;
  }

  private Stream<SyntheticOffice> offices() {
    return Stream.of(world.one(), world.other())
        .flatMap(corporation -> corporation.offices().stream());
  }

  private Path inbox(SyntheticOffice office) {
    return world.folderOf(office).resolve("inbox");
  }

  private boolean isThere(DemoMonthEnd.Arrival arrival) {
    Path file = inbox(arrival.office()).resolve(arrival.file().name());
    try {
      return Files.exists(file)
          && Arrays.equals(Files.readAllBytes(file), arrival.file().content());
    } catch (IOException e) {
      throw new UncheckedIOException("an inbox cannot be read", e);
    }
  }

  private List<Path> filesOf(DemoMonthEnd.TranslatedArrival arrival) {
    String beginning = beginningOf(arrival);
    return names(inbox(arrival.office())).stream()
        .filter(name -> name.startsWith(beginning))
        .map(name -> inbox(arrival.office()).resolve(name))
        .toList();
  }

  /** How the name of a translated file begins; its end is the serial that the hub gave it. */
  public static String beginningOf(DemoMonthEnd.TranslatedArrival arrival) {
    return TRANSLATED_KIND
        + "_"
        + arrival.month().toString().replace("-", "")
        + "_"
        + arrival.from().number();
  }

  private static long rows(Path file) {
    try (Stream<String> lines = Files.lines(file, Charset.forName("windows-31j"))) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException("an inbox cannot be read", e);
    }
  }

  private long unexpected(SyntheticOffice office) {
    Set<String> wanted =
        Stream.concat(
                monthEnd.arrivals().stream()
                    .filter(arrival -> arrival.office().equals(office))
                    .map(arrival -> arrival.file().name()),
                monthEnd.translatedArrivals().stream()
                    .filter(arrival -> arrival.office().equals(office))
                    .flatMap(arrival -> filesOf(arrival).stream().limit(1))
                    .map(file -> Objects.requireNonNull(file.getFileName()).toString()))
            .collect(Collectors.toSet());
    return names(inbox(office)).stream().filter(name -> !wanted.contains(name)).count();
  }

  /** What stands in the inboxes, by sender, addressee and kind. */
  List<DemoResult.Movement> movements() {
    List<DemoResult.Movement> movements = new ArrayList<>();
    List<SyntheticOffice> offices = offices().toList();
    for (SyntheticOffice from : offices) {
      for (SyntheticOffice to : offices) {
        names(inbox(to)).stream()
            .filter(name -> isFrom(from, name))
            .collect(Collectors.groupingBy(DemoCheck::kind, TreeMap::new, Collectors.counting()))
            .forEach(
                (kind, files) -> movements.add(new DemoResult.Movement(from, to, kind, files)));
      }
    }
    return movements;
  }

  private static boolean isFrom(SyntheticOffice office, String name) {
    try {
      return FileName.parse(name).from().equals(office.number());
    } catch (FileNameException e) {
      return false;
    }
  }

  private static String kind(String name) {
    return FileName.kindOf(name).orElse("");
  }

  /** The visible files of a folder. */
  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a folder of the demo cannot be read", e);
    }
  }
}
