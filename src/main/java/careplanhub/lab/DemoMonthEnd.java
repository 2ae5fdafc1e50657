package careplanhub.lab;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A month end between the offices of two corporations: what is dropped where, and what must arrive
 * where. Immutable.
 */
public final class DemoMonthEnd {
  private final SyntheticCorporation one;
  private final SyntheticCorporation other;
  private final SyntheticMonth month;
  private final boolean everyChannel;
  private final List<Drop> slips;
  private final List<Drop> results;
  private final List<GeneratedUnit> faxed;
  private final List<Arrival> arrivals;
  private final List<TranslatedArrival> translated;

  /** How a drop comes into the outbox. */
  public enum Manner {
    /** As it should. */
    WHOLE,
    /** Damaged; it must end in error/ and reach nobody. */
    BROKEN,
    /** The same file again, after the first was taken; it must reach nobody. */
    REPEAT,
    /** First the first half, later the whole; it must arrive whole. */
    HALF_WRITTEN
  }

  /**
   * Files that an office's program puts into its outbox together.
   *
   * @param office whose outbox
   * @param manner how they come
   * @param files one unit, or one export
   */
  public record Drop(SyntheticOffice office, Manner manner, List<GeneratedFile> files) {
    public Drop {
      files = List.copyOf(files);
    }
  }

  /**
   * A file that must be in an inbox exactly once, with these bytes under this name.
   *
   * @param office whose inbox
   * @param from who sent it
   * @param file its name and bytes
   */
  public record Arrival(SyntheticOffice office, SyntheticOffice from, GeneratedFile file) {}

  /**
   * A result that the hub makes of a サービス実態 export, so that its serial is the hub's.
   *
   * @param office whose inbox
   * @param from who exported it
   * @param month the month of the services
   * @param rows how many records its UPJSK must have
   */
  public record TranslatedArrival(
      SyntheticOffice office, SyntheticOffice from, YearMonth month, long rows) {}

  private DemoMonthEnd(
      SyntheticCorporation one,
      SyntheticCorporation other,
      SyntheticMonth month,
      boolean everyChannel) {
    this.one = one;
    this.other = other;
    this.month = month;
    this.everyChannel = everyChannel;
    this.slips = new ArrayList<>();
    this.results = new ArrayList<>();
    this.faxed = new ArrayList<>();
    this.arrivals = new ArrayList<>();
    this.translated = new ArrayList<>();
  }

  /**
   * The demo's month end, between the usual two corporations, over every channel. Among the input
   * are one broken file, one repeat and one half-written file.
   *
   * @throws IllegalArgumentException as {@link Generator#month}, or with so few users that a pair
   *     of offices has none
   */
  public static DemoMonthEnd of(Generator generator, int users, YearMonth month) {
    DemoMonthEnd demo =
        between(
            SyntheticCorporation.first(),
            SyntheticCorporation.second(),
            generator,
            users,
            month,
            true);
    demo.dropSlips();
    demo.dropResults();
    return demo;
  }

  /** A month end over the relay in which these units are dropped and arrive, all of them well. */
  static DemoMonthEnd ofPatterns(Generator generator, int users, YearMonth month) {
    DemoMonthEnd demo =
        between(
            DemoPattern.supportCorporation(),
            DemoPattern.serviceCorporation(),
            generator,
            users,
            month,
            false);
    for (DemoPattern pattern : DemoPattern.values()) {
      List<Drop> drops = pattern.isResult() ? demo.results : demo.slips;
      pattern.units(demo.month).forEach(unit -> drops.add(demo.arriving(unit, Manner.WHOLE)));
    }
    return demo;
  }

  private static DemoMonthEnd between(
      SyntheticCorporation one,
      SyntheticCorporation other,
      Generator generator,
      int users,
      YearMonth month,
      boolean everyChannel) {
    List<SyntheticCorporation> all =
        everyChannel ? List.of(one, other, SyntheticCorporation.faxOnly()) : List.of(one, other);
    return new DemoMonthEnd(
        one,
        other,
        generator.month(
            users,
            month,
            SyntheticCorporation.supportOffices(all),
            SyntheticCorporation.serviceOffices(all)),
        everyChannel);
  }

