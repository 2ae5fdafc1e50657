package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of one folder, each a file {@code <name>.csv}: of an office {@code
 * config/offices/<number>/} but for {@code support-offices.csv}, of an adapter its own folder. Read
 * once; immutable.
 */
public final class FolderTables implements OfficeTables {
  private static final String ENDING = ".csv";
  private static final String SUPPORT_OFFICES = "support-offices.csv";

  private final Map<String, OfficeTable> tables = new LinkedHashMap<>();

  private FolderTables() {}

  /** Where the tables of an office lie in a {@code config/} folder. */
  public static Path folderOf(Path config, OfficeNumber office) {
    return config.resolve("offices").resolve(office.value());
  }

  /** Reads the tables of a folder; there are none when the folder is not there. */
  public static FolderTables read(Path folder) throws IOException {
    FolderTables read = new FolderTables();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          read.add(file);
        }
      }
    }
    return read;
  }

  private void add(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(ENDING)
        && !name.equals(SUPPORT_OFFICES)
        && Files.size(file) <= OfficeTable.MOST_BYTES) {
      tables.put(
          name.substring(0, name.length() - ENDING.length()),
          OfficeTable.parse(Files.readAllBytes(file)));
    }
  }

  /** What is wrong in the tables, by their files' names. */
  public Map<String, List<Finding>> findings() {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    tables.forEach((name, table) -> findings.put(name + ENDING, table.findings()));
    return findings;
  }

  @Override
  public Optional<OfficeTable> named(String name) {
    return Optional.ofNullable(tables.get(name));
  }
}
