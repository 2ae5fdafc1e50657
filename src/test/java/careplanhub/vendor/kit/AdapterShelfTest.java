package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.store.RealFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An adapter of a pack appears whole, after it has loaded, and the old one is kept. */
class AdapterShelfTest {
  @TempDir Path config;

  @Test
  void aNewAdapterAppearsAndTheOldOneIsKept() throws Exception {
    AdapterShelf.Placed first = shelf("2026-01-01T00:00:00Z").place(pack("1"));
    assertEquals(null, first.kept());
    AdapterShelf.Placed second = shelf("2026-01-02T00:00:00Z").place(pack("2"));
    Path kept = Optional.ofNullable(second.kept()).orElseThrow();
    assertTrue(Files.readString(kept.resolve("adapter.yaml")).contains("version: \"1\""));
    assertTrue(placed().contains("version: \"2\""));
    assertEquals("2", second.adapter().version());

    assertEquals(
        "1", shelf("2026-01-03T00:00:00Z").back("gekkan").orElseThrow().adapter().version());
    assertTrue(placed().contains("version: \"1\""));
    assertEquals(Optional.empty(), shelf("2026-01-03T00:00:00Z").back("other"));
    try (Stream<Path> left = Files.list(config.resolve("vendors-incoming"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void whatDoesNotLoadReplacesNothing() throws Exception {
    shelf("2026-01-01T00:00:00Z").place(pack("1"));
    PackContents broken = contents(yaml("2").replace("weekday:", "weekdays:"), "2");
    assertThrows(ConfigurationException.class, () -> shelf("2026-01-02T00:00:00Z").place(broken));
    assertTrue(placed().contains("version: \"1\""));
    assertFalse(Files.exists(config.resolve("vendors-kept")));
  }

  @Test
  void whatIsNotWhatItsManifestSaysReplacesNothing() throws Exception {
    PackContents other = contents(yaml("2"), "3");
    assertThrows(KitException.class, () -> shelf("2026-01-02T00:00:00Z").place(other));
    assertFalse(Files.exists(config.resolve("vendors/gekkan")));
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectories(config.resolve("elsewhere"));
    Files.createDirectories(config.resolve("vendors"));
    Files.createSymbolicLink(config.resolve("vendors/gekkan"), elsewhere);
    assertThrows(KitException.class, () -> shelf("2026-01-02T00:00:00Z").place(pack("1")));
    try (Stream<Path> left = Files.list(elsewhere)) {
      assertEquals(0, left.count());
    }
  }

  private AdapterShelf shelf(String now) {
    return new AdapterShelf(
        config,
        new RealFiles(),
        HubSettings.defaults().vendors(),
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private String placed() throws Exception {
    return Files.readString(config.resolve("vendors/gekkan/adapter.yaml"));
  }

  private static PackContents pack(String version) throws Exception {
    return contents(yaml(version), version);
  }

  private static PackContents contents(String yaml, String version) {
    Map<String, byte[]> files = Map.of("adapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return new PackContents(PackManifest.of("gekkan", version, "例", files), "試験", "00", files);
  }

  private static String yaml(String version) throws Exception {
    return Files.readString(Path.of("config", "vendors", "gekkan", "adapter.yaml"))
        .replace("version: \"1\"", "version: \"" + version + "\"");
  }
}
