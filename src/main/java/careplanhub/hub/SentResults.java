package careplanhub.hub;

import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.ReceivedRows;
import careplanhub.standard.units.UnitAddress;
import careplanhub.store.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The results that addressees hold of an office, as the ledger and the vault know them: what was
 * packed for them and neither refused nor given up. Safe for every thread.
 */
final class SentResults {
  private static final String RESULT = "UPJSK";
  private static final Set<String> KINDS = Set.of(RESULT, "DLTJSK");

  private final Parcels parcels;
  private final Vault vault;
  private final Rewriting rewriting;

  SentResults(Parcels parcels, Vault vault, Rewriting rewriting) {
    this.parcels = parcels;
    this.vault = vault;
    this.rewriting = rewriting;
  }

  /**
   * Rows of UPJSK by address, in the order of their import; an address whose results were all
   * withdrawn has none. Files of V3.2, whose names tell no service type, are not among them.
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
      for (Parcel.ParcelEntry entry : parcel.files()) {
        FileName name = nameOf(entry);
        if (isResult(name) && wanted.test(UnitAddress.of(name))) {
          List<Row> rows = rows(entry, name);
          if (!rows.isEmpty()) {
            units
                .computeIfAbsent(UnitAddress.of(name), address -> new ArrayList<>())
                .add(new PlannedUnit(List.of(new PlannedFile(name, rows))));
          }
        }
      }
    }
    return units;
  }

  private static boolean isResult(FileName name) {
    return KINDS.contains(name.kind()) && name.version() == StandardVersion.V4_1;
  }

  private List<Row> rows(Parcel.ParcelEntry entry, FileName name) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream bytes = vault.open(entry.content())) {
      rewriting.read(new StandardFile(name, bytes.readAllBytes()), rows::add);
    }
    return rows;
  }

  private static FileName nameOf(Parcel.ParcelEntry entry) {
    try {
      return FileName.parse(entry.name());
    } catch (FileNameException e) {
      throw new IllegalStateException("A parcel was packed under no name of the standard", e);
    }
  }
}
