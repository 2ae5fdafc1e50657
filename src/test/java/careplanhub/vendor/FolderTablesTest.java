package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.HubSettings;
import careplanhub.office.VendorSettings;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are the CSV files of a folder, within the bounds of the settings. */
class FolderTablesTest {
  private static final String TABLE = "語,値\na,1\n";

  @TempDir Path folder;

  @Test
  void theTablesOfAnOfficeLieInItsFolder() {
    assertEquals(
        folder.resolve("offices/9970000002"),
        FolderTables.folderOf(folder, new OfficeNumber("9970000002")));
  }

  @Test
  void everyCsvFileIsATableButTheHubsOwn() throws IOException {
    for (String name :
        List.of("b.csv", "a.csv", "support-offices.csv", ".hidden.csv", "note.txt", "a.csv~")) {
      Files.writeString(folder.resolve(name), TABLE);
    }
    Files.createDirectory(folder.resolve("folder.csv"));
    assertEquals(
        List.of(folder.resolve("a.csv"), folder.resolve("b.csv")), FolderTables.files(folder));
    FolderTables tables = read(2, 1000);
    assertEquals(List.of("a.csv", "b.csv"), List.copyOf(tables.findings().keySet()));
    assertEquals(List.of(List.of("a", "1")), tables.named("a").orElseThrow().lines());
    assertEquals(List.of(), tables.findings().get("a.csv"));
    assertTrue(tables.named("note").isEmpty());
    assertTrue(tables.named("support-offices").isEmpty());
  }

  @Test
  void aFolderThatIsNotThereHasNoTables() throws IOException {
    Path none = folder.resolve("none");
    assertEquals(List.of(), FolderTables.files(none));
    assertEquals(Map.of(), FolderTables.read(none, limits(1, 1)).findings());
  }

  @Test
  void oneTableTooManyIsToldAndNotUsed() throws IOException {
    Files.writeString(folder.resolve("a.csv"), TABLE);
    Files.writeString(folder.resolve("b.csv"), TABLE);
    FolderTables tables = read(1, 1000);
    assertEquals(1, tables.named("a").orElseThrow().lines().size());
    assertEquals(List.of(), tables.named("b").orElseThrow().lines());
    assertTold("vendors.maximumTables ", tables.findings().get("b.csv"));
  }

  @Test
  void aTableOneByteTooGreatIsToldAndNotUsed() throws IOException {
    Files.writeString(folder.resolve("a.csv"), TABLE);
    int size = TABLE.getBytes(UTF_8).length;
    assertEquals(1, read(1, size).named("a").orElseThrow().lines().size());
    FolderTables tables = read(1, size - 1);
    assertEquals(List.of(), tables.named("a").orElseThrow().lines());
    assertTold("vendors.maximumTableSize ", tables.findings().get("a.csv"));
  }

  @Test
  void theTablesOfAnAdapterLieBesideItsMapping() {
    FolderTables tables =
        FolderTables.of(
            Map.of(
                "services.csv", TABLE.getBytes(UTF_8),
                "adapter.yaml", new byte[0],
                "routes/other.csv", TABLE.getBytes(UTF_8)));
    assertEquals(Set.of("services.csv"), tables.findings().keySet());
    assertEquals(1, tables.named("services").orElseThrow().lines().size());
  }

  private static void assertTold(String setting, List<Finding> findings) {
    assertEquals(1, findings.size());
    assertTrue(findings.get(0).message().contains(setting), findings.get(0).message());
  }

  private FolderTables read(int tables, long size) throws IOException {
    return FolderTables.read(folder, limits(tables, size));
  }

  private static VendorSettings limits(int tables, long size) {
    VendorSettings defaults = HubSettings.defaults().vendors();
    return new VendorSettings(
        defaults.approvedOnly(),
        defaults.scanInterval(),
        defaults.maximumAdapters(),
        defaults.maximumAdapterFiles(),
        defaults.maximumAdapterSize(),
        tables,
        new DataSize(size),
        defaults.maximumWorkbookParts());
  }
}
