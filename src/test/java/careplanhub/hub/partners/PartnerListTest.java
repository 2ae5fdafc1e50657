package careplanhub.hub.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.Partner;
import careplanhub.office.PartnerListSettings;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad line of a list is refused by its number and keeps no other back. */
class PartnerListTest {
  private static final OfficeNumber SWALLOW = new OfficeNumber("9980000011");
  private static final OfficeNumber SPARROW = new OfficeNumber("9980000012");
  private static final String HEADER = "事業所番号,事業所名,サービス種類,連携基盤";
  private static final String GOOD = "9980000011,つばめ訪問介護,11 A2,有";
  private static final String ALSO_GOOD = "9980000012,すずめ通所介護,15,無";

  @TempDir Path config;

  @BeforeEach
  void corporation() throws IOException {
    Files.copy(Path.of("config", "corporation.example.yaml"), config.resolve("corporation.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void aListInEitherCharsetGoesInAndTheDirectoryFollows(String charset) throws Exception {
    Directory directory = directory();
    assertTrue(directory.partner(SWALLOW).isEmpty());
    Imported imported = store(directory, text(HEADER, GOOD, ALSO_GOOD), Charset.forName(charset));
    assertEquals(List.of(), imported.findings());
    Partner swallow = directory.partner(SWALLOW).orElseThrow();
    assertEquals("つばめ訪問介護", swallow.name());
    assertEquals("11", swallow.mainServiceType().value());
    assertTrue(swallow.usesRelay());
    assertFalse(directory.partner(SPARROW).orElseThrow().usesRelay());
    assertEquals(4, directory.partners().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",つばめ,11,有 | 事業所番号 | 空です",
        "9980000013,,11,有 | 事業所名 | 空です",
        "9980000013,つばめ,,有 | サービス種類 | 空です",
        "9980000013,つばめ,11, | 連携基盤 | 空です",
        "998000001X,つばめ,11,有 | 事業所番号 | 10 桁",
        "9980000013,つばめ,1Z,有 | サービス種類 | サービス種類コード",
        "9980000013,つばめ,11,たぶん | 連携基盤 | 有 か 無",
        "9970000001,ひばり,43,有 | 事業所番号 | 自法人",
        "9980000011,別の名前,11,有 | 事業所番号 | 上の行",
        "9980000013,つばめ,11 | ~~ | 列が 4 つ",
        "9980000013,つばめ,11,有,余り | ~~ | 列が 4 つ",
        "9980000013,\"つばめ\\n本店\",11,有 | ~~ | 改行",
        "9980000013,\"つばめ\"本店,11,有 | ~~ | 引用符",
        "9980000013,\"つばめ,11,有 | ~~ | 引用符",
      })
  void aBadLineIsRefusedByItsNumberAndTheOthersGoIn(String bad, String column, String word)
      throws Exception {
    Directory directory = directory();
    Imported imported =
        store(
            directory,
            text(HEADER, GOOD, bad.replace("\\n", "\n"), ALSO_GOOD),
            StandardCharsets.UTF_8);
    assertEquals(1, imported.refused(), () -> imported.lines().toString());
    Finding refused = imported.findings().get(0);
    assertEquals(3L, refused.line());
    assertEquals(column.isEmpty() ? null : column, refused.field());
    assertTrue(refused.message().contains(word), refused.message());
    assertTrue(directory.partner(SWALLOW).isPresent());
    assertTrue(directory.partner(SPARROW).isPresent());
  }

  @Test
  void anOpenQuoteIsNeverClosedByOneFurtherDown() throws Exception {
    Imported imported =
        store(
            directory(),
            text(HEADER, "9980000013,\"つばめ,11,有", GOOD, "9980000012,\"すずめ\",15,無"),
            StandardCharsets.UTF_8);
    assertEquals(1, imported.refused(), () -> imported.lines().toString());
    assertEquals(2L, imported.findings().get(0).line());
    assertEquals(2, imported.changes().added().size());
  }

  @Test
  void columnsMayStandInAnyOrderAndTheHeaderMayBeMissing() throws Exception {
    Directory directory = directory();
    store(
        directory, text("連携基盤,備考,名称,サービス種類,番号", "無,メモ,すずめ,15,9980000012"), StandardCharsets.UTF_8);
    assertEquals("すずめ", directory.partner(SPARROW).orElseThrow().name());
    Imported bare = store(directory, text(ALSO_GOOD), StandardCharsets.UTF_8);
    assertEquals(1, bare.changes().changed().size());
    assertEquals("すずめ通所介護", directory.partner(SPARROW).orElseThrow().name());
  }

  @Test
  void aPreviewTellsTheDifferencesAndChangesNothing() throws Exception {
    Directory directory = directory();
    store(directory, text(GOOD), StandardCharsets.UTF_8);
    PartnerList list = list(directory, HubSettings.defaults().partnerList());
    Path file =
        Files.writeString(config.resolve("list.csv"), text(GOOD.replace("有", "無"), ALSO_GOOD));
    var changes = list.preview(list.check(list.bind(list.split(file))));
    assertEquals(1, changes.added().size());
    assertEquals(1, changes.changed().size());
    assertTrue(directory.partner(SWALLOW).orElseThrow().usesRelay());
    assertTrue(directory.partner(SPARROW).isEmpty());
  }

  @Test
  void whatStaffWroteBesideAnImportedPartnerStays() throws Exception {
    Directory directory = directory();
    store(directory, text(GOOD), StandardCharsets.UTF_8);
    Path yaml = config.resolve("partners.yaml");
    Files.writeString(yaml, Files.readString(yaml) + "  notes: 月末は電話\n");
    assertEquals("月末は電話", directory.partner(SWALLOW).orElseThrow().notes());
    store(directory, text(GOOD.replace("つばめ", "新つばめ")), StandardCharsets.UTF_8);
    Partner renamed = directory.partner(SWALLOW).orElseThrow();
    assertEquals("新つばめ訪問介護", renamed.name());
    assertEquals("月末は電話", renamed.notes());
  }

  @Test
  void aBrokenFileKeepsTheLastGoodAndSaysSo() throws Exception {
    Directory directory = directory();
    store(directory, text(GOOD), StandardCharsets.UTF_8);
    assertTrue(directory.partner(SWALLOW).isPresent());
    Files.writeString(config.resolve("partners.yaml"), "partners: [");
    assertTrue(directory.partner(SWALLOW).isPresent());
    assertTrue(directory.troubleOfPartners().contains("partners.yaml"));
    Imported imported = store(directory, text(ALSO_GOOD), StandardCharsets.UTF_8);
    assertEquals(1, imported.refused());
  }

  @Test
  void sizesAreBounded() throws Exception {
    Path file = Files.writeString(config.resolve("list.csv"), text(HEADER, GOOD, ALSO_GOOD));
    SplitList big = list(directory(), settings(50, 10, 100, 100)).split(file);
    assertEquals("PARTNER-03", big.findings().get(0).code());
    SplitList longList = list(directory(), settings(5000, 1, 100, 100)).split(file);
    assertEquals(1, longList.lines().size());
    assertEquals(3L, longList.findings().get(0).line());
  }

  @Test
  void manyOpenQuotesEndTheReading() throws Exception {
    String line = "9980000013,\"つばめ,11,有\n";
    Path file = Files.writeString(config.resolve("list.csv"), HEADER + "\n" + line.repeat(5001));
    SplitList split = list(directory(), HubSettings.defaults().partnerList()).split(file);
    assertTrue(split.findings().size() <= 102, () -> split.findings().size() + " findings");
    assertTrue(split.lines().isEmpty());
  }

  @Test
  void theSettingsSayHowManyBrokenQuotesAndHowLongANameIsTaken() throws Exception {
    String open = "9980000013,\"つばめ,11,有";
    Path file = Files.writeString(config.resolve("list.csv"), text(HEADER, open, open, open));
    SplitList split = list(directory(), settings(5000, 10, 2, 100)).split(file);
    assertEquals(List.of(2L, 3L, 4L), split.findings().stream().map(Finding::line).toList());
    assertTrue(split.findings().get(2).message().contains("maximumBrokenQuotes"));
    Files.writeString(file, text(HEADER, GOOD));
    int length = "つばめ訪問介護".length();
    for (int most : List.of(length - 1, length)) {
      PartnerList list = list(directory(), settings(5000, 10, 2, most));
      CheckedList checked = list.check(list.bind(list.split(file)));
      assertEquals(most < length ? 0 : 1, checked.partners().size());
      assertEquals(most < length ? 1 : 0, checked.findings().size());
    }
  }

  private static PartnerListSettings settings(
      int bytes, int lines, int brokenQuotes, int nameLength) {
    return new PartnerListSettings(new DataSize(bytes), lines, brokenQuotes, nameLength);
  }

  private static String text(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private Directory directory() throws Exception {
    return Directory.read(config.resolve("corporation.yaml"));
  }

  private PartnerList list(Directory directory, PartnerListSettings limits) {
    return new PartnerList(config, directory, limits, new DurableFiles(new RealFiles()));
  }

  private Imported store(Directory directory, String text, Charset charset) throws IOException {
    PartnerList list = list(directory, HubSettings.defaults().partnerList());
    Path file = Files.write(config.resolve("list.csv"), text.getBytes(charset));
    return list.store(list.check(list.bind(list.split(file))));
  }
}
