package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.ApprovedAdapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator approves an adapter as it is now, and the file tells who, what and when. */
class AdapterApproveCommandTest {
  @TempDir Path config;
  private Path vendors;

  @BeforeEach
  void copyOne() throws IOException {
    vendors = config.resolve("vendors");
    Path jittai = Files.createDirectories(vendors.resolve("jittai"));
    Files.copy(Path.of("config/vendors/jittai/adapter.yaml"), jittai.resolve("adapter.yaml"));
  }

  @Test
  void theHashIsNotedWithWhoApprovedIt() throws Exception {
    Called called = approve("jittai");

    assertEquals(0, called.exit(), called.err());
    String sha256 =
        Adapters.load(vendors, "jittai", HubSettings.defaults().vendors()).orElseThrow().sha256();
    assertTrue(called.out().contains(sha256), called.out());
    ApprovedAdapters approved = ApprovedAdapters.read(vendors);
    assertTrue(approved.contains("jittai", sha256));
    assertEquals("佐藤", approved.approvals().get(0).by());
    assertTrue(approve("jittai").out().contains("すでに承認"), "twice is once");
    assertEquals(1, ApprovedAdapters.read(vendors).approvals().size());
  }

  @Test
  void anAdapterThatDoesNotWorkIsNotApproved() throws Exception {
    Path mapping = vendors.resolve("jittai/adapter.yaml");
    Files.writeString(mapping, Files.readString(mapping).replace("- rename:", "- renam:"));

    Called called = approve("jittai");

    assertEquals(1, called.exit());
    assertTrue(called.err().contains("行目"), called.err());
    assertFalse(Files.exists(ApprovedAdapters.fileOf(vendors)));
  }

  @Test
  void aBrokenNeighbourStopsNothing() throws Exception {
    Path broken = Files.createDirectories(vendors.resolve("broken"));
    Files.writeString(broken.resolve("adapter.yaml"), "lenses: [\n");

    assertEquals(0, approve("jittai").exit());
    assertEquals(2, approve("nobody").exit());
  }

  private Called approve(String name) {
    return Called.hub("adapter", "approve", name, "--by", " 佐藤", "--config", config);
  }
}
