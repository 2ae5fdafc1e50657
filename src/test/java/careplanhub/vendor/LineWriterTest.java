package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.FileName;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are written in the vendor's encoding, and none with a character that it has not. */
class LineWriterTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final int MORE_THAN_BUFFERED = 100_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "MS932, 請求, true",
    "MS932, ｱ①髙, true",
    "MS932, a~¥, false",
    "MS932, 𠮷, false",
    "UTF_8, 𠮷, true",
    "UTF_8_WITH_MARK, é, true",
  })
  void aRecordIsWrittenWholeOrNotAtAll(TextEncoding encoding, String cell, boolean writable)
      throws IOException {
    try (LineWriter writer = new LineWriter(out, format(encoding, false, List.of("a", "b")))) {
      assertTrue(writer.write(new String[] {"1", "2"}));
      assertEquals(writable, writer.write(new String[] {"x", cell}));
      assertTrue(writer.write(new String[] {"3", ""}));
    }
    assertArrayEquals(
        (encoding.prefix() + "1,2\r\n" + (writable ? "x," + cell + "\r\n" : "") + "3,\r\n")
            .getBytes(encoding.charset()),
        out.toByteArray());
  }

  @Test
  void halfOfACharacterIsNoneInUtf8() throws IOException {
    try (LineWriter writer = new LineWriter(out, format(TextEncoding.UTF_8, false, List.of("a")))) {
      assertFalse(writer.write(new String[] {"x\uD842"}));
    }
    assertEquals(0, out.size());
  }

  @ParameterizedTest
  @CsvSource({
    "集計, 名前, true",
    "é, 名前, false",
    "集計, é, false",
  })
  void theHeadIsRefusedForEachOfItsCharacters(String first, String column, boolean writable)
      throws Exception {
    VendorFormat format = format(TextEncoding.MS932, true, List.of(column), first, "{month}");
    try (LineWriter writer = new LineWriter(out, format)) {
      assertEquals(writable, writer.writeHead(format, name()));
    }
    if (writable) {
      assertEquals(first + "\r\n202504\r\n" + column + "\r\n", out.toString(MS932));
    }
  }

  @Test
  void withoutAHeaderOnlyThePreambleStandsAbove() throws Exception {
    VendorFormat format = format(TextEncoding.UTF_8, false, List.of("a"), "集計");
    try (LineWriter writer = new LineWriter(out, format)) {
      assertTrue(writer.writeHead(format, name()));
    }
    assertEquals("集計\r\n", out.toString(UTF_8));
  }

  @Test
  void columnsWithPlacesLieThereAndTheOthersAreEmpty() throws Exception {
    VendorColumns columns =
        new VendorColumns(
            List.of(
                new VendorColumn("b", List.of(), 3, false),
                new VendorColumn("a", List.of(), 1, false)),
            Map.of());
    VendorFormat format = format(TextEncoding.UTF_8, true, columns);
    try (LineWriter writer = new LineWriter(out, format)) {
      writer.writeHead(format, name());
      writer.write(new String[] {"2", "1"});
      writer.write(new String[] {"4", "3"});
    }
    assertEquals(",a,,b\r\n,1,,2\r\n,3,,4\r\n", out.toString(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"MS932", "UTF_8"})
  void aLineMayBeLongerThanWhatIsBuffered(TextEncoding encoding) throws IOException {
    String line = "請".repeat(MORE_THAN_BUFFERED);
    try (LineWriter writer = new LineWriter(out, format(encoding, false, List.of("a")))) {
      for (String cell : List.of("1", line, "2", line, "3")) {
        assertTrue(writer.write(new String[] {cell}));
      }
    }
    assertEquals(
        String.join("\r\n", "1", line, "2", line, "3", ""), out.toString(encoding.charset()));
  }

  @Test
  void aLongFileIsNotHeldUntilItsEnd() throws IOException {
    StringBuilder expected = new StringBuilder();
    try (LineWriter writer =
        new LineWriter(out, format(TextEncoding.MS932, false, List.of("a", "b")))) {
      for (int line = 0; expected.length() < MORE_THAN_BUFFERED; line++) {
        writer.write(new String[] {String.valueOf(line), "請求"});
        expected.append(line).append(",請求\r\n");
      }
      assertTrue(out.size() > MORE_THAN_BUFFERED / 2, () -> out.size() + " bytes");
    }
    assertEquals(expected.toString(), out.toString(MS932));
  }

  private static FileName name() throws Exception {
    return FileName.parse("UPJSK_202504_9970000002_11_9980000001_43_20250501120000.CSV");
  }

  private static VendorFormat format(
      TextEncoding encoding, boolean header, List<String> names, String... preamble) {
    List<VendorColumn> columns = new ArrayList<>();
    names.forEach(
        name -> columns.add(new VendorColumn(name, List.of(), VendorColumn.BY_NAME, false)));
    return format(encoding, header, new VendorColumns(columns, new HashMap<>()), preamble);
  }

  private static VendorFormat format(
      TextEncoding encoding, boolean header, VendorColumns columns, String... preamble) {
    List<Template> lines = new ArrayList<>();
    for (String line : preamble) {
      lines.add(Template.parse(line).orElseThrow());
    }
    return new VendorFormat(
        columns,
        header,
        lines,
        ',',
        encoding,
        LineDelimiter.CRLF,
        Template.parse("{serial}").orElseThrow(),
        false,
        new MonthSource(null, ""));
  }
}
