package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The examples of {@code /standard/dialects}, which an expert reads without Java. */
class DialectTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Test
  void aDialectWritesAsTheExamplesSay() throws IOException {
    Examples.assertEach(Examples.of("dialects/examples.yaml"), DialectTest::assertWritten);
  }

  @Test
  void kanaHaveTheWidthThatTheExamplesSay() throws IOException {
    Examples.assertEach(
        Examples.of("dialects/kana.yaml"),
        example -> {
          String text = example.get("text").asText();
          assertEquals(example.get("full").asText(), KanaWidth.full(text));
          assertEquals(example.get("half").asText(), KanaWidth.half(text));
          assertTrue(Ms932.has(KanaWidth.half(text)) && Ms932.has(KanaWidth.full(text)));
        });
  }

  @Test
  void aDialectTellsWhatDiffersFromTheStandard() {
    assertEquals("", Dialect.STANDARD.differences());
    assertEquals(
        "quoting=all order=insuredNumber+serviceDate csvVersion=202410 header=true",
        new Dialect(
                Dialect.Quoting.ALL,
                Dialect.Zeros.KEPT,
                Dialect.Times.HHMM,
                Dialect.Kana.KEPT,
                List.of("insuredNumber", "serviceDate"),
                Dialect.Extension.UPPER,
                "202410",
                true)
            .differences());
  }

  @Test
  void whatNoReaderWouldKnowIsNoDialect() {
    assertThrows(IllegalArgumentException.class, () -> dialect("csvVersion: \"202208\""));
    assertThrows(IllegalArgumentException.class, () -> dialect("order: [goalNo]"));
  }

  private static void assertWritten(JsonNode example) throws Exception {
    Dialect dialect = dialect(example.get("dialect"));
    StandardVersion version = example.has("version") ? StandardVersion.V3_2 : StandardVersion.V4_1;
    Layout layout = Standard.data().layout(version, example.get("kind").asText()).orElseThrow();
    List<Row> rows = read(layout, crlf(example.get("text")), new ArrayList<>());
    if (example.has("refused")) {
      UnwritableException refused =
          assertThrows(UnwritableException.class, () -> written(dialect, layout, rows));
      assertEquals(example.get("refused").asText(), refused.finding().code());
      return;
    }
    byte[] bytes = written(dialect, layout, rows);
    assertEquals(crlf(example.get("written")), new String(bytes, MS932));
    if (example.has("name")) {
      FileName name = FileName.parse(example.get("name").asText());
      assertEquals(example.get("writtenName").asText(), dialect.fileName(name));
      assertEquals(name, FileName.parse(dialect.fileName(name)));
    }
    List<Finding> told = new ArrayList<>();
    read(layout, new String(bytes, MS932), told);
    assertEquals(
        StreamSupport.stream(example.get("told").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        List.copyOf(new TreeSet<>(told.stream().map(Finding::code).toList())));
  }

  static byte[] written(Dialect dialect, Layout layout, List<Row> rows)
      throws IOException, UnwritableException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DialectWriter writer = new DialectWriter(bytes, layout, dialect, replacement -> {})) {
      for (Row row : dialect.sorted(layout, rows)) {
        writer.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static List<Row> read(Layout layout, String text, List<Finding> told) throws IOException {
    byte[] bytes =
        text.contains("😀")
            ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
            : text.getBytes(MS932);
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(bytes), layout, ReadOptions.tolerant(), told::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Dialect dialect(String settings) throws IOException {
    return dialect(new YAMLMapper().readTree(settings));
  }

  static Dialect dialect(JsonNode settings) {
    List<String> order = new ArrayList<>();
    settings.path("order").forEach(key -> order.add(key.asText()));
    return new Dialect(
        Dialect.Quoting.valueOf(text(settings, "quoting", "standard")),
        Dialect.Zeros.valueOf(text(settings, "zeros", "kept")),
        Dialect.Times.valueOf(text(settings, "times", "hhmm")),
        Dialect.Kana.valueOf(text(settings, "kana", "kept")),
        order,
        Dialect.Extension.valueOf(text(settings, "extension", "upper")),
        settings.path("csvVersion").asText("202407"),
        settings.path("header").asBoolean(false));
  }

  private static String text(JsonNode settings, String key, String usual) {
    return settings.path(key).asText(usual).toUpperCase(Locale.ROOT);
  }

  private static String crlf(JsonNode text) {
    return text.asText().replace("\n", "\r\n");
  }
}
