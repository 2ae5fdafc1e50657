package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A damaged file takes neither memory nor time, and its other records are read. */
class ReadingLimitsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();
  private static final String START = "202407,991234,9900000001,20250401,";
  private static final String GOOD = START + "\"あ\",\"\",\"\"\r\n";
  private static final int HUNDRED_MEGABYTES = 100_000_000;

  private final List<Finding> findings = new ArrayList<>();

  @Test
  @Tag("large")
  void aQuotedFieldOfAHundredMegabytesIsOneFinding() throws IOException {
    List<Row> rows =
        read(
            stream(GOOD + START + "\""),
            many('x', HUNDRED_MEGABYTES),
            stream("\",\"\",\"\"\r\n" + GOOD));

    assertEquals(List.of("READ-88 @ 2/2/5"), places());
    assertEquals(List.of(1L, 3L), rows.stream().map(Row::line).toList());
  }

  @Test
  @Tag("large")
  void aQuotedFieldOfAHundredMegabytesOfLinesKeepsTheLineNumbers() throws IOException {
    List<Row> rows =
        read(
            stream(START + "\""), many('\n', HUNDRED_MEGABYTES), stream("\",\"\",\"\"\r\n" + GOOD));

    assertEquals(List.of("READ-88 @ 1/1/5"), places());
    assertEquals(List.of(HUNDRED_MEGABYTES + 2L), rows.stream().map(Row::line).toList());
  }

  @Test
  @Tag("large")
  void anUnquotedFieldOfAHundredMegabytesIsOneFinding() throws IOException {
    List<Row> rows = read(stream(START), many('x', HUNDRED_MEGABYTES), stream("\r\n" + GOOD));

    assertEquals(List.of("READ-88 @ 1/1/5"), places());
    assertEquals(1, rows.size());
  }

  @Test
  @Tag("large")
  void aRecordOfManyFieldsBeyondTheLimitIsOneFinding() throws IOException {
    List<Row> rows = read(stream(START), many(',', HUNDRED_MEGABYTES), stream("\r\n" + GOOD));

    assertEquals(List.of("READ-88b @ 1/1/-"), places());
    assertEquals(1, rows.size());
  }

  @Test
  void tenThousandColumnsAreCounted() throws IOException {
    List<Row> rows = read(stream(START + ",".repeat(9_995) + "\r\n" + GOOD));

    assertEquals(List.of("READ-08b @ 1/1/7"), places());
    assertTrue(findings.get(0).message().contains("10000個"), findings.get(0).message());
    assertEquals(1, rows.size());
  }

  @Test
  void aFieldJustWithinTheLimitIsRead() throws IOException {
    int limit = ReadOptions.tolerant().fieldBytes();
    List<Row> rows =
        read(
            stream(START + "\"" + "x".repeat(limit) + "\",\"\",\"\"\r\n"),
            stream(START + "\"" + "x".repeat(limit + 1) + "\",\"\",\"\"\r\n"));

    assertEquals(List.of("READ-88 @ 2/2/5"), places());
    assertEquals(limit, rows.get(0).value(4).length());
  }

  @Test
  void anUnclosedQuoteInALargeFileLosesOneRecord() throws IOException {
    String unquoted = START + "a,b,c\r\n";
    List<Row> rows = read(stream(START + "\"a,b,c\r\n" + unquoted.repeat(50_000)));

    assertEquals("READ-88 @ 1/1/5", places().get(0));
    assertEquals(50_000, rows.size());
    assertEquals(2L, rows.get(0).line());
  }

  @Test
  @Tag("large")
  void aQuoteThatIsNeverClosedInEachLineTakesNoMoreThanLinearTime() throws IOException {
    List<Row> rows = read(stream((START + "\"a,\"\",\"b\r\n").repeat(100_000)));

    assertEquals(0, rows.size());
    assertEquals("READ-06b @ 1/1/5", places().get(0));
  }

  @Test
  void errorsBeyondTheLimitAreCountedAndDoNotHideBehindWarnings() throws IOException {
    String warned = "202407,1234,9900000001,20250401,\"\",\"\",\"\"\r\n";
    read(stream(warned.repeat(1_500) + "202407\r\n".repeat(1_700)));

    assertEquals(1_000, findings.stream().filter(f -> f.code().equals("READ-85")).count());
    assertEquals(1_000, findings.stream().filter(f -> f.code().equals("READ-08")).count());
    Finding last = findings.get(findings.size() - 1);
    assertEquals("FILE-86", last.code());
    assertTrue(last.message().contains("1200件"), last.message());
    assertTrue(last.message().contains("700件"), last.message());
  }

  @Test
  void warningsAloneThatAreLeftOutMakeNoError() throws IOException {
    read(stream("202407,1234,9900000001,20250401,\"\",\"\",\"\"\r\n".repeat(1_001)));

    assertEquals("FILE-86b", findings.get(findings.size() - 1).code());
    assertTrue(findings.stream().noneMatch(Finding::isError));
  }

  private List<Row> read(InputStream... parts) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new SequenceInputStream(Collections.enumeration(Arrays.asList(parts))),
            LAYOUT,
            ReadOptions.tolerant(),
            findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> places() {
    return findings.stream()
        .map(
            f ->
                f.code()
                    + " @ "
                    + f.line()
                    + "/"
                    + f.record()
                    + "/"
                    + (f.column() == null ? "-" : f.column()))
        .toList();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(MS932));
  }

  /** A stream of so many times the same character, made as it is read. */
  private static InputStream many(char character, int count) {
    return new InputStream() {
      private int left = count;

      @Override
      public int read() {
        return left-- > 0 ? character : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        if (left <= 0) {
          return -1;
        }
        int given = Math.min(length, left);
        Arrays.fill(bytes, from, from + given, (byte) character);
        left -= given;
        return given;
      }
    };
  }
}
