package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An example that does not say what the adapter does is told with the place of each difference. */
class ScenarioCheckTest {
  private static final Path VENDORS = Path.of("config", "vendors");
  private static final String RESULT =
      "UPJSK_202504_9970000002_11_9980000001_43_20250501120000.CSV";
  private static final String BACK = "teikyo_202504_9970000002_11_20250501120000.csv";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what the findings should be, and are not
        "scenario.yaml | '  - VENDOR-12\n' | '' | 標準仕様へ: 指摘 3 番目,期待 （無い）,結果 VENDOR-12",
        "scenario.yaml | '  - VENDOR-12\n' | '  - VENDOR-12\n  - VENDOR-17\n' | 標準仕様へ: 指摘 4 番目,期待 VENDOR-17,結果 （無い）",
        "scenario.yaml | VENDOR-13 4 開始時刻 | VENDOR-13 5 開始時刻 | 標準仕様へ: 指摘 1 番目,期待 VENDOR-13 5 開始時刻,結果 VENDOR-13 4 開始時刻",
        "scenario.yaml | '  - VENDOR-12\n' | '  - VENDOR-12\nfromStandard:\n  - VENDOR-16 サービス回数\n' | 標準仕様から: 指摘 1 番目,期待 VENDOR-16 サービス回数,結果 （無い）",
        // what the files should be, and are not
        "back/" + BACK + " | ',5,244,,1220' | ',6,244,,1220' | 標準仕様から: " + BACK + " 2 番目",
        "vendor/teikyo.csv | 1300,1330 | 1300,1331 | 標準仕様へ: " + RESULT + " 5 番目",
        "vendor/teikyo.csv | 利用対象年月 | 年月 | teikyo.csv はこのアダプタの形式と見分けられません。",
        // what the example itself has wrong
        "scenario.yaml | '\"2025-05-01\"' | '\"5月1日\"' | scenario.yaml の today は",
      })
  void aDifferenceIsToldWithItsPlace(String file, String shipped, String changed, String told)
      throws Exception {
    Scenario scenario = copy("result");
    Path at = scenario.folder().resolve(file);
    String text = Files.readString(at);
    assertTrue(text.contains(shipped), () -> file + " lacks " + shipped);
    Files.writeString(at, text.replace(shipped, changed));
    String differences = String.join("\n", differences("teikyo", Scenario.in(scenario.folder())));
    for (String part : told.split(",", -1)) {
      assertTrue(differences.contains(part), differences);
    }
  }

  @Test
  void anExampleThatHoldsHasNoDifferenceAndOneWithoutFilesShowsNothing() throws Exception {
    Scenario scenario = copy("result");
    assertEquals(List.of(), differences("teikyo", scenario));
    for (String part : List.of("vendor", "standard")) {
      for (Path file : scenario.files(part)) {
        Files.delete(file);
      }
    }
    assertEquals(
        List.of("vendor にも standard にもファイルが無いので、何も確かめていません。"), differences("teikyo", scenario));
  }

  @Test
  void eitherSideAloneIsChecked() throws Exception {
    Scenario scenario = copy("result");
    Files.delete(scenario.folder().resolve("vendor/teikyo.csv"));
    assertEquals(List.of(), differences("teikyo", scenario));
    Files.writeString(scenario.folder().resolve("back/other.csv"), "");
    assertEquals(
        List.of(
            "標準仕様から: ファイル 1 番目\n  期待 other.csv\n  結果 " + BACK,
            "標準仕様から: ファイル 2 番目\n  期待 " + BACK + "\n  結果 （無い）"),
        differences("teikyo", scenario).stream().sorted().toList());
  }

  @Test
  void aFileThatTheAdapterDoesNotTakeIsTold() throws Exception {
    Scenario scenario = copy("result");
    Path standard = scenario.folder().resolve("standard");
    Path result = standard.resolve(RESULT);
    Files.move(result, standard.resolve("UPSIKYU" + RESULT.substring(5)));
    assertTrue(
        differences("teikyo", scenario).contains("UPSIKYU はこのアダプタが受け取るファイルではありません。"),
        () -> scenario.folder().toString());
    Files.move(standard.resolve("UPSIKYU" + RESULT.substring(5)), standard.resolve("result.csv"));
    assertTrue(
        String.join("\n", differences("teikyo", scenario))
            .contains("standard のファイルの名前が標準仕様の名前ではありません。"));
  }

  @Test
  void whatIsMadeNowCanBeTakenAsTheExample() throws Exception {
    Scenario scenario = copy("result");
    ScenarioCheck.Made standard = ScenarioCheck.standard(adapter("teikyo"), scenario);
    assertEquals(List.of("VENDOR-13 4 開始時刻", "VENDOR-13 4 終了時刻", "VENDOR-12"), standard.findings());
    assertEquals(Set.of(RESULT), standard.files().keySet());
    assertEquals(
        Files.readString(VENDORS.resolve("teikyo/scenarios/result/standard").resolve(RESULT)),
        standard.files().get(RESULT));
    ScenarioCheck.Made back = ScenarioCheck.back(adapter("teikyo"), scenario);
    assertEquals(List.of(), back.findings());
    assertEquals(
        Map.of(
            BACK,
            Files.readString(VENDORS.resolve("teikyo/scenarios/result/back").resolve(BACK))
                .replace("\uFEFF", "")),
        back.files());
  }

  /** A file as a care software wrote it need not be made readable first. */
  @Test
  void filesInMs932AreReadToo() throws Exception {
    Scenario scenario = copy("result");
    Path file = scenario.folder().resolve("vendor/teikyo.csv");
    Files.write(file, Files.readString(file).getBytes(Charset.forName("windows-31j")));
    assertEquals(List.of(), differences("teikyo", scenario));
  }

  private Scenario copy(String name) throws Exception {
    Path from = VENDORS.resolve("teikyo/scenarios").resolve(name);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return Scenario.in(folder);
  }

  private static List<String> differences(String adapter, Scenario scenario) throws Exception {
    return ScenarioCheck.differences(adapter(adapter), scenario);
  }

  private static Adapter adapter(String name) throws Exception {
    Path file = VENDORS.resolve(name).resolve("adapter.yaml");
    return Adapter.parse(file.toString(), Files.readAllBytes(file));
  }
}
