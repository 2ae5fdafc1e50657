package careplanhub.lab;

import careplanhub.office.ChannelName;
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
import java.util.Map;
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
  private final DemoWays ways;
  private final DemoSoftware software;
  private final DemoFax fax;

  DemoCheck(
      DemoWorld world, DemoMonthEnd monthEnd, DemoWays ways, DemoSoftware software, DemoFax fax) {
    this.world = world;
    this.monthEnd = monthEnd;
    this.ways = ways;
    this.software = software;
    this.fax = fax;
  }

  int expected() {
    return monthEnd.arrivals().size() + madeByHub().size();
  }

  /** How many expected files were delivered. */
  int arrived() {
    return (int)
        (monthEnd.arrivals().stream().filter(this::isThere).count()
            + madeByHub().stream().filter(arrival -> filesOf(arrival).size() == 1).count());
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
    for (DemoMonthEnd.TranslatedArrival arrival : madeByHub()) {
      filesOf(arrival).stream()
          .filter(file -> rows(file) != arrival.rows())
          .forEach(file -> problems.add("ハブが作った実績の行数が違います: " + arrival.rows() + " 行のはずです。"));
    }
    long unexpected = world.offices().stream().mapToLong(this::unexpected).sum();
    if (unexpected > 0) {
      problems.add("届くはずのないファイルが " + unexpected + " 個あります。");
    }
    problems.addAll(quarantineProblems());
    fax.arrivals()
        .forEach(arrival -> problems.addAll(fax.problems(arrival.office(), filesOf(arrival))));
    problems.addAll(DemoLights.problems(expectedLights(), sent()));
    return problems;
  }

  /** What arrives under names that the hub gave: made of exports, and of paper. */
  private List<DemoMonthEnd.TranslatedArrival> madeByHub() {
    return Stream.concat(monthEnd.translatedArrivals().stream(), fax.arrivals().stream()).toList();
  }

  /** How many parcels went over each channel. */
  Map<ChannelName, Long> channels() {
    return DemoLights.count(sent());
  }

  private List<DemoLights.Expected> expectedLights() {
    return Stream.of(
            monthEnd.faxed().stream()
                .flatMap(
                    unit ->
                        unit.files().stream()
                            .map(
                                file ->
                                    new DemoLights.Expected(
                                        file.name(), ways.between(unit.from(), unit.to(), world)))),
            monthEnd.arrivals().stream()
                .map(
                    arrival ->
                        new DemoLights.Expected(
                            arrival.file().name(),
                            ways.between(arrival.from(), arrival.office(), world))),
            monthEnd.translatedArrivals().stream()
                .map(
                    arrival ->
                        new DemoLights.Expected(
                            beginningOf(arrival)
                                + "_"
                                + arrival.from().type().value()
                                + "_"
                                + arrival.office().number(),
                            ways.between(arrival.from(), arrival.office(), world))))
        .flatMap(lights -> lights)
        .toList();
  }

  private List<DemoLights.Sent> sent() {
    List<DemoLights.Sent> sent = new ArrayList<>();
    for (SyntheticOffice office : world.offices()) {
      try {
        sent.addAll(DemoLights.read(world.folderOf(office).resolve("送信一覧.csv")));
      } catch (IOException e) {
        throw new UncheckedIOException("a sent list cannot be read", e);
      }
    }
    return sent;
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
        world.offices().stream()
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

  private boolean isThere(DemoMonthEnd.Arrival arrival) {
    return delivered(arrival.office()).stream()
        .filter(file -> nameOf(file).equals(arrival.file().name()))
        .anyMatch(file -> Arrays.equals(read(file), arrival.file().content()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a delivered file cannot be read", e);
    }
  }

  private List<Path> delivered(SyntheticOffice office) {
    try {
      return software.delivered(office);
    } catch (IOException e) {
      throw new UncheckedIOException("an inbox cannot be read", e);
    }
  }

  private List<Path> filesOf(DemoMonthEnd.TranslatedArrival arrival) {
    String beginning = beginningOf(arrival);
    return delivered(arrival.office()).stream()
        .filter(file -> nameOf(file).startsWith(beginning))
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
        Stream.of(
                monthEnd.arrivals().stream()
                    .filter(arrival -> arrival.office().equals(office))
                    .map(arrival -> arrival.file().name()),
                madeByHub().stream()
                    .filter(arrival -> arrival.office().equals(office))
                    .flatMap(arrival -> filesOf(arrival).stream().limit(1))
                    .map(DemoCheck::nameOf),
                fax.arrivals().stream()
                    .filter(arrival -> arrival.office().equals(office))
                    .flatMap(this::noteOf))
            .flatMap(names -> names)
            .collect(Collectors.toSet());
    List<String> names = delivered(office).stream().map(DemoCheck::nameOf).toList();
    long strange = names.stream().filter(name -> !wanted.contains(name)).count();
    long twice = names.size() - names.stream().distinct().count();
    return strange + twice;
  }

  /** Beside results of paper the hub lays a note that says so. */
  private Stream<String> noteOf(DemoMonthEnd.TranslatedArrival arrival) {
    return delivered(arrival.office()).stream()
        .map(DemoCheck::nameOf)
        .filter(name -> name.startsWith("連絡文_" + arrival.from().number() + "_"))
        .limit(1);
  }

  /** What was delivered, by sender, addressee and kind. */
  List<DemoResult.Movement> movements() {
    List<DemoResult.Movement> movements = new ArrayList<>();
    List<SyntheticOffice> offices = world.offices();
    List<SyntheticOffice> senders =
        Stream.concat(offices.stream(), ways.beyond(world.one(), world.other()).stream()).toList();
    for (SyntheticOffice from : senders) {
      for (SyntheticOffice to : offices) {
        delivered(to).stream()
            .map(DemoCheck::nameOf)
            .filter(name -> isFrom(from, name))
            .collect(Collectors.groupingBy(DemoCheck::kind, TreeMap::new, Collectors.counting()))
            .forEach(
                (kind, files) -> movements.add(new DemoResult.Movement(from, to, kind, files)));
      }
    }
    return movements;
  }

  private static String nameOf(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
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
      return files.map(DemoCheck::nameOf).filter(name -> !name.startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a folder of the demo cannot be read", e);
    }
  }
}
