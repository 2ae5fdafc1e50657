package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.DataSize;
import careplanhub.office.HubSettings;
import careplanhub.office.VendorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an adapter's folder is what counts, within the bounds of the settings. */
class AdapterFolderTest {
  @TempDir Path vendors;
  private Path folder;

  @BeforeEach
  void anAdapter() throws IOException {
    folder = Files.createDirectory(vendors.resolve("jittai"));
    Files.copy(JittaiFixture.FILE, folder.resolve("adapter.yaml"));
  }

  @Test
  void theFilesThatCountAreReadAndHashed() throws Exception {
    Files.createDirectories(folder.resolve("routes"));
    Files.writeString(folder.resolve("routes/pull.yaml"), "- route: {}\n");
    Files.createDirectories(folder.resolve("scenarios/one"));
    Files.writeString(folder.resolve("scenarios/one/scenario.yaml"), "");
    Files.writeString(folder.resolve("adapter.yaml~"), "");
    AdapterFolder read = AdapterFolder.read(folder, limits(2, 1 << 20));
    assertEquals(Set.of("adapter.yaml", "routes/pull.yaml"), read.files().keySet());
    assertEquals(AdapterHash.of(read.files()), read.sha256());
    assertEquals("jittai", read.name());
    assertEquals("AdapterFolder[jittai]", read.toString());
    assertEquals(read.sha256(), read.adapter().sha256());
    assertThrows(UnsupportedOperationException.class, () -> read.files().clear());
  }

  @Test
  void oneFileTooManyIsRefused() throws Exception {
    AdapterFolder.read(folder, limits(1, 1 << 20));
    Files.writeString(folder.resolve("a.csv"), "");
    assertTold("vendors.maximumAdapterFiles", limits(1, 1 << 20));
  }

  @Test
  void oneByteTooManyIsRefused() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "12345");
    long size = Files.size(folder.resolve("adapter.yaml")) + 5;
    assertEquals(2, AdapterFolder.read(folder, limits(9, size)).files().size());
    assertTold("vendors.maximumAdapterSize", limits(9, size - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb.csv", "a\\b.csv", "a\u001fb.csv"})
  void aNameThatAListOfHashesCannotHoldIsRefused(String name) throws Exception {
    Files.writeString(folder.resolve(name), "");
    assertTold("名前に改行や「\\」", limits(9, 1 << 20));
  }

  @Test
  void aNameMayHaveBlanks() throws Exception {
    Files.writeString(folder.resolve("a b.csv"), "");
    assertEquals(2, AdapterFolder.read(folder, limits(9, 1 << 20)).files().size());
  }

  @Test
  void aFolderWithoutAMappingIsNoAdapter() throws Exception {
    Files.delete(folder.resolve("adapter.yaml"));
    AdapterFolder read = AdapterFolder.read(folder, limits(9, 1 << 20));
    ConfigurationException mistake = assertThrows(ConfigurationException.class, read::adapter);
    assertTrue(mistake.getMessage().contains("ファイルがありません"), mistake.getMessage());
  }

  @Test
  void anAdapterIsCalledAsItsFolder() throws Exception {
    Path other = vendors.resolve("other");
    Files.move(folder, other);
    AdapterFolder read = AdapterFolder.read(other, limits(9, 1 << 20));
    ConfigurationException mistake = assertThrows(ConfigurationException.class, read::adapter);
    assertEquals("adapter", mistake.field());
    assertTrue(mistake.getMessage().contains("other"), mistake.getMessage());
  }

  private void assertTold(String word, VendorSettings limits) {
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> AdapterFolder.read(folder, limits));
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
  }

  private static VendorSettings limits(int files, long size) {
    VendorSettings defaults = HubSettings.defaults().vendors();
    return new VendorSettings(
        defaults.approvedOnly(),
        defaults.scanInterval(),
        defaults.maximumAdapters(),
        files,
        new DataSize(size),
        defaults.maximumTables(),
        defaults.maximumTableSize(),
        defaults.maximumWorkbookParts());
  }
}
