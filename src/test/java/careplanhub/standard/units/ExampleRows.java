package careplanhub.standard.units;

import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Rows and files as the examples of {@code /standard/units} write them; the README tells how. */
final class ExampleRows {
  private static final String USERS = "ABCDEFGHI";
  private static final String OFFICES = "SXYZW";
  private static final JsonNode BASE = base();

  private ExampleRows() {}

  static List<Row> of(String kind, JsonNode rows) {
    List<Row> made = new ArrayList<>();
    rows.forEach(row -> made.add(row(kind, row)));
    return made;
  }

  static SlipRows slips(JsonNode kinds) {
    return new SlipRows(
        of("UPPLAN", kinds.path("UPPLAN")),
        of("UPSIKYU", kinds.path("UPSIKYU")),
        of("UPHOSOKU", kinds.path("UPHOSOKU")));
  }

  /** Units, each a map of file names to rows. */
  static List<PlannedUnit> units(JsonNode units) {
    List<PlannedUnit> made = new ArrayList<>();
    for (JsonNode unit : units) {
      List<PlannedFile> files = new ArrayList<>();
      unit.properties().forEach(file -> files.add(file(file.getKey(), file.getValue())));
      made.add(new PlannedUnit(files));
    }
    return made;
  }

  private static PlannedFile file(String name, JsonNode rows) {
    try {
      FileName parsed = FileName.parse(name);
      return new PlannedFile(parsed, of(parsed.kind(), rows));
    } catch (FileNameException e) {
      throw new IllegalArgumentException("The example's name is wrong: " + name, e);
    }
  }

  /** A file's bytes as text, made without the program's own writer. */
  static String text(JsonNode rows, String kind) {
    StringBuilder text = new StringBuilder();
    for (JsonNode node : rows) {
      Row row = row(kind, node);
      List<String> values = new ArrayList<>();
      for (Field field : row.layout().fields()) {
        String value = row.get(field.key());
        values.add(
            field.type() == FieldType.TEXT ? '"' + value.replace("\"", "\"\"") + '"' : value);
      }
      text.append(String.join(",", values)).append("\r\n");
    }
    return text.toString();
  }

  private static Row row(String kind, JsonNode differences) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
    JsonNode base = BASE.get(kind);
    boolean isTotal = differences.path("kind").asText().equals("total");
    List<String> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      JsonNode value = base.get("row").path(field.key());
      if (isTotal && base.get("total").has(field.key())) {
        value = base.get("total").get(field.key());
      }
      values.add(said(field.key(), differences, value.asText("")));
    }
    return Row.of(layout, values);
  }

  private static String said(String key, JsonNode differences, String usual) {
    if (differences.has(key)) {
      return differences.get(key).asText();
    }
    if (key.equals("insuredNumber") && differences.has("user")) {
      return "99%08d".formatted(USERS.indexOf(differences.get("user").asText()) + 1);
    }
    if (key.equals("serviceOfficeNumber") && differences.has("at")) {
      return "13%08d".formatted(70_000_001 + OFFICES.indexOf(differences.get("at").asText()));
    }
    return usual;
  }

  private static JsonNode base() {
    try {
      return new YAMLMapper().readTree(ExampleRows.class.getResource("/standard/rules/base.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
