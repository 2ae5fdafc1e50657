package careplanhub.hub;

import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.RegisteredTypes;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.VersionStep;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.ReceivedRows;
import careplanhub.standard.units.UnitAddress;
import careplanhub.store.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The results that addressees hold of an office, as the ledger and the vault know them: what was
 * packed for them and neither refused nor given up. What went in a dialect or in V3.2 counts like
 * the rest. Safe for every thread.
 */
final class SentResults {
  private static final String RESULT = "UPJSK";
  private static final Set<String> KINDS = Set.of(RESULT, "DLTJSK");

  private static final List<VersionStep.File> NOTHING = List.of();

  private final Arrivals arrivals;
  private final Parcels parcels;
  private final Vault vault;
  private final Rewriting rewriting;
  private final VersionStep step;

  SentResults(
      Arrivals arrivals, Parcels parcels, Vault vault, Rewriting rewriting, RegisteredTypes types) {
    this.arrivals = arrivals;
    this.parcels = parcels;
    this.vault = vault;
    this.rewriting = rewriting;
    this.step = new VersionStep(types, Set.of());
  }

  /**
   * Rows of UPJSK by address, in the order of their import; an address whose results were all
   * withdrawn has none. They are of V4.1; a file of V3.2 whose offices' service types nothing tells
   * is not among them.
   *
   * @param month 対象年月, six digits
   */
  Map<UnitAddress, List<Row>> of(OfficeNumber office, String month) throws IOException {
    Map<UnitAddress, List<Row>> held = new LinkedHashMap<>();
    for (Map.Entry<UnitAddress, List<PlannedUnit>> sent :
        units(office, month, address -> true).entrySet()) {
      held.put(sent.getKey(), ReceivedRows.after(sent.getValue()).of(RESULT));
    }
    return held;
  }

  /**
   * What one addressee holds.
   *
   * @param rows rows of UPJSK
   * @param last the serial of what was sent last; null when nothing was
   */
  record Held(List<Row> rows, @Nullable Serial last) {}

  /**
   * The users of whom an office sent results of a month again, from what its places exported after
   * this work's files.
   *
   * @param month 対象年月, six digits
   */
  Set<UserIdentity> usersSentSince(OutgoingWork work, String month) throws IOException {
    List<Parcel> all = parcels.resultsOf(work.unit().office(), month);
    Set<String> later =
        arrivals.later(work.unit(), all.stream().map(Parcel::unitId).distinct().toList());
    Set<UserIdentity> users = new HashSet<>();
    for (Parcel parcel : all) {
      if (later.contains(parcel.unitId())) {
        files(parcel, address -> true)
            .forEach(file -> file.rows().forEach(row -> users.add(row.user())));
      }
    }
    return users;
  }

  /** What one addressee holds of one sender, month and type. */
  Held at(UnitAddress address) throws IOException {
    List<PlannedUnit> units =
        units(address.from(), address.month(), address::equals).getOrDefault(address, List.of());
    return new Held(
        ReceivedRows.after(units).of(RESULT),
        units.stream().map(PlannedUnit::serial).max(Comparator.naturalOrder()).orElse(null));
  }

  private Map<UnitAddress, List<PlannedUnit>> units(
      OfficeNumber office, String month, Predicate<UnitAddress> wanted) throws IOException {
    Map<UnitAddress, List<PlannedUnit>> units = new LinkedHashMap<>();
    for (Parcel parcel : parcels.resultsOf(office, month)) {
      for (VersionStep.File file : files(parcel, wanted)) {
        UnitAddress address = UnitAddress.of(file.name());
        if (wanted.test(address)) {
          units
              .computeIfAbsent(address, unused -> new ArrayList<>())
              .add(new PlannedUnit(List.of(new PlannedFile(file.name(), file.rows()))));
        }
      }
    }
    return units;
  }

  private List<VersionStep.File> files(Parcel parcel, Predicate<UnitAddress> wanted)
      throws IOException {
    List<VersionStep.File> files = new ArrayList<>();
    for (Parcel.ParcelEntry entry : parcel.files()) {
      if (!entry.isAttachment() && mayBeWanted(nameOf(entry), wanted)) {
        files.addAll(rows(entry, nameOf(entry)));
      }
    }
    return files;
  }

  /** A name of V3.2 does not say its whole address. */
  private static boolean mayBeWanted(FileName name, Predicate<UnitAddress> wanted) {
    return KINDS.contains(name.kind())
        && (name.version() == StandardVersion.V3_2 || wanted.test(UnitAddress.of(name)));
  }

  /** The file in V4.1; none when it has no row, or when nothing tells its service types. */
  private List<VersionStep.File> rows(Parcel.ParcelEntry entry, FileName name) throws IOException {
    List<Row> rows = new ArrayList<>();
    rewriting.read(
        new StandardFile(name, vault.read(entry.content())),
        row -> rows.add(Rewriting.asWritten(row)));
    VersionStep.Stepped stepped =
        step.to(StandardVersion.V4_1, List.of(new VersionStep.File(name, rows)));
    return rows.isEmpty() || stepped.hasErrors() ? NOTHING : stepped.files();
  }

  private static FileName nameOf(Parcel.ParcelEntry entry) {
    try {
      return FileName.parse(entry.name());
    } catch (FileNameException e) {
      throw new IllegalStateException("A parcel was packed under no name of the standard", e);
    }
  }
}
