package careplanhub.hub;

import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.ReceivedRows;
import careplanhub.standard.units.UnitAddress;
import careplanhub.store.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The results that addressees hold of an office, as the ledger and the vault know them: what was
 * packed for them and neither refused nor given up. Safe for every thread.
 */
final class SentResults {
  private static final Set<String> KINDS = Set.of("UPJSK", "DLTJSK");

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
    Map<UnitAddress, List<PlannedUnit>> sent = new LinkedHashMap<>();
    for (Parcel parcel : parcels.resultsOf(office, month)) {
      for (Parcel.ParcelEntry entry : parcel.files()) {
        FileName name = nameOf(entry);
        List<Row> rows = rows(entry, name);
        if (KINDS.contains(name.kind())
            && name.version() == StandardVersion.V4_1
            && !rows.isEmpty()) {
          sent.computeIfAbsent(UnitAddress.of(name), address -> new ArrayList<>())
              .add(new PlannedUnit(List.of(new PlannedFile(name, rows))));
        }
      }
    }
    Map<UnitAddress, List<Row>> held = new LinkedHashMap<>();
    sent.forEach((address, units) -> held.put(address, ReceivedRows.after(units).of("UPJSK")));
    return held;
  }

  private List<Row> rows(Parcel.ParcelEntry entry, FileName name) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (KINDS.contains(name.kind())) {
      try (InputStream bytes = vault.open(entry.content())) {
        rewriting.read(new StandardFile(name, bytes.readAllBytes()), rows::add);
      }
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
