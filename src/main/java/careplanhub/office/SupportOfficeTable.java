package careplanhub.office;

import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that an office keeps of its users' support offices: {@code
 * config/offices/<number>/support-offices.csv} with the columns 保険者番号, 被保険者番号, 居宅介護支援事業所番号 (UTF-8
 * or MS932, a header line or none). Spreadsheets take leading zeros away, so shorter numbers are
 * filled up. A line that cannot be used is told and the others hold. Immutable; holds personal
 * data.
 *
 * @param supportOffices by user
 * @param findings what is wrong in the file, by line
 */
public record SupportOfficeTable(
    Map<UserIdentity, OfficeNumber> supportOffices, List<Finding> findings) {
  /** A greater file is not read. */
  public static final DataSize MAXIMUM_SIZE = new DataSize(20_000_000);

  public SupportOfficeTable {
    supportOffices = Map.copyOf(supportOffices);
    findings = List.copyOf(findings);
  }

  /** Where the table of an office lies in a {@code config/} folder. */
  public static Path fileOf(Path config, OfficeNumber office) {
    return config.resolve("offices").resolve(office.value()).resolve("support-offices.csv");
  }

  /** Reads the table; an office without the file has an empty one. */
  public static SupportOfficeTable read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return new SupportOfficeTable(Map.of(), List.of());
    }
    if (Files.size(file) > MAXIMUM_SIZE.bytes()) {
      throw new IOException("The table of support offices is too big.");
    }
    return SupportOfficeTableReader.read(Files.readAllBytes(file));
  }

  /** Who plans the care of this user, as the office wrote it down. */
  public Optional<OfficeNumber> supportOfficeOf(UserIdentity user) {
    return Optional.ofNullable(supportOffices.get(user));
  }

  @Override
  public String toString() {
    return "SupportOfficeTable[" + supportOffices.size() + " users]";
  }
}
