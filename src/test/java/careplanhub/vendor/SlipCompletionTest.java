package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A plan without 第７表 and supplement becomes a send unit only with what the office wrote down. */
class SlipCompletionTest {
  private static final Path EXPORT =
      Path.of("config/vendors/teikyo/scenarios/slip/vendor/teikyo.csv");
  private static final String SUPPLEMENT =
      """
      保険者番号,被保険者番号,利用者氏名フリガナ,利用者氏名,利用者性別,利用者生年月日
      11002,9900000001,シケン タロウ,試験 太郎,1,19400101
      """;
  private static final String BREAKDOWN =
      """
      保険者番号,被保険者番号,対象年月,サービス事業所コード,サービスコード,単位数,回数／日数,３０日超区分
      011002,9900000001,202505,9970000002,111111,244,6,0
      011002,9900000001,202505,9999999999,999999,0,6,0
      """;

  @Test
  void eachAddresseeGetsTheWholeUnit() throws Exception {
    Translated translated = translated(Map.of("supplement", SUPPLEMENT, "breakdown", BREAKDOWN));

    List<AddressedFile> whole =
        translated.files().stream().filter(file -> isOf(file, "9900000001")).toList();
    Map<String, List<String>> kinds = new TreeMap<>();
    whole.forEach(
        file ->
            kinds
                .computeIfAbsent(
                    file.name().to() + " " + file.name().serial().value(), to -> new ArrayList<>())
                .add(file.name().kind()));
    assertEquals(2, kinds.size(), kinds.toString());
    kinds.values().forEach(unit -> assertEquals(List.of("UPPLAN", "UPSIKYU", "UPHOSOKU"), unit));
    Row supplement = rowsOf(whole, "UPHOSOKU").get(0);
    assertEquals("011002", supplement.get("insurerNumber"), "a lost zero comes back");
    assertEquals("00000000", supplement.get("planDate"));
    assertEquals("202505", supplement.get("targetMonth"));
    assertEquals("試験 太郎", supplement.get("userName"));
    assertEquals("202407", supplement.get("csvVersion"));
    assertEquals(
        List.of("111111", "999999"),
        rowsOf(whole, "UPSIKYU").stream().map(row -> row.get("serviceCode")).distinct().toList());
  }

  @Test
  void whatIsMissingIsNeverMadeUp() throws Exception {
    for (Map<String, String> tables :
        List.of(
            Map.<String, String>of(),
            Map.of("supplement", SUPPLEMENT),
            Map.of("breakdown", BREAKDOWN),
            Map.of("supplement", SUPPLEMENT, "breakdown", BREAKDOWN.replace("202505", "202506")))) {
      Translated translated = translated(tables);

      assertTrue(
          translated.files().stream().allMatch(file -> file.name().kind().equals("UPPLAN")),
          tables.keySet().toString());
      assertTrue(
          translated.findings().stream()
              .anyMatch(
                  finding ->
                      finding.code().equals("VENDOR-20")
                          && finding.message().contains("breakdown.csv")));
    }
  }

  private static boolean isOf(AddressedFile file, String user) {
    return file.rows().stream().allMatch(row -> row.user().insuredNumber().equals(user));
  }

  private static List<Row> rowsOf(List<AddressedFile> files, String kind) {
    return files.stream()
        .filter(file -> file.name().kind().equals(kind))
        .flatMap(file -> file.rows().stream())
        .toList();
  }

  private static Translated translated(Map<String, String> tables) throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2025-04-25T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
    OfficeTables written =
        name ->
            Optional.ofNullable(tables.get(name)).map(t -> OfficeTable.parse(t.getBytes(UTF_8)));
    VendorContext context =
        new VendorContext(
                new OfficeNumber("9980000001"),
                Directory.empty(),
                SupportOfficeLookup.none(),
                new ClockSerials(clock),
                clock,
                HubSettings.defaults().intake())
            .with(new OfficeKnowledge(written, UserMatches.none()));
    Adapter teikyo = Adapters.load(Path.of("config", "vendors")).named("teikyo").orElseThrow();
    return teikyo.toStandard(
        new NamedSource("teikyo.csv", () -> Files.newInputStream(EXPORT)), context);
  }
}
