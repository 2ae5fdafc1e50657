package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names and sentences of a draft, and what it takes over of the lines above a header. */
class DraftTextsTest {
  @ParameterizedTest
  @CsvSource({
    "Jisseki_2025.CSV, jisseki-2025",
    "2025-jisseki.csv, jisseki",
    "実績.csv, draft",
    "a.b.csv, a-b",
    "_a_.csv, a",
    "'', draft",
    "a, a",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr, abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklm nop, abcdefghijklmnopqrstuvwxyzabcdefghijklm",
  })
  void anAdapterIsNamedAfterItsFile(String fileName, String name) {
    assertEquals(name, AdapterDraft.nameOf(fileName));
    assertTrue(AdapterDraft.isName(name));
  }

  @ParameterizedTest
  @CsvSource({"1a", "-a", "A", "''", "a_b", "abcdefghijklmnopqrstuvwxyzabcdefghijklmno"})
  void othersAreNoNames(String text) {
    assertFalse(AdapterDraft.isName(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNITS 0.876 | true | 単位数（確かさ 88 %: 理由）",
        "UNITS 0.876 | false | 単位数。ほかの列から決まるか置き場所が無いので移さない（確かさ 88 %: 理由）",
        "OTHER 0 | true | 分からない。仮に使っている（理由）",
        "OTHER 0 | false | 分からない。移さない（理由）",
        "OTHER 0.5 | true | 標準仕様に置き場所が無い。仮に使っている（確かさ 50 %: 理由）",
        "OTHER 0.5 | false | 標準仕様に置き場所が無いので移さない（確かさ 50 %: 理由）",
      })
  void aGuessIsOneSentence(String guess, boolean connected, String sentence) {
    String[] parts = guess.split(" ", -1);
    ColumnGuess of =
        new ColumnGuess(0, Meaning.valueOf(parts[0]), Double.parseDouble(parts[1]), "理由", null);
    assertEquals(sentence, GuessText.of(of, connected));
  }

  @Test
  void aGuessOfADayIsOneSentence() {
    List<Integer> columns = IntStream.range(0, 31).boxed().toList();
    DayColumns.Group group = new DayColumns.Group("{day}日", columns, true, DayColumns.Use.UNKNOWN);
    ColumnGuess guess = new ColumnGuess(0, Meaning.OTHER, 0, "理由", group);
    assertFalse(guess.isUnknown());
    assertEquals("確かさ 0 %: 理由", GuessText.of(guess, true));
    assertEquals("日ごとの列。31 列がそろって並んでいないので移さない", GuessText.of(guess, false));
  }

  @ParameterizedTest
  @CsvSource({
    "単位, 単位",
    "Yes, '\"Yes\"'",
    "yes1, yes1",
    "1a, '\"1a\"'",
    "'a b', '\"a b\"'",
    "'a\"\\', '\"a\\\"\\\\\"'",
    "'a\tb', '\"a\\u0009b\"'",
    "'a\u007Fb', '\"a\\u007Fb\"'",
    "'a\u0085b', '\"a\\u0085b\"'",
    "'', '\"\"'",
  })
  void aTextIsQuotedWhereYamlCouldTakeItForSomethingElse(String text, String yaml) {
    assertEquals(yaml, Yaml.text(text));
  }

  @Test
  void aListIsOneLine() {
    assertEquals("[単位, \"1\"]", Yaml.list(List.of("単位", "1")));
    assertEquals("a b c", Yaml.comment("a\nb\tc"));
  }

  @ParameterizedTest
  @CsvSource({
    "'サービス 提供日', サービス提供日",
    "（御利用者）ＮＯ, ご利用者no",
    "髙橋, 高橋",
    "'～-・', ''",
  })
  void wordsAreComparedWithoutSigns(String word, String key) {
    assertEquals(key, Text.key(word));
  }

  @Test
  void ofALongCellTheBeginningIsEnough() {
    assertEquals(200, Text.beginning("x".repeat(200)).length());
    assertEquals(200, Text.beginning("x".repeat(201)).length());
    assertEquals(201, Text.plain("x".repeat(201)).length());
  }

  @ParameterizedTest
  @CsvSource({
    "保険者番号, insurerNumber, 1",
    "証記載保険者番号, insurerNumber, 1",
    "保険者番号（6桁）, insurerNumber, 0.72",
    "当月保険者番号, insurerNumber, 0.79",
    "被保険者番号, insurerNumber, 0",
    "'', insurerNumber, 0",
    "備考, insurerNumber, 0",
    "日, day, 1",
    "日ア, day, 0",
    "被保険者, insuredNumber, 1",
  })
  void aHeaderFitsAMeaning(String header, String label, double score) {
    Meaning meaning = Meaning.of(label).orElseThrow();
    assertEquals(score, Vocabulary.shipped().score(header, meaning), 0.005);
    assertEquals(label, meaning.label());
  }

  @Test
  void aHeaderFitsItsBestMeaningBest() {
    assertEquals(1, Vocabulary.shipped().best("保険者番号"));
    assertEquals(0, Vocabulary.shipped().best("ぬ"));
    assertEquals(Optional.empty(), Meaning.of("nothing"));
  }

  @Test
  void aLensIsForItsKindsOrForAll() {
    PlannedLens all = new PlannedLens("x", List.of(), Set.of(), List.of());
    PlannedLens done = new PlannedLens("x", List.of("UPJSK"), Set.of(), List.of());
    assertTrue(all.isFor("UPPLAN"));
    assertTrue(done.isFor("UPJSK"));
    assertFalse(done.isFor("UPPLAN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "実績一覧表 | comma | 実績一覧表 | ''",
        "出力日 2025/05/01 | comma | （表題） | ''",
        "見本訪問介護ステーション | comma | （表題） | ''",
        "訪問サービス一覧 | comma | 訪問サービス一覧 | ''",
        "; | comma | （表題） | ''",
        "実績 一覧 | comma | （表題） | ''",
        "第1表 | comma | （表題） | ''",
        "表{月} | comma | （表題） | ''",
        "表} | comma | （表題） | ''",
        "あいうえおかきくけこさしすせそたちつてと | comma | あいうえおかきくけこさしすせそたちつてと | ''",
        "あいうえおかきくけこさしすせそたちつてとな | comma | （表題） | ''",
        "対象年月：令和7年4月 | comma | 対象年月:{month:令和y年M月} | 対象年月:",
        "対象年月 2025/04 | comma | 対象年月{month:yyyy/MM} | 対象年月",
        "提供月202504 | comma | 提供月{month:yyyyMM} | 提供月",
        "出力日;2025/05/01 | comma | 出力日 | ''",
        "対象年月;2025/04 | comma | 対象年月,{month:yyyy/MM} | 対象年月",
        "対象年月:;2025年4月 | comma | 対象年月:,{month:yyyy年M月} | 対象年月:",
        "対象年月;202504 | tab | 対象年月\t{month:yyyyMM} | 対象年月",
        "対象年月;R7.4 | semicolon | 対象年月;{month:Ry.M} | 対象年月",
        "1;2025/04 | comma | （表題） | ''",
        "表;対象年月;2025/04 | comma | 対象年月,{month:yyyy/MM} | 対象年月",
        "令和7年4月分 | comma | （表題） | ''",
        "令和7年4月 | comma | （表題） | ''",
        "対象年月 202504 / 提供月 202505 | comma | 対象年月{month:yyyyMM} / （表題） | 対象年月",
      })
  void ofTheLinesAboveOnlyTitlesAndMonthsStay(
      String lines, String separator, String written, String label) {
    List<List<String>> preamble =
        Arrays.stream(lines.split(" / "))
            .map(line -> List.of(line.strip().split(";", -1)))
            .toList();
    Sample sample =
        new Sample(
            "s.csv", "MS932", separator, "CRLF", preamble, List.of("a"), List.of(), 1, false);
    PreamblePlan plan = PreamblePlan.of(sample);
    assertEquals(List.of(written.split(" / ")), plan.lines());
    assertEquals(label, plan.label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // names, then typed values
        "甲;乙 / 1;2 / 3;4 | 0",
        "1;2 / 3;4 | -",
        "甲;2 / 3;4 / 5;6 | -",
        "甲;乙 | -",
        "利用者名;備考 | 0",
        // words that are known stand above words
        "利用者名;備考 / い;ろ / は;に | 0",
        "い;ろ / は;に | -",
        // several lines of names: the last
        "甲;乙 / 丙;丁 / 1;2 / 3;4 / 5;6 / 7;8 | 1",
        "甲;乙 / 丙;丁 / 戊;己 / 庚;辛 / 壬;癸 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 / 1;2 | 3",
        // seven of ten values tell
        "甲 / 1 / 1 / 1 / 1 / 1 / 1 / 1 / x / x / x | 0",
        "甲 / 1 / 1 / 1 / 1 / 1 / 1 / x / x / x / x | -",
        // empty cells do not tell
        "甲;; / 1;;x / 2;; | 0",
        ";; / 1;;2 / 2;; | -",
      })
  void namesStandAboveValues(String lines, String header) {
    List<List<String>> cells =
        Arrays.stream(lines.split(" / "))
            .map(line -> List.of(line.strip().split(";", -1)))
            .toList();
    assertEquals(
        header, HeaderLine.find(cells, 0, cells.get(0).size()).map(String::valueOf).orElse("-"));
  }
}
