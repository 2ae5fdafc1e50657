package careplanhub.lab.chaos;

import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoMonthEnd.Arrival;
import careplanhub.lab.DemoMonthEnd.Drop;
import careplanhub.lab.DemoMonthEnd.Manner;
import careplanhub.lab.DemoMonthEnd.TranslatedArrival;
import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticMonth;
import careplanhub.lab.SyntheticOffice;
import careplanhub.office.ChannelName;
import careplanhub.standard.Serial;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is dropped while programs are killed, and what must come of it. Each round has other users,
 * so that no file of one round can stand for that of another. Dropping is one thread's; what is
 * expected can be read by every thread.
 */
final class ChaosTraffic {
  private static final int USERS = 3;
  private static final int ENDING = ".CSV".length();
  private static final int SERIAL_AND_ENDING = 14 + ENDING;

  /** Far from the seeds of all rounds. */
  private static final long CORRECTIONS = 1_000_000;

  private final long seed;
  private final BiFunction<SyntheticOffice, SyntheticOffice, ChannelName> ways;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<TranslatedArrival> translated = new CopyOnWriteArrayList<>();
  private final List<GeneratedFile> broken = new CopyOnWriteArrayList<>();
  private final List<Drop> drops = new CopyOnWriteArrayList<>();
  private int rounds;
  private final List<ChannelName> corrected = new CopyOnWriteArrayList<>();
  private long forgottenFiles;
  private long forgottenParcels;

  /**
   * @param ways the channel by which a parcel of the first office to the second one must go
   */
  ChaosTraffic(long seed, BiFunction<SyntheticOffice, SyntheticOffice, ChannelName> ways) {
    this.seed = seed;
    this.ways = ways;
  }

  /** What the exporting office's services are translated for: the slips that name its users. */
  List<Drop> slipsForExporter() {
    return noted(exportersMonth().slips().map(this::arriving).toList());
  }

  /** The サービス実態 export; to be dropped when the slips before it have arrived. */
  List<Drop> export() {
    SyntheticMonth month = exportersMonth();
    month.results().forEach(unit -> translated.add(DemoMonthEnd.translated(month, unit)));
    SyntheticOffice exporter = DemoMonthEnd.exporter();
    return noted(List.of(new Drop(exporter, Manner.WHOLE, List.of(month.jittaiExport(exporter)))));
  }

  /**
   * The next round: slips and results between the two corporations, both ways, and within the
   * first, and one broken file.
   */
  List<Drop> nextRound() {
    rounds++;
    SyntheticCorporation first = SyntheticCorporation.first();
    SyntheticCorporation second = SyntheticCorporation.second();
    List<Drop> round = new ArrayList<>();
    for (SyntheticMonth month :
        List.of(
            between(first, second.serviceOffices()),
            between(second, lastService(first)),
            between(first, lastService(first)))) {
      Stream.concat(month.slips(), month.results()).forEach(unit -> round.add(arriving(unit)));
    }
    GeneratedUnit result = between(second, lastService(first)).results().findFirst().orElseThrow();
    List<GeneratedFile> damaged = DemoMonthEnd.broken(result);
    broken.addAll(damaged);
    round.add(new Drop(result.from(), Manner.BROKEN, damaged));
    return noted(round);
  }

  /**
   * The files of a round that were taken, once more. What was broken stays out: it was never sent.
   */
  List<Drop> again(List<Drop> round) {
    return noted(
        round.stream()
            .filter(drop -> drop.manner() == Manner.WHOLE)
            .map(drop -> new Drop(drop.office(), Manner.REPEAT, drop.files()))
            .toList());
  }

  /**
   * The files of a round under the names of the next day, as an export of the next day has them.
   */
  List<Drop> underOtherNames(List<Drop> round) {
    List<Drop> others = new ArrayList<>();
    for (Drop drop : round) {
      if (drop.manner() == Manner.WHOLE) {
        List<GeneratedFile> files =
            drop.files().stream().map(file -> file.named(later(file.name(), 365))).toList();
        SyntheticOffice to = addressee(drop);
        files.forEach(file -> arrivals.add(new Arrival(to, drop.office(), file)));
        others.add(new Drop(drop.office(), Manner.WHOLE, files));
      }
    }
    return noted(others);
  }

  private SyntheticOffice addressee(Drop drop) {
    return arrivals.stream()
        .filter(arrival -> drop.files().contains(arrival.file()))
        .map(Arrival::office)
        .findFirst()
        .orElseThrow();
  }

  private static String later(String name, long days) {
    String serial = name.substring(name.length() - SERIAL_AND_ENDING, name.length() - ENDING);
    String other = Serial.of(new Serial(serial).moment().plusDays(days)).value();
    return name.replace(serial, other);
  }

