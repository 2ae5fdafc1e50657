package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.vendor.form.FormPart;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lens reads, writes, tolerates and refuses what {@code vendor/lenses.yaml} says. */
class LensExamplesTest {
  private static final Path EXAMPLES = Path.of("src", "test", "resources", "vendor", "lenses.yaml");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private static final String MONTH = "202504";

  /** What one lens does. */
  record Examples(JsonNode says) {
    List<JsonNode> cases(String kind) {
      return StreamSupport.stream(says.path(kind).spliterator(), false).toList();
    }

    @Override
    public String toString() {
      return says.get("lens").asText();
    }
  }

  static Stream<Examples> examples() throws IOException {
    JsonNode all = new ObjectMapper(new YAMLFactory()).readTree(EXAMPLES.toFile());
    return StreamSupport.stream(all.spliterator(), false).map(Examples::new);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aLensDoesWhatItsExamplesSay(Examples examples) throws Exception {
    VendorColumns columns = columns(examples.says());
    List<Executable> checks = new ArrayList<>();
    if (examples.says().has("refused")) {
      ConfigurationException mistake =
          assertThrows(ConfigurationException.class, () -> lens(examples, columns));
      assertEquals(examples.says().at("/refused/0").asText(), mistake.field());
      assertTrue(mistake.getMessage().contains(examples.says().at("/refused/1").asText()));
      return;
    }
    Lens lens = lens(examples, columns);
    JsonNode speaks = examples.says().path("speaks");
    checks.add(() -> assertEquals(speaks.path("columns").asText(), names(columns, lens.columns())));
    checks.add(
        () -> assertEquals(speaks.path("required").asText(), names(columns, lens.required())));
    checks.add(() -> assertEquals(speaks.path("fields").asText(), keys(lens.fields())));
    checks.add(() -> assertEquals(speaks.path("needs").asText(), keys(lens.needs())));
    checks.add(() -> assertEquals(speaks.path("keeps").asText(), keys(lens.keeps())));
    checks.add(() -> assertEquals(speaks.path("rewrites").asText(), keys(lens.rewrites())));
    OfficeKnowledge knowledge = knowledge(examples.says().path("tables"));
    examples.cases("reads").forEach(one -> checks.add(() -> reads(lens, columns, knowledge, one)));
    examples
        .cases("writes")
        .forEach(one -> checks.add(() -> writes(lens, columns, knowledge, one)));
    assertAll(examples.toString(), checks);
  }

  private static void reads(
      Lens lens, VendorColumns columns, OfficeKnowledge knowledge, JsonNode one)
      throws IOException {
    VendorRecord record = record(columns, one.get("cells"));
    ToleratedCounts tolerated = new ToleratedCounts(record);
    HubFacts facts =
        new HubFacts(JittaiFixture.context().with(knowledge), OfficeTables.none(), MONTH);
    StandardDraft draft = new StandardDraft(LAYOUT, record, facts, tolerated);
    draft.begin();
    Map<String, String> before = texts(one.path("before"));
    before.forEach((key, value) -> draft.set(LAYOUT.field(key), value));
    Map<String, String> said = new LinkedHashMap<>();
    try {
      lens.get(draft);
      if (lens instanceof Fold fold) {
        said.put("rows", rows(fold, draft));
        assertEquals(said.containsValue("none"), fold.isEmpty(draft));
        draft.begin();
        before.forEach((key, value) -> draft.set(LAYOUT.field(key), value));
      }
      said.putAll(changed(draft, before));
      if (draft.isLeftBehind()) {
        said.put("leftBehind", "");
      }
      if (draft.waiting() != null) {
        said.put("waits", String.join(" ", draft.waiting()));
      }
    } catch (UnreadableException e) {
      said.put("refused", e.place() + " " + e.advice());
    }
    tolerated.findings().forEach(found -> said.put("told " + found.field(), found.message()));
    assertSays(texts(one.path("gives")), said, one);
  }

  private static String rows(Fold fold, StandardDraft draft) throws UnreadableException {
    List<String> rows = new ArrayList<>();
    int date = LAYOUT.position("serviceDate");
    int count = LAYOUT.position("serviceCount");
    fold.unfold(draft, values -> rows.add(values[date] + " " + values[count]));
    return rows.isEmpty() ? "none" : String.join(", ", rows);
  }

  private static Map<String, String> changed(StandardDraft draft, Map<String, String> before) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Field field : LAYOUT.fields()) {
      String value = draft.value(field);
      if (!value.equals(before.getOrDefault(field.key(), ""))) {
        changed.put(field.key(), value);
      }
    }
    return changed;
  }

  private static void writes(
      Lens lens, VendorColumns columns, OfficeKnowledge knowledge, JsonNode one) {
    Map<String, String> values = texts(one.get("row"));
    Row row =
        Row.of(
            LAYOUT, LAYOUT.fields().stream().map(f -> values.getOrDefault(f.key(), "")).toList());
    Set<String> lost = new TreeSet<>();
    WritingFacts facts = new WritingFacts(MONTH, knowledge, OfficeTables.none());
    VendorDraft draft =
        new VendorDraft(LAYOUT, columns.size(), facts, field -> lost.add(field.key()));
    draft.begin(row);
    Map<String, String> said = new LinkedHashMap<>();
    try {
      lens.put(draft);
      if (lens instanceof TotalLens total) {
        texts(one.path("days")).forEach((name, cell) -> draft.set(index(columns, name), cell));
        total.finish(draft.cells());
        texts(one.path("days")).forEach((name, cell) -> draft.set(index(columns, name), ""));
      }
      for (int column = 0; column < columns.size(); column++) {
        if (!draft.cells()[column].isEmpty()) {
          said.put(columns.name(column), draft.cells()[column]);
        }
      }
      lost.forEach(key -> said.put("lost", said.getOrDefault("lost", "") + key));
    } catch (UnreadableException e) {
      said.put("refused", e.place() + " " + e.advice());
    }
    assertSays(texts(one.path("gives")), said, one);
  }

  /** Sentences are said by a word of theirs. */
  private static void assertSays(Map<String, String> wanted, Map<String, String> said, Object one) {
    assertEquals(wanted.keySet(), said.keySet(), () -> one + " gave " + said);
    wanted.forEach(
        (key, value) -> {
          String found = said.getOrDefault(key, "");
          boolean sentence = key.equals("refused") || key.startsWith("told ");
          String place = value.replaceFirst(" .*", " ");
          String word = value.substring(value.indexOf(' ') + 1);
          boolean right =
              sentence
                  ? found.contains(word) && (!key.equals("refused") || found.startsWith(place))
                  : found.equals(value);
          assertTrue(right, () -> one + " gave " + said);
        });
  }

  private static Lens lens(Examples examples, VendorColumns columns) throws ConfigurationException {
    byte[] yaml = ("lens: { " + examples + " }").getBytes(StandardCharsets.UTF_8);
    FormPart part = new FormPart(YamlDocument.parse("lens", yaml), "/lens");
    return Lenses.create(new MappingPart(part, LAYOUT, columns));
  }

  /** The columns by their names; one with {day} is 31. */
  private static VendorColumns columns(JsonNode says) {
    List<VendorColumn> columns = new ArrayList<>();
    Map<String, int[]> indexes = new HashMap<>();
    for (JsonNode node : says.path("columns")) {
      String name = node.asText();
      int days = name.contains(VendorColumns.DAY) ? VendorColumns.DAYS : 1;
      indexes.put(name, IntStream.range(columns.size(), columns.size() + days).toArray());
      for (int day = 1; day <= days; day++) {
        String own = name.replace(VendorColumns.DAY, String.valueOf(day));
        columns.add(new VendorColumn(own, List.of(), VendorColumn.BY_NAME, false));
      }
    }
    return new VendorColumns(columns, indexes);
  }

  private static VendorRecord record(VendorColumns columns, JsonNode cells) throws IOException {
    int[] places = IntStream.range(0, columns.size()).toArray();
    Set<Integer> all = IntStream.of(places).boxed().collect(Collectors.toSet());
    VendorRecord record = new VendorRecord(columns, places, all);
    Map<String, String> texts = texts(cells);
    String line =
        IntStream.of(places)
            .mapToObj(index -> '"' + texts.getOrDefault(columns.name(index), "") + '"')
            .collect(Collectors.joining("\t"));
    try (CsvReader<RecordHandler> csv =
        CsvReader.builder()
            .fieldSeparator('\t')
            .skipEmptyLines(false)
            .build(new RecordHandler(), line)) {
      record.take(csv.iterator().next(), 1);
    }
    return record;
  }

  private static OfficeKnowledge knowledge(JsonNode tables) {
    return new OfficeKnowledge(
        name ->
            Optional.ofNullable(tables.get(name))
                .map(text -> OfficeTable.parse(text.asText().getBytes(StandardCharsets.UTF_8))),
        UserMatches.none());
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static int index(VendorColumns columns, String name) {
    return columns.ofHeader(name).orElseThrow();
  }

  private static String names(VendorColumns columns, int[] indexes) {
    String first = IntStream.of(indexes).mapToObj(columns::name).collect(Collectors.joining(" "));
    return indexes.length == VendorColumns.DAYS ? "31 days" : first;
  }

  private static String keys(List<Field> fields) {
    return fields.stream().map(Field::key).collect(Collectors.joining(" "));
  }
}
