package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.Satellite;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which results of an office with satellites wait for one another, so that all places' are sent in
 * one file (5.1.2.1): exports of care software, and files of the standard with one month, service
 * type and addressee. Immutable.
 */
final class SatelliteSets {
  private static final String KEY = "satellites";
  private static final String RESULT = "UPJSK";

  private final Directory directory;

  SatelliteSets(Directory directory) {
    this.directory = directory;
  }

  /** The key that a file's unit has in the ledger; empty when the file waits for no other place. */
  Optional<String> setOf(OfficeNumber office, String file) {
    if (!hasSatellites(office)) {
      return Optional.empty();
    }
    try {
      FileName name = FileName.parse(file);
      return name.kind().equals(RESULT)
          ? Optional.of(
              String.join(
                  " ",
                  KEY,
                  name.month(),
                  String.valueOf(name.fromType()),
                  name.to().value(),
                  String.valueOf(name.toType())))
          : Optional.empty();
    } catch (FileNameException e) {
      return FileName.kindOf(file).isPresent() ? Optional.empty() : Optional.of(KEY);
    }
  }

  /** Whether satellites of the office stand in the configuration. */
  boolean hasSatellites(OfficeNumber office) {
    return !satellitesOf(office).isEmpty();
  }

  /** Whether a unit is such a set. */
  static boolean isSet(String unitKey) {
    return unitKey.startsWith(KEY);
  }

  /** Whether every place of the office has put something into the set. */
  boolean isComplete(OfficeNumber office, List<Arrival> arrivals) {
    Set<String> missing = new HashSet<>(Set.of(Satellite.NONE));
    satellitesOf(office).forEach(satellite -> missing.add(satellite.number()));
    arrivals.forEach(arrival -> missing.remove(arrival.satellite()));
    return missing.isEmpty();
  }

  private List<Satellite> satellitesOf(OfficeNumber office) {
    return directory.office(office).map(Office::satellites).orElse(List.of());
  }
}
