package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A unit that V3.2 can carry comes back from it as it was; one that it cannot is refused. */
class VersionRoundTripTest {
  private static final OfficeNumber SUPPORT = new OfficeNumber("1370000001");
  private static final OfficeNumber SERVICE = new OfficeNumber("1370000002");
  private static final Serial SERIAL = new Serial("20250425093000");
  private static final Map<OfficeNumber, List<ServiceTypeCode>> REGISTER =
      Map.of(
          SUPPORT, List.of(new ServiceTypeCode("43")), SERVICE, List.of(new ServiceTypeCode("11")));
  private static final VersionStep STEP =
      new VersionStep(office -> REGISTER.getOrDefault(office, List.of()), Set.of());
  private static final Set<String> ONLY_IN_V4_1 =
      Set.of("taisCode", "equipmentNoticeCode", "equipmentName");

  @Property(tries = 500)
  void whatV3CanCarryComesBackAsItWas(@ForAll("carried") VersionStep.File file) {
    VersionStep.Stepped down = STEP.to(StandardVersion.V3_2, List.of(file));
    assertEquals(List.of(), down.reports());
    VersionStep.Stepped up = STEP.to(StandardVersion.V4_1, down.files());
    assertFalse(up.hasErrors());
    assertEquals(content(file), content(up.files().get(0)));
  }

  @Property(tries = 500)
  void whatCameInV3GoesBackAsItWas(@ForAll("former") VersionStep.File file) {
    VersionStep.Stepped up = STEP.to(StandardVersion.V4_1, List.of(file));
    assertFalse(up.hasErrors());
    VersionStep.Stepped down = STEP.to(StandardVersion.V3_2, up.files());
    assertEquals(List.of(), down.reports());
    assertEquals(content(file), content(down.files().get(0)));
  }

  @Property(tries = 500)
  void whatV3CannotCarryIsToldAndNeverLeftOutSilently(@ForAll("any") VersionStep.File file) {
    VersionStep.Stepped down = STEP.to(StandardVersion.V3_2, List.of(file));
    boolean carried =
        Standard.data().layout(StandardVersion.V3_2, file.name().kind()).isPresent()
            && file.rows().stream().allMatch(VersionRoundTripTest::isCarried);
    assertEquals(!carried, down.hasErrors());
    if (!down.hasErrors()) {
      assertEquals(
          content(file), content(STEP.to(StandardVersion.V4_1, down.files()).files().get(0)));
    }
    assertTrue(down.reports().stream().allMatch(FileReport::hasErrors));
  }

  private static boolean isCarried(Row row) {
    boolean equipment =
        row.layout().fields().stream()
            .anyMatch(field -> ONLY_IN_V4_1.contains(field.key()) && !row.value(field).isEmpty());
    return !equipment && !(row.layout().has("count") && row.get("count").length() > 2);
  }

  private static List<Object> content(VersionStep.File file) {
    List<Object> content = new ArrayList<>(List.of(file.name().format()));
    file.rows().forEach(row -> content.add(row.values()));
    return content;
  }

  @Provide
  Arbitrary<VersionStep.File> carried() {
    return Arbitraries.of(Standard.data().layoutsOf(StandardVersion.V3_2).keySet())
        .flatMap(kind -> files(StandardVersion.V4_1, kind, false));
  }

  @Provide
  Arbitrary<VersionStep.File> former() {
    return Arbitraries.of(Standard.data().layoutsOf(StandardVersion.V3_2).keySet())
        .flatMap(kind -> files(StandardVersion.V3_2, kind, false));
  }

  @Provide
  Arbitrary<VersionStep.File> any() {
    return Arbitraries.of(Standard.data().layoutsOf(StandardVersion.V4_1).keySet())
        .flatMap(kind -> files(StandardVersion.V4_1, kind, true));
  }

  private static Arbitrary<VersionStep.File> files(
      StandardVersion version, String kind, boolean withNew) {
    Layout layout = Standard.data().layout(version, kind).orElseThrow();
    return row(layout, withNew)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(rows -> new VersionStep.File(name(version, kind), rows));
  }

  private static Arbitrary<Row> row(Layout layout, boolean withNew) {
    List<Arbitrary<String>> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      values.add(value(layout, field, withNew));
    }
    return Combinators.combine(values).as(texts -> Row.of(layout, texts));
  }

  private static Arbitrary<String> value(Layout layout, Field field, boolean withNew) {
    return switch (field.key()) {
      case "csvVersion" -> Arbitraries.just(layout.version().csvVersion());
      case "serviceOfficeNumber" -> Arbitraries.of(SERVICE.value(), "1370000003", "");
      case "serviceCode" -> Arbitraries.of("111111", "171003", "11AAAA", "999999", "");
      case "serviceTypeCode" -> Arbitraries.of("11", "17");
      case "count" -> withNew ? Arbitraries.of("4", "31", "100") : Arbitraries.of("4", "31");
      case "taisCode", "equipmentNoticeCode", "equipmentName" ->
          withNew ? Arbitraries.of("", "00001-000010") : Arbitraries.just("");
      default -> Arbitraries.strings().withChars("あA1,\"\r\n").ofMaxLength(5);
    };
  }

  private static FileName name(StandardVersion version, String kind) {
    FileKind fileKind = FileKinds.data().kind(version, kind).orElseThrow();
    boolean typed = version == StandardVersion.V4_1;
    boolean result = kind.endsWith("JSK");
    OfficeNumber from = result ? SERVICE : SUPPORT;
    OfficeNumber to = result ? SUPPORT : SERVICE;
    return new FileName(
        version,
        kind,
        fileKind.hasMonth() ? "202505" : null,
        from,
        typed ? REGISTER.getOrDefault(from, List.of()).get(0) : null,
        to,
        typed ? REGISTER.getOrDefault(to, List.of()).get(0) : null,
        SERIAL,
        null);
  }
}
