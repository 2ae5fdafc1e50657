package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The bounds of reading, to the byte: fields of 10 bytes and records of 54, with their line end.
 */
class SmallLimitsTest {
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();
  private static final ReadOptions OPTIONS = new ReadOptions(Severity.WARNING, 10, 54, 1_000);
  private static final String START = "202407,991234,9900000001,20250401,";
  private static final String GOOD = START + "\"a\",\"\",\"\"\r\n";
  private static final int FAR_MORE = 200_000;

  private final List<Finding> findings = new ArrayList<>();

  @Test
  void aFieldAndARecordOfTheLimitAreRead() throws IOException {
    assertRead(START + "\"0123456789\",\"\",\"\"", List.of(1L, 2L), List.of());
    assertRead(START + "0123456789,\"\",\"\"", List.of(1L, 2L), List.of("READ-06d @ 1/5"));
  }

  @Test
  void oneByteMoreIsTold() throws IOException {
    assertRead(START + "\"01234567890\",\"\",\"\"", List.of(2L), List.of("READ-88 @ 1/5"));
    assertRead(START + "01234567890,\"\",\"\"", List.of(2L), List.of("READ-88 @ 1/5"));
    assertRead(START + "\"0123456789\",\"a\",\"\"", List.of(2L), List.of("READ-88b @ 1/-"));
    assertRead(START + "\"0123456789\",\"\",\"a\"", List.of(2L), List.of("READ-88b @ 1/-"));
  }

  @Test
  void aFieldThatFillsTheBufferIsPassedOverWithItsLines() throws IOException {
    assertRead(
        START + '"' + "x".repeat(FAR_MORE) + "\",\"\",\"\"", List.of(2L), List.of("READ-88 @ 1/5"));
    assertRead(START + "x".repeat(FAR_MORE) + ",\"\",\"\"", List.of(2L), List.of("READ-88 @ 1/5"));
    for (String lineEnd : List.of("\n", "\r", "\r\n")) {
      assertRead(
          START + '"' + lineEnd.repeat(FAR_MORE) + "\",\"\",\"\"",
          List.of(FAR_MORE + 2L),
          List.of("READ-88 @ 1/5"));
    }
    assertRead(START + ",".repeat(FAR_MORE), List.of(2L), List.of("READ-88b @ 1/-"));
  }

  @Test
  void aQuoteThatIsNotClosedLosesTheLinesUpToTheNextRecord() throws IOException {
    assertRead(
        START
            + "\"x\r\ny\r\n"
            + GOOD.repeat(3)
            + START
            + '"'
            + "z".repeat(FAR_MORE)
            + "\",\"\",\"\"",
        List.of(3L, 4L, 5L, 7L),
        List.of("READ-06b @ 1/5", "READ-88 @ 6/5"));
  }

  private void assertRead(String record, List<Long> lines, List<String> places) throws IOException {
    for (int most : new int[] {Integer.MAX_VALUE, 7_001}) {
      findings.clear();
      List<Row> rows = read(record + "\r\n" + GOOD, most);
      assertEquals(
          places,
          findings.stream()
              .map(f -> f.code() + " @ " + f.line() + "/" + (f.column() == null ? "-" : f.column()))
              .toList());
      assertEquals(lines, rows.stream().map(Row::line).toList());
    }
  }

  private List<Row> read(String text, int most) throws IOException {
    InputStream in =
        new ByteArrayInputStream(text.getBytes(Charset.forName("windows-31j"))) {
          @Override
          public int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, most));
          }
        };
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(in, LAYOUT, OPTIONS, findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
