package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One example of {@code /standard/rules}; its README tells the form. */
final class RuleExample {
  private static final Charset MS932 = Charset.forName("MS932");
  private static final JsonNode BASE = base();

  private final String place;
  private final JsonNode node;

  RuleExample(String place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  List<String> expectedCodes() {
    List<String> codes = new ArrayList<>();
    node.get("expect").forEach(finding -> codes.add(finding.get("code").asText()));
    return codes;
  }

  List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : node.get("expect")) {
      String code = finding.get("code").asText();
      String severity = finding.path("severity").asText(FindingText.of(code).severity().label());
      lines.add(
          line(
              finding.path("file").asInt(1),
              severity,
              code,
              finding.path("line").asText("-"),
              finding.path("column").asText("-")));
    }
    return lines;
  }

  List<FileReport> reports() {
    return node.has("files")
        ? UnitCheck.check(sources(), options())
        : List.of(FileCheck.check(source(node), options()));
  }

  static List<String> found(List<FileReport> reports) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      for (Finding finding : reports.get(i).findings()) {
        lines.add(
            line(
                i + 1,
                finding.severity().label(),
                finding.code(),
                finding.line() == null ? "-" : finding.line().toString(),
                finding.column() == null ? "-" : finding.column().toString()));
      }
    }
    return lines;
  }

  @Override
  public String toString() {
    return place + ": " + node.path("says").asText();
  }

  private static String line(int file, String severity, String code, String line, String column) {
    return "file %d: %s %s line %s column %s".formatted(file, severity, code, line, column);
  }

  /** The text of a right file of a kind, with as many equal rows. */
  static String text(String kind, int rows) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
    return row(layout, MissingNode.getInstance()).repeat(rows);
  }

  /** The text of a file with one row, by its differences from the base's. */
  static String text(String kind, JsonNode differences) {
    return row(Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow(), differences);
  }

  /** The name of a right file of a kind. */
  static String name(String kind) {
    return BASE.get(kind).get("name").asText();
  }

  private CheckOptions options() {
    JsonNode limits = node.path("limits");
    CheckOptions usual =
        node.path("strict").asBoolean(false) ? CheckOptions.strict() : CheckOptions.tolerant();
    return new CheckOptions(
        usual.reading(),
        limits.path("findingsPerCode").asInt(usual.findingsPerCode()),
        limits.path("comparedKeys").asInt(usual.comparedKeys()),
        limits.path("comparedGroups").asInt(usual.comparedGroups()));
  }

  private List<NamedSource> sources() {
    List<NamedSource> sources = new ArrayList<>();
    node.get("files").forEach(file -> sources.add(source(file)));
    return sources;
  }

  private static NamedSource source(JsonNode file) {
    String kind = file.path("kind").asText();
    String name = file.path("name").asText(BASE.path(kind).path("name").asText());
    if (file.path("unreadable").asBoolean(false)) {
      return new NamedSource(
          name,
          () -> {
            throw new IOException("as the example wants");
          });
    }
    byte[] bytes = bytes(file, kind, name);
    return new NamedSource(name, () -> new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(JsonNode file, String kind, String name) {
    if (file.has("hex")) {
      return HexFormat.of().parseHex(file.get("hex").asText());
    }
    if (file.has("text")) {
      return file.get("text").asText().getBytes(MS932);
    }
    StringBuilder text = new StringBuilder();
    file.get("rows").forEach(row -> text.append(row(layout(kind, name), row)));
    return text.toString().getBytes(MS932);
  }

  private static Layout layout(String kind, String name) {
    StandardVersion version;
    try {
      version = FileName.parse(name).version();
    } catch (FileNameException e) {
      version = StandardVersion.V4_1;
    }
    return Standard.data().layout(version, kind).orElseThrow();
  }

  private static String row(Layout layout, JsonNode differences) {
    JsonNode base = BASE.get(layout.kind());
    JsonNode total = base.path("total");
    boolean isTotal = differences.path("kind").asText().equals("total");
    List<String> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      JsonNode value = base.get("row").path(field.key());
      if (isTotal && total.has(field.key())) {
        value = total.get(field.key());
      }
      if (differences.has(field.key())) {
        value = differences.get(field.key());
      }
      String text = value.asText("");
      values.add(
          field.type() == FieldType.TEXT || text.contains(",")
              ? '"' + text.replace("\"", "\"\"") + '"'
              : text);
    }
    return String.join(",", values) + "\r\n";
  }

  private static JsonNode base() {
    try {
      return new YAMLMapper().readTree(RuleExample.class.getResource("/standard/rules/base.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
