package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import careplanhub.vendor.TracedRecord.Step;
import careplanhub.vendor.TracedRecord.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of a translation is what the translation does. */
class AdapterTraceTest {
  private static final String EXPORT =
      """
      被保険者番号,西暦日付,利用者名,サービス種類コード,サービス内容コード,保険単位数,開始時間,終了時間,保険者番号,自費金額
      9900000001,R7.4.1,試験 太郎,11,1111,244,9:50,10:20,011002,0
      9900000002,2025/04/31,試験 花子,11,2111,183,13:00,13:45,011002,0
      """;

  @Test
  void eachRecordTellsBothSidesAndEachLens() throws Exception {
    Adapter adapter = shipped("jittai");
    List<TracedRecord> records = new ArrayList<>();
    ReadReport report =
        AdapterTrace.toStandard(
            adapter, JittaiFixture.utf8(EXPORT), JittaiFixture.context(), records::add);

    assertEquals(2, report.records());
    TracedRecord first = records.get(0);
    assertEquals(2, first.line());
    assertEquals("", first.outcome());
    assertTrue(first.vendor().contains(new Value("利用者名", "試験 太郎")), first.vendor()::toString);
    List<Value> row = first.standard().get(0);
    assertTrue(row.contains(new Value("サービス利用日", "20250401")), row::toString);
    Step date =
        first.steps().stream()
            .filter(step -> step.from().contains(new Value("西暦日付", "R7.4.1")))
            .findFirst()
            .orElseThrow();
    assertEquals("rename", date.lens());
    assertEquals("UPJSK", date.kind());
    assertEquals(List.of(new Value("サービス利用日", "20250401")), date.to());
    assertEquals(1, date.remarks().size());
    TracedRecord second = records.get(1);
    assertEquals(List.of(), second.standard());
    assertFalse(second.outcome().isEmpty());
    assertTrue(
        second.steps().stream()
            .anyMatch(
                step -> !step.remarks().isEmpty() && step.from().get(0).name().equals("西暦日付")));
  }

  @Test
  void theRowsShownAreTheRowsMade() throws Exception {
    for (Adapter adapter : Adapters.load(Path.of("config", "vendors")).all()) {
      for (Scenario scenario : Scenario.of(Path.of("config", "vendors", adapter.name()))) {
        for (Path file : scenario.files("vendor")) {
          NamedSource source = new NamedSource(file.toString(), () -> Files.newInputStream(file));
          VendorContext context =
              JittaiFixture.context()
                  .with(
                      new OfficeKnowledge(
                          FolderTables.read(scenario.folder(), HubSettings.defaults().vendors()),
                          UserMatches.none()))
                  .in(YearMonth.of(2025, 12));
          List<List<Value>> shown = new ArrayList<>();
          AdapterTrace.toStandard(
              adapter, source, context, record -> shown.addAll(record.standard()));
          List<Row> made = adapter.read(source, context).rows();
          assertEquals(
              made.stream()
                  .map(row -> without(LensSteps.values(row.layout(), row)))
                  .sorted()
                  .toList(),
              shown.stream().map(AdapterTraceTest::without).sorted().toList(),
              () -> adapter.name() + " " + scenario.name());
        }
      }
    }
  }

  /** Without the numbers that are known only when all rows are. */
  private static String without(List<Value> row) {
    return row.stream().filter(value -> !value.name().equals("明細判別コード")).toList().toString();
  }

  @Test
  void theOtherWayTellsWhatIsLost() throws Exception {
    Adapter adapter = shipped("jittai");
    Translated there =
        adapter.toStandard(
            JittaiFixture.utf8(EXPORT.lines().limit(2).reduce("", (a, b) -> a + b + "\n")),
            JittaiFixture.context());
    FileName name = there.files().get(0).name();
    List<TracedRecord> records = new ArrayList<>();
    AdapterTrace.fromStandard(
        adapter, name, there.files().get(0).rows(), OfficeKnowledge.none(), records::add);

    assertEquals(1, records.size());
    assertTrue(records.get(0).vendor().contains(new Value("開始時間", "9:50")));
    assertTrue(records.get(0).standard().get(0).contains(new Value("サービス開始時刻", "0950")));
    Step start =
        records.get(0).steps().stream()
            .filter(step -> step.to().contains(new Value("開始時間", "9:50")))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(new Value("サービス開始時刻", "0950")), start.from());
    assertTrue(
        records.get(0).steps().stream()
            .flatMap(step -> step.remarks().stream())
            .anyMatch(remark -> remark.contains("作成年月日")));
  }

  private static Adapter shipped(String name) throws Exception {
    return Adapters.load(Path.of("config", "vendors")).named(name).orElseThrow();
  }
}
