package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.VendorSettings;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import careplanhub.vendor.ApprovedAdapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of an adapter is at work while its folder changes. */
class LoadedAdaptersTest {
  private static final VendorSettings SETTINGS = HubSettings.defaults().vendors();

  @TempDir Path vendors;
  private Path mapping;
  private String text;

  @BeforeEach
  void copyOne() throws IOException {
    mapping = Files.createDirectories(vendors.resolve("jittai")).resolve("adapter.yaml");
    text = Files.readString(Path.of("config/vendors/jittai/adapter.yaml"));
    Files.writeString(mapping, text);
  }

  @Test
  void anAdapterIsNotUsedBeforeItIsApprovedAndNoLongerThanItIs() throws Exception {
    LoadedAdapters loaded = loaded();
    assertTrue(loaded.current().named("jittai").isEmpty());
    assertTrue(loaded.warning().contains("adapter approve jittai"), loaded.warning());

    approve();
    loaded.look();
    assertEquals("1", loaded.current().named("jittai").orElseThrow().version());
    assertEquals("", loaded.warning());

    Files.delete(ApprovedAdapters.fileOf(vendors));
    loaded.look();
    assertTrue(loaded.current().named("jittai").isEmpty(), "an approval can be taken back");
  }

  @Test
  void aChangeIsTakenWhenTwoLooksSawItAlike() throws Exception {
    approve();
    LoadedAdapters loaded = loaded();
    Adapter before = loaded.current().named("jittai").orElseThrow();
    Files.writeString(mapping, text.replace("version: \"1\"", "version: \"22\""));
    approve();

    loaded.look();
    assertEquals("1", loaded.current().named("jittai").orElseThrow().version());
    loaded.look();
    assertEquals("22", loaded.current().named("jittai").orElseThrow().version());
    assertEquals("1", before.version(), "who began with a version ends with it");
  }

  @Test
  void anAdapterWhoseFolderIsGoneIsForgottenAfterTwoLooks() throws Exception {
    approve();
    LoadedAdapters loaded = loaded();
    Files.delete(mapping);

    loaded.look();
    assertTrue(loaded.current().named("jittai").isPresent(), "an editor may be half way");
    loaded.look();
    assertTrue(loaded.current().named("jittai").isEmpty());
    assertEquals("", loaded.warning());
  }

  @Test
  void anUnreadableListOfApprovalsChangesNothingAndIsTold() throws Exception {
    approve();
    LoadedAdapters loaded = loaded();
    Files.writeString(ApprovedAdapters.fileOf(vendors), "approved: [\n");

    loaded.look();

    assertTrue(loaded.current().named("jittai").isPresent());
    assertTrue(loaded.warning().contains("approved.yaml"), loaded.warning());
  }

  @Test
  void moreAdaptersThanTheSettingsAllowAreToldAndNotUsed() throws Exception {
    Path second = Files.createDirectories(vendors.resolve("zz")).resolve("adapter.yaml");
    Files.writeString(second, text.replace("adapter: jittai", "adapter: zz"));
    VendorSettings one =
        new VendorSettings(
            false,
            SETTINGS.scanInterval(),
            1,
            SETTINGS.maximumAdapterFiles(),
            SETTINGS.maximumAdapterSize(),
            SETTINGS.maximumTables(),
            SETTINGS.maximumTableSize(),
            SETTINGS.maximumWorkbookParts());

    LoadedAdapters loaded = new LoadedAdapters(vendors, one, Directory.empty());

    assertEquals(List.of("jittai"), loaded.current().all().stream().map(Adapter::name).toList());
    assertTrue(loaded.warning().contains("vendors.maximumAdapters"), loaded.warning());
  }

  private LoadedAdapters loaded() {
    return new LoadedAdapters(vendors, SETTINGS, Directory.empty());
  }

  private void approve() throws Exception {
    Adapter adapter = AdapterFolder.read(mapping.getParent(), SETTINGS).adapter();
    Files.write(
        ApprovedAdapters.fileOf(vendors),
        ApprovedAdapters.read(vendors).with(adapter, "test", Instant.EPOCH).bytes());
  }
}
