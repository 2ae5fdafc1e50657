package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows become records of a class; what cannot be written or gets lost is told with its field. */
class BindyWritingTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Map<String, String> TABLES =
      Map.of(
          "users",
          "利用者名,保険者番号,被保険者番号\n試験 太郎,011002,9900000001\n試験 é,011002,9900000002\n",
          "services",
          "略称,サービスコード,サービス開始時刻,サービス終了時刻,単位数\n身１朝,111111,9:30,10:00,244\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // changed fields | lines written | what is told
        "'' | 1 | ''",
        "serviceDate=20251201 | 1 | ''",
        "serviceDate=20251202 | 1 | ''",
        "units=300 | 2 | ''",
        "csvVersion=202407 serviceCount=1 over30Days=0 | 1 | ''",
        "serviceCount=2 | 1 | VENDOR-16 サービス回数",
        "over30Days=1 satelliteNo=1 | 1 | VENDOR-16 サテライト枝番,VENDOR-16 ３０日超区分",
        "serviceDate=20260101 | 1 | VENDOR-15 サービス利用日",
        "targetMonth=202601 | 1 | VENDOR-15 サービス利用日",
        "insuredNumber=9900000009 | 1 | VENDOR-15 被保険者番号",
        "serviceStart=0800 | 1 | VENDOR-15 サービスコード",
        "units= | 1 | VENDOR-15 単位数",
        "insuredNumber=9900000002 | 1 | VENDOR-15",
      })
  void eachRowIsWrittenOrToldWithItsField(String changes, int lines, String told) throws Exception {
    Row next = row().with("serviceDate", "20251202");
    for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
      String[] parts = change.split("=", -1);
      next = next.with(parts[0], parts[1]);
    }
    VendorFile file = seikyu().fromStandard(name(), List.of(row(), next), knowledge());
    long written = new String(file.bytes(), MS932).lines().filter(line -> !line.isBlank()).count();
    boolean sameDay = changes.equals("serviceDate=20251201");
    assertEquals(sameDay ? 2 : lines, written);
    assertEquals(
        told, String.join(",", file.findings().stream().map(BindyWritingTest::shown).toList()));
  }

  @Test
  void rowsOfOneUserAndServiceShareALine() throws Exception {
    VendorFile file =
        seikyu()
            .fromStandard(
                name(),
                Stream.of("01", "03", "31")
                    .map(day -> row().with("serviceDate", "202512" + day))
                    .toList(),
                knowledge());
    String[] cells = new String(file.bytes(), MS932).strip().split(",", -1);
    assertEquals(130, cells.length);
    assertEquals(
        List.of("試験 太郎", "身１朝", "244", "1", "", "1", "1"),
        List.of(cells[77], cells[81], cells[82], cells[99], cells[100], cells[101], cells[129]));
  }

  @Test
  void finishingTwiceWritesOnce() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (VendorWriting writing = seikyu().writing(name(), knowledge(), out)) {
      writing.write(row().with("serviceCount", "2"));
      assertEquals(1, writing.finish().size());
      int size = out.size();
      assertEquals(1, writing.finish().size());
      assertEquals(size, out.size());
    }
  }

  private static String shown(Finding finding) {
    return finding.code() + (finding.field() == null ? "" : " " + finding.field());
  }

  private static Adapter seikyu() throws Exception {
    return Adapters.load(Path.of("config", "vendors")).named("seikyu").orElseThrow();
  }

  private static FileName name() throws Exception {
    return FileName.parse("UPJSK_202512_9970000002_11_9980000001_43_20260105120000.CSV");
  }

  private static OfficeKnowledge knowledge() {
    return new OfficeKnowledge(
        name ->
            Optional.ofNullable(TABLES.get(name))
                .map(text -> OfficeTable.parse(text.getBytes(UTF_8))),
        UserMatches.none());
  }

  private static Row row() {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
    String[] empty = new String[layout.width()];
    Arrays.fill(empty, "");
    Row row = Row.of(layout, empty);
    for (String[] value :
        new String[][] {
          {"insurerNumber", "011002"},
          {"insuredNumber", "9900000001"},
          {"targetMonth", "202512"},
          {"serviceDate", "20251201"},
          {"serviceStart", "0930"},
          {"serviceEnd", "1000"},
          {"serviceCode", "111111"},
          {"units", "244"},
        }) {
      row = row.with(value[0], value[1]);
    }
    return row;
  }
}
