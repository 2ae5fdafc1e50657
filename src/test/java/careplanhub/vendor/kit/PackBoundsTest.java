package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.HubSettings;
import careplanhub.office.KitSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a pack, its manifest and the names in it stop being taken. */
class PackBoundsTest {
  private static final KitSettings LIMITS = HubSettings.defaults().kit();

  @Test
  void aPackMayBeAsGreatAsTheSettingSays() throws Exception {
    byte[] pack = packed(Map.of("adapter.yaml", PackTest.bytes("a")));
    assertEquals(1, PackContents.open(pack, PackTest.ANYBODY, sized(pack.length)).files().size());
    assertRefused(pack, sized(pack.length - 1), "kit.maximumPackSize を超えて");
  }

  @Test
  void whatUnpacksToMoreThanTheSettingIsRefused() throws Exception {
    String letters = "abcdefghij".repeat(200);
    byte[] pack =
        packed(Map.of("a.csv", PackTest.bytes(letters), "b.csv", PackTest.bytes(letters)));
    assertTrue(pack.length < letters.length());
    assertEquals(2, PackContents.open(pack, PackTest.ANYBODY, sized(6_000)).files().size());
    assertRefused(pack, sized(2L * letters.length()), "展開すると");
  }

  @Test
  void aPackMayHoldAsManyFilesAsTheSettingSays() throws Exception {
    byte[] pack = packed(Map.of("a.csv", PackTest.bytes("a"), "b.csv", PackTest.bytes("b")));
    KitSettings two =
        new KitSettings(LIMITS.maximumSampleSize(), 1, LIMITS.maximumPackSize(), 2, 1000);
    KitSettings one =
        new KitSettings(LIMITS.maximumSampleSize(), 1, LIMITS.maximumPackSize(), 1, 1000);
    assertEquals(2, PackContents.open(pack, PackTest.ANYBODY, two).files().size());
    assertRefused(pack, one, "kit.maximumPackFiles");
  }

  @Test
  void aSmallFileMayGrowAsOneOf64Bytes() throws Exception {
    KitSettings tenfold =
        new KitSettings(LIMITS.maximumSampleSize(), 1, LIMITS.maximumPackSize(), 9, 10);
    byte[] pack = packed(Map.of("a.csv", new byte[640]));
    assertEquals(1, PackContents.open(pack, PackTest.ANYBODY, tenfold).files().size());
    assertRefused(packed(Map.of("a.csv", new byte[641])), tenfold, "kit.maximumPackRatio");
  }

  @Test
  void plainFilesOfUnixAreTaken() throws Exception {
    Map<String, byte[]> files = Map.of("adapter.yaml", PackTest.bytes("a"));
    byte[] manifest = PackManifest.of("yoko", "1", "例", files).bytes();
    byte[] pack = PackTest.zip(PackTest.entries(manifest, files), 0100644);
    PackContents contents = PackContents.open(pack, PackTest.ANYBODY, LIMITS);
    assertArrayEquals(PackTest.bytes("a"), contents.files().get("adapter.yaml"));
    assertEquals("試験", contents.publisher());
    assertEquals("00", contents.fingerprint());
  }

  @Test
  void aManifestThatWasNotSignedIsRefused() throws Exception {
    PackTrust other = signed -> new PackTrust.Opened(PackTest.bytes("other"), "試験", "00");
    byte[] pack = packed(Map.of("adapter.yaml", PackTest.bytes("a")));
    KitException refused =
        assertThrows(KitException.class, () -> PackContents.open(pack, other, LIMITS));
    assertTrue(refused.sentence().contains("署名されたものと違います"), refused.sentence());
  }

  @Test
  void aFileThatIsOnlyInTheManifestIsMissed() throws Exception {
    Map<String, byte[]> files = Map.of("adapter.yaml", PackTest.bytes("a"));
    byte[] manifest = PackManifest.of("yoko", "1", "例", files).bytes();
    byte[] pack = PackTest.zip(PackTest.entries(manifest, Map.of()), 0);
    assertRefused(pack, LIMITS, "あるはずのファイルがありません");
  }

