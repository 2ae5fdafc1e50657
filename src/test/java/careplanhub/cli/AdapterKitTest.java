package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit as an integrator uses it: from a sample to a pack, and the pack into another hub. */
class AdapterKitTest {
  private static final String SAMPLE =
      """
      保険者番号,被保険者番号,利用者名,訪問日,開始,終了,サービスコード,単位数,担当者
      131045,9900000001,試験 太郎,2025/04/01,9:50,10:20,111111,244,甲
      131045,9900000002,<b>見本</b> 花子,2025/04/02,13:00,13:45,112111,183,乙
      """;

  @TempDir Path folder;
  private String screen = "";
  private Path config;

  @BeforeEach
  void aConfigurationOfItsOwn() throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
  }

  @Test
  void aSampleBecomesAnAdapterThatReadsIt() throws IOException {
    Path sample = Files.writeString(folder.resolve("sample.csv"), SAMPLE);
    assertEquals(0, run("adapter", "new", "--from", sample, "--name", "mine"), () -> screen);
    assertTrue(screen.contains("2 行から標準仕様の 2 行"), screen);
    assertTrue(screen.contains("被保険者番号"), screen);
    assertFalse(screen.contains("試験"), screen);
    String yaml = Files.readString(config.resolve("vendors/mine/adapter.yaml"));
    assertFalse(yaml.contains("9900000001") || yaml.contains("試験"), yaml);
    assertEquals(1, run("adapter", "new", "--from", sample, "--name", "mine"));
    assertTrue(screen.contains("同じ名前のアダプタ"), screen);
  }

  @Test
  void whatIsNoSampleIsToldInOneSentence() throws IOException {
    Path workbook = Files.write(folder.resolve("x.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertEquals(1, run("adapter", "new", "--from", workbook));
    assertTrue(screen.contains("CSV で書き出した"), screen);
    Path empty = Files.write(folder.resolve("empty.csv"), new byte[0]);
    assertEquals(1, run("adapter", "new", "--from", empty));
    assertFalse(Files.exists(config.resolve("vendors")));
  }

  @Test
  void tryShowsBothSidesAndTheLensesAndEscapesItsPage() throws IOException {
    Path sample = Files.writeString(folder.resolve("sample.csv"), SAMPLE);
    run("adapter", "new", "--from", sample, "--name", "mine");
    Path page = folder.resolve("page.html");
    assertEquals(
        0,
        run("adapter", "try", "mine", sample, "--partner", "9980000001", "--html", page),
        () -> screen);
    assertTrue(screen.contains("開始「9:50」"), screen);
    assertTrue(screen.contains("サービス開始時刻「0950」"), screen);
    assertTrue(screen.contains("UPJSK rename: 開始「9:50」"), screen);
    String html = Files.readString(page);
    assertTrue(html.contains("&lt;b&gt;見本&lt;/b&gt;"), html);
    assertFalse(html.contains("<b>見本"), html);
    assertTrue(html.contains("default-src 'none'"), html);
  }

  @Test
  void tryShowsTheOtherWayToo() {
    Path result =
        Path.of(
            "config/vendors/jittai/scenarios/visits/standard/UPJSK_202504_9970000002_11_9980000001_43_20250501120000.CSV");
    assertEquals(0, run("adapter", "try", Path.of("config/vendors/jittai"), result), () -> screen);
    assertTrue(screen.contains("標準仕様 → サービス実態"), screen);
    assertTrue(screen.contains("開始時間「"), screen);
  }

  @Test
  void theShippedAdaptersAreGreen() {
    assertEquals(0, run("adapter", "test", Path.of("config/vendors/jittai")), () -> screen);
    assertTrue(screen.contains("期待どおり"), screen);
  }

  @Test
  void withoutScenariosNothingIsGreen() throws IOException {
    Path sample = Files.writeString(folder.resolve("sample.csv"), SAMPLE);
    run("adapter", "new", "--from", sample, "--name", "mine");
    assertEquals(1, run("adapter", "test", "mine"));
    assertTrue(screen.contains("シナリオがありません"), screen);
  }

  @Test
  void aDifferenceIsToldAndKeepsThePackFromBeingMade() throws IOException {
    Path own = copied("jittai", folder.resolve("other/jittai"));
    Path expected =
        own.resolve(
            "scenarios/visits/standard/UPJSK_202504_9970000002_11_9980000001_43_20250501120000.CSV");
    Files.writeString(expected, Files.readString(expected).replaceFirst("202504", "202505"));
    assertEquals(1, run("adapter", "test", own));
    assertTrue(screen.contains("× visits"), screen);
    assertTrue(screen.contains("期待 "), screen);
    Path key = key();
    Path pack = folder.resolve("jittai.zip");
    assertEquals(1, run("adapter", "pack", own, "--key", key, "--out", pack));
    assertFalse(Files.exists(pack));
  }

  @Test
  void aPackOfAKnownPublisherGoesInAndTheOldOneIsKept() throws IOException {
    Path own = copied("jittai", folder.resolve("other/jittai"));
    Path first = packed(own, "first.zip");
    assertEquals(1, run("adapter", "add", first));
    assertTrue(screen.contains("信じる発行者の署名ではない"), screen);
    assertTrue(screen.contains("publishers"), screen);
    assertFalse(Files.exists(config.resolve("vendors/jittai")));

    trust();
    assertEquals(0, run("adapter", "add", first), () -> screen);
    Path placed = config.resolve("vendors/jittai/adapter.yaml");
    assertEquals(Files.readString(own.resolve("adapter.yaml")), Files.readString(placed));

    change(own, "version: \"1\"", "version: \"2\"");
    assertEquals(0, run("adapter", "add", packed(own, "second.zip")), () -> screen);
    assertTrue(Files.readString(placed).contains("version: \"2\""));
    assertEquals(0, run("adapter", "back", "jittai"), () -> screen);
    assertTrue(Files.readString(placed).contains("version: \"1\""));
    assertEquals(0, run("adapter", "back", "jittai"), () -> screen);
    assertTrue(Files.readString(placed).contains("version: \"2\""));
    assertFalse(holdsAnything(config.resolve("vendors-incoming")));
  }

  @Test
  void aChangedPackIsRefusedAndNothingChanges() throws IOException {
    Path own = copied("jittai", folder.resolve("other/jittai"));
    Path pack = packed(own, "first.zip");
    trust();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    assertEquals(1, run("adapter", "add", pack));
    assertFalse(Files.exists(config.resolve("vendors/jittai")));
    assertFalse(screen.contains("Exception"), screen);
  }

  private Path key() {
    Path keys = folder.resolve("publisher");
    if (!Files.exists(keys.resolve("publisher.p12"))) {
      assertEquals(0, run("keys", "publisher", keys, "--name", "試験の発行者"), () -> screen);
    }
    return keys.resolve("publisher.p12");
  }

  private Path packed(Path adapter, String name) {
    Path pack = folder.resolve(name);
    assertEquals(0, run("adapter", "pack", adapter, "--key", key(), "--out", pack), () -> screen);
    return pack;
  }

  private void trust() throws IOException {
    Path publishers = Files.createDirectories(config.resolve("publishers"));
    Files.copy(folder.resolve("publisher/publisher.crt"), publishers.resolve("publisher.crt"));
  }

  private static void change(Path adapter, String old, String with) throws IOException {
    Path file = adapter.resolve("adapter.yaml");
    String yaml = Files.readString(file);
    assertTrue(yaml.contains(old));
    Files.writeString(file, yaml.replace(old, with));
  }

  private static Path copied(String adapter, Path target) throws IOException {
    Path source = Path.of("config", "vendors", adapter);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path one : all.toList()) {
        Path copy = target.resolve(source.relativize(one).toString());
        Files.createDirectories(Files.isDirectory(one) ? copy : copy.getParent());
        if (!Files.isDirectory(one)) {
          Files.copy(one, copy);
        }
      }
    }
    return target;
  }

  private static boolean holdsAnything(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return false;
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found.findAny().isPresent();
    }
  }

  private int run(Object... arguments) {
    boolean configured = arguments[0].equals("adapter");
    Called called =
        Called.hub(
            Stream.concat(
                    Stream.of(arguments),
                    configured ? Stream.of("--config", config) : Stream.empty())
                .toArray());
    screen = called.out() + called.err();
    return called.exit();
  }
}
