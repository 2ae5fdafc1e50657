package careplanhub.vendor;

import careplanhub.office.VendorSettings;
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

  /**
   * Reads the tables of an office; there are none when the folder is not there. A table that is too
   * great, and those that are too many, say so in their findings.
   */
  public static FolderTables read(Path folder, VendorSettings limits) throws IOException {
    FolderTables read = new FolderTables();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      boolean tooMany = read.tables.size() >= limits.maximumTables();
      boolean tooGreat = Files.size(file) > limits.maximumTableSize().bytes();
      read.add(
          name,
          tooMany
              ? OfficeTable.unread("表の数が設定 vendors.maximumTables を超えているので、この表は使いません。")
              : tooGreat
                  ? OfficeTable.unread("表の大きさが設定 vendors.maximumTableSize を超えているので、この表は使いません。")
                  : OfficeTable.parse(Files.readAllBytes(file)));
    }
    return read;
  }

  /** The files of the tables in a folder, by their names. */
  public static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isTable(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    }
  }

  /** The tables beside a mapping. */
  static FolderTables of(Map<String, byte[]> files) {
    FolderTables read = new FolderTables();
    files.forEach(
        (name, bytes) -> {
          if (isTable(name) && name.indexOf('/') < 0) {
            read.add(name, OfficeTable.parse(bytes));
          }
        });
    return read;
  }

  private static boolean isTable(String name) {
    return name.endsWith(ENDING) && !name.equals(SUPPORT_OFFICES) && !name.startsWith(".");
  }

  private void add(String file, OfficeTable table) {
    tables.put(file.substring(0, file.length() - ENDING.length()), table);
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
