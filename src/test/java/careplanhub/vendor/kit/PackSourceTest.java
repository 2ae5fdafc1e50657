package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.KitSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an adapter's folder just its own files are packed, within the bounds. */
class PackSourceTest {
  private static final KitSettings LIMITS =
      new KitSettings(new DataSize(1), 1, new DataSize(10), 3, 1);

  @TempDir Path folder;

  @Test
  void hiddenFilesAndThoseOfEditorsStayBehind() throws Exception {
    write("adapter.yaml", "12345");
    write("scenarios/a/x.csv", "67890");
    write(".hidden", "x");
    write("scenarios/.git/x", "x");
    write("adapter.yaml~", "x");

    Map<String, byte[]> files = PackSource.read(folder, LIMITS);

    assertEquals(Set.of("adapter.yaml", "scenarios/a/x.csv"), files.keySet());
    assertArrayEquals("12345".getBytes(StandardCharsets.UTF_8), files.get("adapter.yaml"));
  }

  @Test
  void oneFileTooManyIsRefused() throws Exception {
    write("a", "");
    write("b", "");
    write("c", "");
    assertEquals(3, PackSource.read(folder, LIMITS).size());
    write("d", "");
    assertRefused("kit.maximumPackFiles");
  }

  @Test
  void oneByteTooManyIsRefused() throws Exception {
    write("a", "12345");
    write("b", "67890");
    assertEquals(2, PackSource.read(folder, LIMITS).size());
    write("c", "x");
    assertRefused("kit.maximumPackSize");
  }

  @Test
  void aLinkIsRefused() throws Exception {
    Files.createSymbolicLink(folder.resolve("a.csv"), folder.resolve("elsewhere"));
    assertRefused("a.csv");
  }

  private void assertRefused(String word) {
    KitException refusal = assertThrows(KitException.class, () -> PackSource.read(folder, LIMITS));
    assertTrue(String.valueOf(refusal.getMessage()).contains(word), refusal.getMessage());
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
