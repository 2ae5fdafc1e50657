package careplanhub.lab.bench;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticMonth;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.standard.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Writes the files that a benchmark reads: those of one kind, of many offices and months. */
final class CodecFiles {
  private static final long SEED = 1;
  private static final int FEW_USERS = 300;
  private static final int USERS_A_MONTH = 12_000;

  private static final List<SyntheticCorporation> CORPORATIONS =
      List.of(
          SyntheticCorporation.first(),
          SyntheticCorporation.second(),
          SyntheticCorporation.third());
  private static final List<SyntheticOffice> SUPPORTS =
      SyntheticCorporation.supportOffices(CORPORATIONS);
  private static final List<SyntheticOffice> SERVICES =
      SyntheticCorporation.serviceOffices(CORPORATIONS);

  private final String kind;
  private final List<SyntheticOffice> services;

  /** Files of all offices. */
  CodecFiles(String kind) {
    this(kind, SERVICES);
  }

  /**
   * @param kind of files
   * @param services whose services they speak of
   */
  CodecFiles(String kind, List<SyntheticOffice> services) {
    this.kind = kind;
    this.services = List.copyOf(services);
  }

  /** The offices that there are, of all service types that the generator knows. */
  static List<SyntheticOffice> serviceOffices() {
    return SERVICES;
  }

  /** Whether the generator makes such files, and they are CSV. */
  boolean canBeMade() {
    return unitKind().isPresent();
  }

  /**
   * Writes whole files until they have at least so many rows, and returns how many they have.
   *
   * @throws IllegalArgumentException when there are no such files
   */
  long write(Path folder, long rows) throws IOException {
    UnitKind units = unitKind().orElseThrow(() -> new IllegalArgumentException("no such kind"));
    long written = 0;
    for (int month = 0; written < rows; month++) {
      Iterator<GeneratedUnit> made = month(month, USERS_A_MONTH).units(units).iterator();
      while (written < rows && made.hasNext()) {
        for (GeneratedFile file : made.next().files()) {
          if (isOfKind(file)) {
            Files.write(folder.resolve(file.name()), file.content());
            written += file.rows();
          }
        }
      }
    }
    return written;
  }

  private Optional<UnitKind> unitKind() {
    SyntheticMonth few = month(0, FEW_USERS);
    return Arrays.stream(UnitKind.values())
        .filter(
            units -> few.units(units).anyMatch(u -> u.files().stream().anyMatch(this::isOfKind)))
        .findFirst();
  }

  /** The same people month after month. */
  private SyntheticMonth month(int number, int users) {
    return Generator.of(SEED)
        .month(users, Generator.FIRST_MONTH.plusMonths(number), SUPPORTS, services);
  }

  private boolean isOfKind(GeneratedFile file) {
    return file.rows() > 0 && FileName.kindOf(file.name()).filter(kind::equals).isPresent();
  }
}
