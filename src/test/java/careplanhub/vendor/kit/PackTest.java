package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.office.KitSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack comes out as it went in, and of one with a trick in it nothing comes out. */
class PackTest {
  private static final KitSettings LIMITS = HubSettings.defaults().kit();
  static final PackTrust ANYBODY = signed -> new PackTrust.Opened(signed, "試験", "00");

  @Test
  void aPackComesOutAsItWentIn() throws Exception {
    Map<String, byte[]> files =
        Map.of("adapter.yaml", bytes("a"), "scenarios/見本/vendor/x.csv", bytes("b,c\r\n"));
    byte[] pack = PackWriter.pack("yoko", "2", "例", files, manifest -> manifest);

    PackContents contents = PackContents.open(pack, ANYBODY, LIMITS);

    assertEquals("yoko", contents.manifest().adapter());
    assertEquals("2", contents.manifest().version());
    assertEquals(files.keySet(), contents.files().keySet());
    for (String name : files.keySet()) {
      assertArrayEquals(files.get(name), contents.files().get(name), name);
    }
    assertArrayEquals(pack, PackWriter.pack("yoko", "2", "例", files, manifest -> manifest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.csv",
        "a/../../x.csv",
        "/x.csv",
        "//host/x.csv",
        "C:/x.csv",
        "C:x.csv",
        "a\\x.csv",
        "..\\x.csv",
        "./x.csv",
        "a//x.csv",
        "a/",
        "",
        ".hidden.csv",
        "a/.b/x.csv",
        "CON.csv",
        "a/nul.csv",
        "com1.csv",
        "x.csv ",
        "x.csv.",
        " x.csv",
        "a/b ./x.csv",
        "x\0.csv",
        "x\n.csv",
        "x.csv:stream.csv",
        "a*.csv",
        "a?.csv",
        "PROGRA~1.csv"
      })
  void aNameThatCouldMeanAnotherPlaceIsRefused(String name) throws Exception {
    Map<String, byte[]> files = Map.of("adapter.yaml", bytes("a"), name, bytes("b"));
    KitException refused =
        assertThrows(
            KitException.class, () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS));
    assertTrue(refused.sentence().contains("作り直し"), refused.sentence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X.class",
        "x.jar",
        "lib/x.JAR",
        "x.java",
        "x.groovy",
        "run.sh",
        "run.bat",
        "x",
        "x.dll",
        "x.so"
      })
  void aFileThatIsNoDataIsRefused(String name) throws Exception {
    Map<String, byte[]> files = Map.of("adapter.yaml", bytes("a"), name, bytes("b"));
    assertThrows(KitException.class, () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS));
    assertThrows(
        KitException.class, () -> PackWriter.pack("yoko", "1", "例", files, manifest -> manifest));
  }

  @Test
  void aJavaClassUnderAnotherNameIsRefused() throws Exception {
    byte[] code = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61};
    Map<String, byte[]> files = Map.of("adapter.yaml", bytes("a"), "services.csv", code);
    KitException refused =
        assertThrows(
            KitException.class, () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS));
    assertTrue(refused.sentence().contains("Java"), refused.sentence());
  }

  @Test
  void linksAndFoldersAreRefused() {
    for (int mode : new int[] {0120777, 0040755, 0060600}) {
      KitException refused =
          assertThrows(
              KitException.class,
              () ->
                  PackContents.open(
                      crafted(Map.of("adapter.yaml", bytes("/etc/passwd")), mode),
                      ANYBODY,
                      LIMITS));
      assertTrue(refused.sentence().contains("リンク"), refused.sentence());
    }
  }

  @Test
  void namesThatAreOneFileOnSomeSystemsAreRefused() throws Exception {
    for (String[] pair :
        new String[][] {
          {"a/x.csv", "A/X.csv"},
          {"が.csv", "か\u3099.csv"},
          {"x.csv", "X.CSV"},
          {"a.csv", "a.csv/b.csv"}
        }) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("adapter.yaml", bytes("a"));
      files.put(pair[0], bytes("b"));
      files.put(pair[1], bytes("c"));
      assertThrows(
          KitException.class,
          () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS),
          pair[0] + " " + pair[1]);
    }
  }

  @Test
  void whatIsNotInTheManifestIsRefused() throws Exception {
    Map<String, byte[]> files = Map.of("adapter.yaml", bytes("a"));
    byte[] manifest = PackManifest.of("yoko", "1", "例", files).bytes();
    Map<String, byte[]> entries = entries(manifest, files);
    entries.put("adapter/more.csv", bytes("x"));
    assertThrows(KitException.class, () -> PackContents.open(zip(entries, 0), ANYBODY, LIMITS));
    entries.remove("adapter/more.csv");
    entries.put("adapter/adapter.yaml", bytes("b"));
    KitException changed =
        assertThrows(KitException.class, () -> PackContents.open(zip(entries, 0), ANYBODY, LIMITS));
    assertTrue(changed.sentence().contains("書き換え"), changed.sentence());
    entries.put("adapter/adapter.yaml", bytes("a"));
    entries.put("manifest.yaml", bytes("pack: \"1\"\n"));
    assertThrows(KitException.class, () -> PackContents.open(zip(entries, 0), ANYBODY, LIMITS));
    entries.put("manifest.yaml", manifest);
    entries.put("other.txt", bytes("x"));
    assertThrows(KitException.class, () -> PackContents.open(zip(entries, 0), ANYBODY, LIMITS));
  }

  @Test
  void whatSwellsIsRefusedBeforeItIsWhole() {
    Map<String, byte[]> files = Map.of("adapter.yaml", bytes("a"), "x.csv", new byte[5_000_000]);
    KitException refused =
        assertThrows(
            KitException.class, () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS));
    assertTrue(refused.sentence().contains("maximumPackRatio"), refused.sentence());
  }

  @Test
  void tooManyFilesAreRefused() {
    Map<String, byte[]> files =
        IntStream.rangeClosed(0, LIMITS.maximumPackFiles())
            .boxed()
            .collect(Collectors.toMap(number -> "x" + number + ".csv", number -> bytes("a")));
    KitException refused =
        assertThrows(
            KitException.class, () -> PackContents.open(crafted(files, 0), ANYBODY, LIMITS));
    assertTrue(refused.sentence().contains("maximumPackFiles"), refused.sentence());
  }

  @Test
  void aDamagedPackIsToldSoWhereverItIsCut() throws Exception {
    byte[] pack =
        PackWriter.pack("yoko", "1", "例", Map.of("adapter.yaml", bytes("abc")), seal -> seal);
    for (int length = 0; length < pack.length; length++) {
      byte[] cut = Arrays.copyOf(pack, length);
      assertThrows(KitException.class, () -> PackContents.open(cut, ANYBODY, LIMITS));
    }
  }

  /** A pack as somebody could make who does not use the kit, with these files and their mode. */
  private static byte[] crafted(Map<String, byte[]> files, int mode) throws IOException {
    List<PackManifest.PackedFile> packed =
        files.entrySet().stream()
            .map(
                file ->
                    new PackManifest.PackedFile(
                        file.getKey(), file.getValue().length, PackManifest.hash(file.getValue())))
            .toList();
    byte[] manifest = new PackManifest("1", "yoko", "1", "例", "0".repeat(64), packed).bytes();
    return zip(entries(manifest, files), mode);
  }

  static Map<String, byte[]> entries(byte[] manifest, Map<String, byte[]> files) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("manifest.yaml", manifest);
    entries.put("manifest.p7s", manifest);
    files.forEach((name, bytes) -> entries.put("adapter/" + name, bytes));
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries, int mode) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> one : entries.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(one.getKey());
        if (mode != 0 && one.getKey().startsWith("adapter/")) {
          entry.setUnixMode(mode);
        }
        zip.putArchiveEntry(entry);
        zip.write(one.getValue());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