  @ParameterizedTest
  @CsvSource({
    "'pack: \"1\"', 'pack: \"2\"', 新しい形",
    "'adapter: yoko', 'adapter: Yoko', 使えない名前",
    "'version:', 'versions:', 目録を読めません",
    "'files:', 'files: [', 目録を読めません",
  })
  void aManifestThatSaysOtherThingsIsRefused(String right, String wrong, String word) {
    String yaml =
        new String(
            PackManifest.of("yoko", "1", "例", Map.of("a.csv", PackTest.bytes("a"))).bytes(),
            StandardCharsets.UTF_8);
    KitException refused =
        assertThrows(
            KitException.class,
            () -> PackManifest.parse(PackTest.bytes(yaml.replace(right, wrong))));
    assertTrue(refused.sentence().contains(word), refused.sentence());
  }

  @ParameterizedTest
  @CsvSource({"1, 例", "1.10, 'a \"b\" \\\\'", "x, yes", "2, 表"})
  void aManifestComesBackAsItWasWritten(String version, String title) throws Exception {
    PackManifest manifest =
        PackManifest.of("yoko", version, title, Map.of("a/b.csv", PackTest.bytes("abc")));
    assertEquals(manifest, PackManifest.parse(manifest.bytes()));
    assertEquals(3, manifest.files().get(0).size());
  }

  @Test
  void aPackHasNoTimes() throws Exception {
    byte[] pack = packed(Map.of("a.csv", PackTest.bytes("a")));
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), entry.getTimeLocal());
      }
    }
    assertEquals(List.of("manifest.yaml", "manifest.p7s", "adapter/a.csv"), names);
  }

  @Test
  void noClassIsPacked() throws Exception {
    byte[] mark = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};
    KitException refused = assertThrows(KitException.class, () -> packed(Map.of("a.csv", mark)));
    assertTrue(refused.sentence().contains("Java"), refused.sentence());
    byte[] shorter = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA};
    byte[] pack = packed(Map.of("a.csv", shorter));
    assertEquals(1, PackContents.open(pack, PackTest.ANYBODY, LIMITS).files().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.csv", "a.CSV", "a.b/c.yml", "表/明細.tsv", "a b.txt", "x.y.md", "com.csv"})
  void namesOfDataAreTaken(String name) throws Exception {
    new PackNames().take(name);
    assertTrue(PackNames.isSafe(name) && PackNames.isData(name));
  }

  @ParameterizedTest
  @CsvSource({"a.csv/b, シナリオ", "csv, シナリオ", ".csv, フォルダの外", "a.csv/, フォルダの外"})
  void otherNamesAreRefused(String name, String word) {
    KitException refused = assertThrows(KitException.class, () -> new PackNames().take(name));
    assertTrue(refused.sentence().contains(word), refused.sentence());
  }

  @Test
  void aNameHas200CharactersAtMost() throws Exception {
    new PackNames().take("x".repeat(196) + ".csv");
    assertThrows(KitException.class, () -> new PackNames().take("x".repeat(197) + ".csv"));
  }

  @ParameterizedTest
  @CsvSource({"a.csv, a.csv/b.csv, フォルダの名前", "a.csv/b.csv, A.CSV, 同じ名前", "a/b.csv, a/c.csv, ''"})
  void aFolderIsNoFile(String first, String second, String word) throws Exception {
    PackNames names = new PackNames();
    names.take(first);
    if (word.isEmpty()) {
      names.take(second);
      assertThrows(KitException.class, () -> names.take(second));
    } else {
      KitException refused = assertThrows(KitException.class, () -> names.take(second));
      assertTrue(refused.sentence().contains(word), refused.sentence());
    }
  }

  private static byte[] packed(Map<String, byte[]> files) throws KitException {
    return PackWriter.pack("yoko", "1", "例", files, manifest -> manifest);
  }

  private static KitSettings sized(long most) {
    return new KitSettings(
        LIMITS.maximumSampleSize(),
        LIMITS.maximumSampleRows(),
        new DataSize(most),
        LIMITS.maximumPackFiles(),
        LIMITS.maximumPackRatio());
  }

  private static void assertRefused(byte[] pack, KitSettings limits, String word) {
    KitException refused =
        assertThrows(KitException.class, () -> PackContents.open(pack, PackTest.ANYBODY, limits));
    assertTrue(refused.sentence().contains(word), refused.sentence());
  }
}
