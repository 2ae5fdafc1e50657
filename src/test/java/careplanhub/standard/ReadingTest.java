package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The cases of {@code reading.yaml}. */
class ReadingTest {
  private static final Pattern RAW_BYTES = Pattern.compile("\\\\x\\{([0-9A-F]+)}");

  @Test
  void readsAsTheCasesSay() throws IOException {
    Examples.assertEach(Examples.of("reading.yaml"), ReadingTest::assertRead);
  }

  @Test
  void strictReadingFindsTheSameAsErrors() throws IOException {
    Examples.assertEach(Examples.of("reading.yaml"), ReadingTest::assertReadStrictly);
  }

  @Test
  void readsTheSameByteByByte() throws IOException {
    Examples.assertEach(Examples.of("reading.yaml"), ReadingTest::assertReadByteByByte);
  }

  private static void assertReadByteByByte(JsonNode example) throws IOException {
    List<Finding> whole = new ArrayList<>();
    List<Finding> single = new ArrayList<>();
    List<Row> rows = read(example, ReadOptions.tolerant(), whole);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(bytes(example))) {
          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            return super.read(target, from, Math.min(length, 1));
          }
        };
    List<Row> slowRows = read(example, slow, ReadOptions.tolerant(), single);
    assertEquals(
        rows.stream().map(Row::values).toList(), slowRows.stream().map(Row::values).toList());
    assertEquals(whole, single);
  }

  private static void assertRead(JsonNode example) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<Row> rows = read(example, ReadOptions.tolerant(), findings);
    assertEquals(
        texts(example.get("rows")),
        rows.stream().map(row -> String.join("|", row.values())).toList());
    assertEquals(texts(example.get("found")), findings.stream().map(ReadingTest::place).toList());
    if (example.has("lines")) {
      List<Long> lines = new ArrayList<>();
      example.get("lines").forEach(line -> lines.add(line.asLong()));
      assertEquals(lines, rows.stream().map(Row::line).toList());
    }
    for (Finding finding : findings) {
      boolean always = finding.code().matches("READ-(05.?|06[bc]?|08.?|87|88.?)|FILE-81");
      assertEquals(always, finding.isError(), finding.code());
      assertTrue(!finding.message().contains("{"), finding.message());
    }
  }

  private static void assertReadStrictly(JsonNode example) throws IOException {
    List<Finding> tolerant = new ArrayList<>();
    List<Finding> strict = new ArrayList<>();
    List<Row> rows = read(example, ReadOptions.tolerant(), tolerant);
    List<Row> strictRows = read(example, ReadOptions.strict(), strict);
    assertEquals(
        rows.stream().map(Row::values).toList(), strictRows.stream().map(Row::values).toList());
    assertEquals(tolerant.stream().map(Finding::asError).toList(), strict);
  }

  private static List<Row> read(JsonNode example, ReadOptions options, List<Finding> findings)
      throws IOException {
    return read(example, new ByteArrayInputStream(bytes(example)), options, findings);
  }

  private static List<Row> read(
      JsonNode example, InputStream in, ReadOptions options, List<Finding> findings)
      throws IOException {
    Layout layout =
        Standard.data()
            .layout(StandardVersion.V4_1, example.path("kind").asText("UPKIHON_SUB1"))
            .orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(in, layout, options, findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static byte[] bytes(JsonNode example) {
    Charset charset = Charset.forName(example.path("as").asText("windows-31j"));
    String text = example.get("in").asText();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher raw = RAW_BYTES.matcher(text);
    int end = 0;
    while (raw.find()) {
      bytes.writeBytes(text.substring(end, raw.start()).getBytes(charset));
      bytes.writeBytes(HexFormat.of().parseHex(raw.group(1)));
      end = raw.end();
    }
    bytes.writeBytes(text.substring(end).getBytes(charset));
    return bytes.toByteArray();
  }

  private static String place(Finding finding) {
    return finding.code()
        + " @ "
        + (finding.line() == null ? "-" : finding.line())
        + "/"
        + (finding.record() == null ? "-" : finding.record())
        + "/"
        + (finding.column() == null ? "-" : finding.column());
  }

  private static List<String> texts(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