  /**
   * Other users' results under the names of this round's: a correction, which the hub sends under
   * the next free serial.
   */
  List<Drop> correctionOfThisRound() {
    SyntheticCorporation first = SyntheticCorporation.first();
    SyntheticCorporation second = SyntheticCorporation.second();
    List<Drop> corrections = new ArrayList<>();
    Generator others = Generator.of(seed + CORRECTIONS + rounds);
    YearMonth month = Generator.FIRST_MONTH.plusMonths(rounds);
    others
        .month(USERS, month, first.supportOffices(), lastService(second))
        .results()
        .forEach(unit -> corrections.add(corrected(unit)));
    return noted(corrections);
  }

  private Drop corrected(GeneratedUnit unit) {
    for (GeneratedFile file : unit.files()) {
      String next = Serial.of(unit.serial().moment().plusSeconds(1)).value();
      GeneratedFile sent = file.named(file.name().replace(unit.serial().value(), next));
      arrivals.add(new Arrival(unit.to(), unit.from(), sent));
    }
    corrected.add(ways.apply(unit.from(), unit.to()));
    return new Drop(unit.from(), Manner.WHOLE, unit.files());
  }

  private List<Drop> noted(List<Drop> dropped) {
    drops.addAll(dropped);
    return dropped;
  }

  private SyntheticMonth exportersMonth() {
    return Generator.of(seed)
        .month(
            USERS,
            Generator.FIRST_MONTH,
            SyntheticCorporation.second().supportOffices(),
            List.of(DemoMonthEnd.exporter()));
  }

  private static List<SyntheticOffice> lastService(SyntheticCorporation corporation) {
    return List.of(corporation.serviceOffices().get(1));
  }

  /** The support office of a corporation with service offices. */
  private SyntheticMonth between(
      SyntheticCorporation support, List<SyntheticOffice> serviceOffices) {
    YearMonth month = Generator.FIRST_MONTH.plusMonths(rounds);
    return Generator.of(seed + rounds)
        .month(USERS, month, support.supportOffices(), serviceOffices);
  }

  /** Units of a scenario's own, which must arrive as they are. */
  List<Drop> arriving(List<GeneratedUnit> units) {
    return noted(units.stream().map(this::arriving).toList());
  }

  private Drop arriving(GeneratedUnit unit) {
    unit.files().forEach(file -> arrivals.add(new Arrival(unit.to(), unit.from(), file)));
    return new Drop(unit.from(), Manner.WHOLE, unit.files());
  }

  /** Every file that must reach an inbox byte for byte. */
  List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** Every file that must reach an inbox made of an export. */
  List<TranslatedArrival> translatedArrivals() {
    return List.copyOf(translated);
  }

  /** Every file that must end in an error folder. */
  List<GeneratedFile> broken() {
    return List.copyOf(broken);
  }

  /** Everything dropped so far. */
  List<Drop> drops() {
    return List.copyOf(drops);
  }

  /** The first hub's ledger does not know any more what it took of these. */
  void forgottenByFirst(List<Drop> dropped) {
    for (Drop drop : dropped) {
      if (SyntheticCorporation.first().offices().contains(drop.office())) {
        forgottenFiles += drop.files().size();
        forgottenParcels += drop.manner() == Manner.WHOLE ? 1 : 0;
      }
    }
  }

  /** How many arrivals both ledgers must have. */
  long arrivalsInLedgers() {
    return drops.stream().mapToLong(drop -> drop.files().size()).sum() - forgottenFiles;
  }

  /** How many parcels both ledgers must have. */
  long parcelsInLedgers() {
    return parcels() - forgottenParcels;
  }

  /** How many files were dropped that must be known as repeats. */
  long repeats() {
    return drops.stream()
        .filter(drop -> drop.manner() == Manner.REPEAT)
        .mapToLong(drop -> drop.files().size())
        .sum();
  }

  /** How many parcels must have been made. */
  long parcels() {
    return parcels(channel -> true);
  }

  /** How many parcels must have gone over the relay. */
  long parcelsOverRelay() {
    return parcels(ChannelName.RELAY::equals);
  }

  private long parcels(Predicate<ChannelName> by) {
    long whole =
        drops.stream()
            .filter(drop -> drop.manner() == Manner.WHOLE)
            .filter(drop -> arrivals.stream().anyMatch(one -> brings(drop, one, by)))
            .count();
    long made =
        translated.stream().filter(one -> by.test(ways.apply(one.from(), one.office()))).count();
    return whole + corrected.stream().filter(by).count() + made;
  }

  /** Whether it goes from one office of a hub to another. */
  boolean goesDirectly(Arrival arrival) {
    return ways.apply(arrival.from(), arrival.office()) == ChannelName.DIRECT;
  }

  private boolean brings(Drop drop, Arrival arrival, Predicate<ChannelName> by) {
    return drop.files().contains(arrival.file())
        && by.test(ways.apply(arrival.from(), arrival.office()));
  }
}
