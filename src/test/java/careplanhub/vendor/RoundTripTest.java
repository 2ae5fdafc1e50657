package careplanhub.vendor;

import static careplanhub.vendor.JittaiFixture.COLUMNS;
import static careplanhub.vendor.JittaiFixture.MS932;
import static careplanhub.vendor.JittaiFixture.OFFICE;
import static careplanhub.vendor.JittaiFixture.SUPPORT_OFFICE;
import static careplanhub.vendor.JittaiFixture.context;
import static careplanhub.vendor.JittaiFixture.csv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Row;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** There and back a row is the same, but for what the mapping declares lost. */
class RoundTripTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 1);

  private final Adapter adapter = JittaiFixture.adapter();

  @Property(tries = 100)
  void fromTheVendorAndBack(@ForAll("visits") List<Map<String, String>> visits, @ForAll long order)
      throws Exception {
    List<String> columns = new ArrayList<>(COLUMNS);
    Collections.shuffle(columns, new Random(order));
    byte[] export = csv(columns, visits).getBytes(MS932);
    Translated there =
        adapter.toStandard(
            JittaiFixture.bytes(export), context(SupportOfficeLookup.always(SUPPORT_OFFICE)));
    assertFalse(there.hasErrors(), there.findings()::toString);
    VendorFile back =
        adapter.fromStandard(there.files().get(0).name(), there.files().get(0).rows());
    assertEquals(List.of(), back.findings());
    assertEquals(kept(visits), cells(back));
  }

  @Property(tries = 100)
  void fromTheStandardAndBack(@ForAll("rows") List<Row> rows) throws Exception {
    VendorFile there = adapter.fromStandard(name(), rows);
    assertFalse(there.hasErrors(), there.findings()::toString);
    Translated back =
        adapter.toStandard(
            JittaiFixture.bytes(there.bytes()),
            context(SupportOfficeLookup.always(SUPPORT_OFFICE)));
    assertFalse(back.hasErrors(), back.findings()::toString);
    assertEquals(rows.stream().map(this::kept).toList(), rowsOf(back));
  }

  private static FileName name() throws FileNameException {
    return FileName.parse("UPJSK_202504_9970000002_11_9980000001_43_20250501100203.CSV");
  }

  private List<Map<String, String>> rowsOf(Translated translated) {
    return translated.files().stream()
        .flatMap(file -> file.rows().stream())
        .map(this::kept)
        .toList();
  }

  private Map<String, String> kept(Row row) {
    Map<String, String> values = new LinkedHashMap<>();
    row.layout().fields().stream()
        .map(field -> field.key())
        .filter(key -> !adapter.lostFromStandard().contains(key))
        .forEach(key -> values.put(key, row.get(key)));
    return values;
  }

  private List<Map<String, String>> kept(List<Map<String, String>> visits) {
    return visits.stream()
        .map(
            visit -> {
              Map<String, String> cells = new HashMap<>(visit);
              adapter.lostToStandard().forEach(column -> cells.put(column, ""));
              return cells;
            })
        .toList();
  }

  private static List<Map<String, String>> cells(VendorFile file) {
    List<Map<String, String>> records = new ArrayList<>();
    String[] lines = new String(file.bytes(), MS932).split("\r\n", -1);
    for (int line = 1; line < lines.length - 1; line++) {
      String[] cells = lines[line].split(",", -1);
      Map<String, String> values = new HashMap<>();
      for (int place = 0; place < cells.length; place++) {
        values.put(COLUMNS.get(place), cells[place]);
      }
      records.add(values);
    }
    return records;
  }

  @Provide
  Arbitrary<List<Map<String, String>>> visits() {
    Arbitrary<Map<String, String>> visit =
        Combinators.combine(users(), days(), times(), times(), codes(), units())
            .as(
                (user, day, start, end, code, units) ->
                    JittaiFixture.visit(
                        "被保険者番号",
                        user,
                        "西暦日付",
                        DateTimeFormatter.ofPattern("uuuu/MM/dd").format(day),
                        "開始時間",
                        vendorTime(start),
                        "終了時間",
                        vendorTime(end),
                        "サービス内容コード",
                        code,
                        "保険単位数",
                        units));
    return visit.list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Row> row =
        Combinators.combine(users(), days(), times(), times(), codes(), units())
            .as(
                (user, day, start, end, code, units) -> {
                  Map<String, String> values = new HashMap<>();
                  values.put("csvVersion", "202407");
                  values.put("insurerNumber", "011002");
                  values.put("insuredNumber", user);
                  values.put("createdOn", "20250502");
                  values.put("targetMonth", "202504");
                  values.put("supportOfficeNumber", SUPPORT_OFFICE.value());
                  values.put("plannerName", "計画 花子");
                  values.put("units", units);
                  values.put("serviceDate", DateTimeFormatter.BASIC_ISO_DATE.format(day));
                  values.put("serviceStart", start);
                  values.put("serviceEnd", end);
                  values.put("serviceCount", "1");
                  values.put("serviceCode", "11" + code);
                  values.put("serviceOfficeNumber", OFFICE.value());
                  values.put("over30Days", "0");
                  return Row.of(
                      adapter.layouts().get(0),
                      adapter.layouts().get(0).fields().stream()
                          .map(field -> values.getOrDefault(field.key(), ""))
                          .toList());
                });
    return row.list().ofMinSize(1).ofMaxSize(20);
  }

  private static Arbitrary<String> users() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofLength(8).map(digits -> "99" + digits),
        Arbitraries.strings().numeric().ofLength(7).map(digits -> "H99" + digits));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 29).map(FIRST_DAY::plusDays);
  }

  private static Arbitrary<String> times() {
    return Arbitraries.oneOf(
        Arbitraries.just("9999"),
        Arbitraries.integers()
            .between(0, 24 * 60 - 1)
            .map(minute -> String.format("%02d%02d", minute / 60, minute % 60)));
  }

  private static Arbitrary<String> codes() {
    return Arbitraries.strings().withCharRange('0', '9').withCharRange('A', 'Z').ofLength(4);
  }

  private static Arbitrary<String> units() {
    return Arbitraries.oneOf(
        Arbitraries.just(""), Arbitraries.integers().between(-9999, 999_999).map(String::valueOf));
  }

  private static String vendorTime(String time) {
    return time.equals("9999")
        ? ""
        : Integer.parseInt(time.substring(0, 2)) + ":" + time.substring(2);
  }

  @Property(tries = 100)
  void anyBytesGiveFindingsAndNoFailure(@ForAll byte[] bytes, @ForAll boolean withHeader)
      throws IOException {
    byte[] header = csv(COLUMNS, JittaiFixture.visit()).getBytes(MS932);
    byte[] all = new byte[(withHeader ? header.length : 0) + bytes.length];
    System.arraycopy(header, 0, all, 0, withHeader ? header.length : 0);
    System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
    Translated translated = adapter.toStandard(JittaiFixture.bytes(all), context());
    assertEquals(
        Set.of(), withHeader || translated.hasErrors() ? Set.of() : Set.of("an error is missing"));
  }
}
