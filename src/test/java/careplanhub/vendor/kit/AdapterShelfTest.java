package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.store.FailingFileLayer;
import careplanhub.store.FileLayer;
import careplanhub.store.RealFiles;
import careplanhub.store.RecordingFileLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void theOldOneComesBackWhenTheNewOneCannotBePutInItsPlace() throws Exception {
    shelf("2026-01-01T00:00:00Z").place(pack("1"));
    FailingFileLayer disk = new FailingFileLayer(new RealFiles());
    AtomicInteger tries = new AtomicInteger();
    disk.failWhen(
        (operation, path) ->
            operation == FailingFileLayer.Operation.RENAME
                && path.endsWith("vendors/gekkan")
                && tries.incrementAndGet() == 1);
    assertThrows(IOException.class, () -> shelf("2026-01-02T00:00:00Z", disk).place(pack("2")));
    assertTrue(placed().contains("version: \"1\""));
    assertEquals(0, count("vendors-incoming"));
    assertEquals(0, count("vendors-kept/gekkan"));
  }

  @Test
  void aFirstOneThatCannotBePutInItsPlaceLeavesNothing() throws Exception {
    FailingFileLayer disk = new FailingFileLayer(new RealFiles());
    disk.failWhen(
        (operation, path) ->
            operation == FailingFileLayer.Operation.RENAME && path.endsWith("vendors/gekkan"));
    assertThrows(IOException.class, () -> shelf("2026-01-02T00:00:00Z", disk).place(pack("1")));
    assertEquals(0, count("vendors"));
    assertEquals(0, count("vendors-incoming"));
  }

  @Test
  void whatIsKeptAndDoesNotLoadStaysKept() throws Exception {
    shelf("2026-01-01T00:00:00Z").place(pack("1"));
    Path kept =
        Optional.ofNullable(shelf("2026-01-02T00:00:00Z").place(pack("2")).kept()).orElseThrow();
    Files.writeString(kept.resolve("adapter.yaml"), "adapter: [");
    assertThrows(ConfigurationException.class, () -> shelf("2026-01-03T00:00:00Z").back("gekkan"));
    assertTrue(Files.isDirectory(kept));
    assertTrue(placed().contains("version: \"2\""));
  }

  @Test
  void theNewestFolderThatIsKeptComesBack() throws Exception {
    for (String version : List.of("1", "2", "3")) {
      shelf("2026-01-0" + version + "T00:00:00Z").place(pack(version));
    }
    Files.writeString(config.resolve("vendors-kept/gekkan/99999999.txt"), "x");
    shelf("2026-01-04T00:00:00Z").back("gekkan");
    assertTrue(placed().contains("version: \"2\""));
  }

  @Test
  void bothFoldersAreSyncedAfterTheirRenames() throws Exception {
    shelf("2026-01-01T00:00:00Z").place(pack("1"));
    RecordingFileLayer disk = new RecordingFileLayer(new RealFiles());
    shelf("2026-01-02T00:00:00Z", disk).place(pack("2"));
    List<String> last =
        disk.events().stream()
            .dropWhile(
                event ->
                    event.kind() != RecordingFileLayer.Kind.RENAMED
                        || !event.path().startsWith(config.resolve("vendors-kept")))
            .map(event -> event.kind() + " " + config.relativize(event.path()))
            .toList();
    assertEquals(
        List.of(
            "RENAMED vendors-kept/gekkan/20260102-090000-000",
            "DIRECTORY_SYNCED vendors-kept/gekkan",
            "RENAMED vendors/gekkan",
            "DIRECTORY_SYNCED vendors"),
        last);
  }

  private int count(String folder) throws IOException {
    try (Stream<Path> left = Files.list(config.resolve(folder))) {
      return (int) left.count();
    }
  }

  private AdapterShelf shelf(String now) {
    return shelf(now, new RealFiles());
  }

  private AdapterShelf shelf(String now, FileLayer disk) {
    return new AdapterShelf(
        config,
        disk,
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