  /** The office that exports サービス実態 instead of the standard. */
  public static SyntheticOffice exporter() {
    return SyntheticCorporation.first().serviceOffices().get(0);
  }

  /** The office that is reached by FAX, and answers on paper. */
  public static SyntheticOffice faxOnly() {
    return SyntheticCorporation.faxOnly().offices().get(0);
  }

  /** The corporation of the first hub. */
  SyntheticCorporation one() {
    return one;
  }

  /** The corporation of the second hub. */
  SyntheticCorporation other() {
    return other;
  }

  public SyntheticMonth month() {
    return month;
  }

  /** By which channels its parcels go. */
  DemoWays ways(DemoWays.Server server) {
    return everyChannel ? DemoWays.all(server) : DemoWays.RELAY;
  }

  /** First of all: plans and slips. Their arrival tells the exporter who plans for whom. */
  public List<Drop> slipDrops() {
    return List.copyOf(slips);
  }

  /** Then: results, the export, and what goes wrong. A repeat stands behind what it repeats. */
  public List<Drop> resultDrops() {
    return List.copyOf(results);
  }

  /** What must be in inboxes, byte for byte. */
  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** What must be in inboxes besides, made of the export. */
  public List<TranslatedArrival> translatedArrivals() {
    return List.copyOf(translated);
  }

  /** What is dropped and leaves as paper, so that it comes into no inbox. */
  public List<GeneratedUnit> faxed() {
    return List.copyOf(faxed);
  }

  private void dropSlips() {
    Stream.concat(month.plans(), month.slips())
        .forEach(unit -> slips.add(arriving(unit, Manner.WHOLE)));
  }

  private void dropResults() {
    List<GeneratedUnit> units = new ArrayList<>(month.results().toList());
    units.stream()
        .filter(unit -> unit.from().equals(exporter()))
        .forEach(unit -> translated.add(translated(month, unit)));
    units.removeIf(unit -> unit.from().equals(exporter()) || unit.from().equals(faxOnly()));
    results.add(new Drop(exporter(), Manner.WHOLE, List.of(month.jittaiExport(exporter()))));
    SyntheticOffice half = SyntheticCorporation.second().serviceOffices().get(1);
    GeneratedUnit halfWritten = first(units, half.number());
    for (GeneratedUnit unit : units) {
      results.add(arriving(unit, unit.equals(halfWritten) ? Manner.HALF_WRITTEN : Manner.WHOLE));
    }
    SyntheticOffice again = SyntheticCorporation.second().serviceOffices().get(0);
    results.add(new Drop(again, Manner.REPEAT, first(units, again.number()).files()));
    SyntheticOffice breaking = SyntheticCorporation.first().serviceOffices().get(1);
    results.add(new Drop(breaking, Manner.BROKEN, broken(first(units, breaking.number()))));
  }

  private Drop arriving(GeneratedUnit unit, Manner manner) {
    if (unit.to().equals(faxOnly())) {
      faxed.add(unit);
    } else {
      unit.files().forEach(file -> arrivals.add(new Arrival(unit.to(), unit.from(), file)));
    }
    return new Drop(unit.from(), manner, unit.files());
  }

  /** What must come of a unit's services when its office exports them as サービス実態 instead. */
  public static TranslatedArrival translated(SyntheticMonth month, GeneratedUnit unit) {
    YearMonth given = month.month().minusMonths(1);
    long rows =
        month.users().stream()
            .filter(user -> user.support().equals(unit.to()))
            .flatMap(user -> Visits.given(user, given, unit.from()).stream())
            .filter(visit -> visit.start() != null)
            .count();
    return new TranslatedArrival(unit.to(), unit.from(), given, rows);
  }

  /** A correction of the next day, so that its name is another, with a quote that never closes. */
  public static List<GeneratedFile> broken(GeneratedUnit unit) {
    String serial = unit.serial().value();
    String nextDay = Serial.of(unit.serial().moment().plusDays(1)).value();
    return unit.files().stream()
        .map(file -> file.named(file.name().replace(serial, nextDay)))
        .map(Damage.UNCLOSED_QUOTE::applyTo)
        .toList();
  }

  private static GeneratedUnit first(List<GeneratedUnit> units, OfficeNumber from) {
    return units.stream()
        .filter(unit -> unit.from().number().equals(from))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Too few users for the demo"));
  }
}
