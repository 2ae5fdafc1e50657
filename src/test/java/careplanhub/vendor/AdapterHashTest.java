package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number by which evidence, approvals and packs know an adapter. */
class AdapterHashTest {
  @TempDir Path vendors;

  /**
   * As {@code sha256sum} tells: {@code printf 'a\n' > adapter.yaml; printf 'b\n' > 表.csv; sha256sum
   * adapter.yaml 表.csv | sha256sum}.
   */
  @Test
  void itIsTheHashOfWhatSha256sumPrints() {
    assertEquals(
        "646286b4988b078bf4afb95d9a6b5cd7dc2211f8c347ec8e3586fb4782d07f59",
        AdapterHash.of(
            Map.of("表.csv", "b\n".getBytes(UTF_8), "adapter.yaml", "a\n".getBytes(UTF_8))));
  }

  @Test
  void everyFileThatChangesWhatTheAdapterDoesChangesIt() {
    Map<String, byte[]> mapping = Map.of("adapter.yaml", new byte[] {1});
    String alone = AdapterHash.of(mapping);
    assertNotEquals(alone, with(mapping, "services.csv"));
    assertNotEquals(alone, with(mapping, "routes/pull.yaml"));
    assertNotEquals(with(mapping, "a.csv"), with(mapping, "b.csv"));
    assertNotEquals(alone, AdapterHash.of(Map.of("adapter.yaml", new byte[] {2})));
  }

  @Test
  void scenariosAndWhatEditorsLeaveDoNotCount() {
    Map<String, byte[]> mapping = Map.of("adapter.yaml", new byte[] {1});
    String alone = AdapterHash.of(mapping);
    for (String name :
        new String[] {"scenarios/one/users.csv", ".adapter.yaml.swp", "adapter.yaml~", "~$a.csv"}) {
      assertEquals(alone, with(mapping, name), name);
    }
  }

  @Test
  void anAdapterThatChangedIsNotTheApprovedOne() throws Exception {
    Path jittai = copyOf("jittai");
    Adapter before = load(jittai);
    ApprovedAdapters approved =
        new ApprovedAdapters(List.of()).with(before, "佐藤 \"花子\"", Instant.EPOCH);
    Files.write(ApprovedAdapters.fileOf(vendors), approved.bytes());
    assertEquals(approved, ApprovedAdapters.read(vendors));
    assertTrue(approved.contains("jittai", before.sha256()));

    Files.writeString(jittai.resolve("services.csv"), "a,b\n");
    Adapter after = load(jittai);
    assertNotEquals(before.sha256(), after.sha256());
    assertTrue(!approved.contains("jittai", after.sha256()));
  }

  @Test
  void aFolderWithTooMuchInItIsNotLoaded() throws Exception {
    Path jittai = copyOf("jittai");
    Files.write(jittai.resolve("large.csv"), new byte[20 << 20]);
    assertTrue(
        assertThrows(ConfigurationException.class, () -> load(jittai))
            .getMessage()
            .contains("vendors.maximumAdapterSize"));
    Files.delete(jittai.resolve("large.csv"));
    for (int i = 0; i < 100; i++) {
      Files.createFile(jittai.resolve("t" + i + ".csv"));
    }
    assertTrue(
        assertThrows(ConfigurationException.class, () -> load(jittai))
            .getMessage()
            .contains("vendors.maximumAdapterFiles"));
  }

  private static String with(Map<String, byte[]> mapping, String name) {
    Map<String, byte[]> files = new HashMap<>(mapping);
    files.put(name, new byte[] {7});
    return AdapterHash.of(files);
  }

  private Path copyOf(String name) throws Exception {
    Path folder = Files.createDirectories(vendors.resolve(name));
    Files.copy(Path.of("config/vendors", name, "adapter.yaml"), folder.resolve("adapter.yaml"));
    return folder;
  }

  private static Adapter load(Path folder) throws Exception {
    return AdapterFolder.read(folder, HubSettings.defaults().vendors()).adapter();
  }
}
