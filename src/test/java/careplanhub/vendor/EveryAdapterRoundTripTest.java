package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * For generated rows of every shipped adapter, from the vendor after to the vendor is the identity
 * up to what the adapter declares lost; and what is written again is the same file.
 */
class EveryAdapterRoundTripTest {
  private static final String OFFICE = "9970000002";
  private static final String SUPPORT_OFFICE = "9980000001";
  private static final List<String> USERS = List.of("9900000001", "9900000002", "H990000003");
  private static final Map<String, String> TABLES =
      Map.of(
          "users",
          """
          利用者,利用者名,保険者番号,被保険者番号
          試験 太郎,試験 太郎,011002,9900000001
          試験 次郎,試験 次郎,011002,9900000002
          試験 花子,試験 花子,011002,H990000003
          """,
          "services",
          """
          業務種別,サービス種類コード,サービス内容,サービス内容/名称,サービスコード
          訪問介護,11,身体１,身体介護１,111111
          訪問介護,11,生活２,生活援助２,117211
          """,
          "services of seikyu",
          """
          略称,サービスコード,サービス開始時刻,サービス終了時刻,単位数
          身１朝,111111,9:30,10:00,244
          身１夜,111111,２１：００,21:30,305
          生２,117211,1400,1445,179
          日割,A22411,,,
          """);

  /** Code, start and end of what the table of seikyu names. */
  private static final List<List<String>> NAMED_SERVICES =
      List.of(
          List.of("111111", "0930", "1000"),
          List.of("111111", "2100", "2130"),
          List.of("117211", "1400", "1445"),
          List.of("A22411", "9999", "9999"));

  private static final Map<String, List<String>> CODES =
      Map.of(
          "jittai", List.of("111111", "117211", "A22411", "116271"),
          "teikyo", List.of("111111", "151441", "A22411", "131111"),
          "yogu", List.of("171001", "171003", "171007", "171013"),
          "gekkan", List.of("111111", "117211"));

  /** An adapter, a kind of files that it takes, and rows. */
  record Sample(Adapter adapter, FileName name, List<Row> rows) {
    @Override
    public String toString() {
      return adapter.name() + " " + name.kind() + " " + rows.stream().map(Row::values).toList();
    }
  }

  @Property(tries = 400)
  void rowsComeBackUpToWhatIsDeclaredLost(@ForAll("samples") Sample sample) throws Exception {
    OfficeKnowledge knowledge = knowledge(sample.adapter);
    VendorFile there = sample.adapter.fromStandard(sample.name, sample.rows, knowledge);
    assertFalse(there.hasErrors(), () -> there.findings().toString());
    VendorRows back = read(sample.adapter, there);
    assertEquals(List.of(), back.report().damaged(), () -> back.findings().toString());
    assertEquals(List.of(), back.report().unmatched());
    assertEquals(kept(sample.adapter, sample.rows), kept(sample.adapter, back.rows()));
    VendorFile again = sample.adapter.fromStandard(sample.name, back.rows(), knowledge);
    assertArrayEquals(there.bytes(), again.bytes());
  }

  private static VendorRows read(Adapter adapter, VendorFile file) throws Exception {
    return adapter.read(
        new NamedSource(file.name(), () -> new ByteArrayInputStream(file.bytes())),
        JittaiFixture.context(SupportOfficeLookup.always(JittaiFixture.SUPPORT_OFFICE))
            .with(knowledge(adapter)));
  }

  private static List<String> kept(Adapter adapter, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                adapter.keptFields(row.layout()).stream()
                    .map(key -> key + "=" + row.get(key))
                    .toList()
                    .toString())
        .sorted()
        .toList();
  }

  private static OfficeKnowledge knowledge(Adapter adapter) {
    return new OfficeKnowledge(
        name ->
            Optional.ofNullable(TABLES.get(name + " of " + adapter.name()))
                .or(() -> Optional.ofNullable(TABLES.get(name)))
                .map(text -> OfficeTable.parse(text.getBytes(StandardCharsets.UTF_8))),
        UserMatches.none());
  }

  /** A layout that names services with their times can say no other ones. */
  private static Row sayable(Adapter adapter, Row row) {
    if (!adapter.name().equals("seikyu")) {
      return row;
    }
    int which = Math.floorMod(row.get("serviceStart").hashCode(), NAMED_SERVICES.size());
    List<String> service = NAMED_SERVICES.get(which);
    return row.with("serviceCode", service.get(0))
        .with("serviceStart", service.get(1))
        .with("serviceEnd", service.get(2));
  }

  @Provide
  Arbitrary<Sample> samples() throws Exception {
    List<Arbitrary<Sample>> samples = new ArrayList<>();
    for (Adapter adapter : Adapters.load(Path.of("config", "vendors")).all()) {
      for (Layout layout : madeBy(adapter)) {
        FileName name = name(layout.kind());
        samples.add(
            rows(layout, CODES.getOrDefault(adapter.name(), List.of("111111")))
                .map(row -> sayable(adapter, row))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(rows -> new Sample(adapter, name, rows)));
      }
    }
    return Arbitraries.oneOf(samples);
  }

  private static List<Layout> madeBy(Adapter adapter) {
    return adapter.layouts().stream()
        .filter(layout -> adapter.makes().contains(layout.kind()))
        .toList();
  }

  private static FileName name(String kind) throws FileNameException {
    String ends =
        kind.equals("UPPLAN")
            ? SUPPORT_OFFICE + "_43_" + OFFICE + "_11"
            : OFFICE + "_11_" + SUPPORT_OFFICE + "_43";
    return FileName.parse(kind + "_202504_" + ends + "_20250501100203.CSV");
  }

  private static Arbitrary<Row> rows(Layout layout, List<String> codes) {
    Arbitrary<String> texts =
        Arbitraries.of("", "試験の品", "手すり－①", "a,b", "\"L\"", "１２ ３", "品名\n二行目");
    return Combinators.combine(
            Arbitraries.of(USERS),
            Arbitraries.integers().between(1, 30),
            times(),
            times(),
            Arbitraries.of(codes),
            Arbitraries.integers().between(0, 99_999).map(String::valueOf),
            Arbitraries.integers().between(1, 3).map(String::valueOf),
            texts)
        .as(
            (user, day, start, end, code, units, count, text) -> {
              Map<String, String> values =
                  Map.ofEntries(
                      Map.entry("csvVersion", "202407"),
                      Map.entry("insurerNumber", "011002"),
                      Map.entry("insuredNumber", user),
                      Map.entry("targetMonth", "202504"),
                      Map.entry("supportOfficeNumber", SUPPORT_OFFICE),
                      Map.entry("serviceDate", String.format("202504%02d", day)),
                      Map.entry("serviceStart", start),
                      Map.entry("serviceEnd", end),
                      Map.entry("serviceCode", code),
                      Map.entry("units", units),
                      Map.entry("serviceCount", count),
                      Map.entry("taisCode", String.format("990%02d-%06d", day, day)),
                      Map.entry("equipmentName", text),
                      Map.entry("serviceOfficeName", text),
                      Map.entry("serviceOfficeNumber", OFFICE));
              return Row.of(
                  layout,
                  layout.fields().stream()
                      .map(Field::key)
                      .map(key -> values.getOrDefault(key, ""))
                      .toList());
            });
  }

  private static Arbitrary<String> times() {
    return Arbitraries.oneOf(
        Arbitraries.just("9999"),
        Arbitraries.integers()
            .between(0, 24 * 60 - 1)
            .map(minute -> String.format("%02d%02d", minute / 60, minute % 60)));
  }
}
