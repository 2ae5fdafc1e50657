package careplanhub.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.ByteSource;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The beginning of a file tells its charset, its header and where its columns lie. */
class VendorTextTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final VendorColumns NAMED =
      new VendorColumns(
          List.of(
              new VendorColumn("利用者", List.of(), VendorColumn.BY_NAME, false),
              new VendorColumn("code", List.of(), VendorColumn.BY_NAME, false),
              new VendorColumn("単位", List.of("単位数"), VendorColumn.BY_NAME, false)),
          Map.of());
  private static final VendorColumns PLACED =
      new VendorColumns(
          List.of(
              new VendorColumn("利用者", List.of(), 0, false),
              new VendorColumn("単位", List.of(), 2, false)),
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // charset | text | encoding found | places of the columns | lines above
        "UTF-8       | '利用者,code,単位\na,b,c\n'             | UTF_8 | 0 1 2 | 0",
        "windows-31j | '利用者,code,単位\na,b,c\n'             | MS932 | 0 1 2 | 0",
        "UTF-8       | '\uFEFF利用者,code,単位\na,b,c\n'       | UTF_8 | 0 1 2 | 0",
        "UTF-8       | '表,code\nx\n単位数,利用者,code\n1,2,3\n' | UTF_8 | 1 2 0 | 2",
        "windows-31j | '集計\n\n利用者,単位\n1,2\n'              | MS932 | 0 -1 1 | 1",
        "UTF-8       | 'code,x,code\n'                     | UTF_8 | -1 0 -1 | 0",
        // as many columns in either charset: what the rest is decides
        "UTF-8       | 'code\n表\n'                          | UTF_8 | -1 0 -1 | 0",
        "windows-31j | 'code\n表\n'                          | MS932 | -1 0 -1 | 0",
        "UTF-8       | ''                                   | UTF_8 | -1 -1 -1 | 0",
      })
  void theLineWithMostOfTheColumnsIsTheHeader(
      Charset charset, String text, TextEncoding encoding, String places, int above)
      throws IOException {
    VendorHead head = VendorText.headOf(bytes(text.getBytes(charset)), format(NAMED, true, true));
    assertEquals(encoding, head.encoding());
    assertEquals(
        Arrays.stream(places.split(" ")).map(Integer::valueOf).toList(),
        Arrays.stream(head.header().places()).boxed().toList());
    assertEquals(above, head.preamble().size());
  }

  @Test
  void withoutAPreambleTheFirstLineIsTheHeader() throws IOException {
    VendorHead head =
        VendorText.headOf(bytes("x\n利用者,code,単位\n".getBytes(UTF_8)), format(NAMED, true, false));
    assertEquals(0, head.header().known());
    assertEquals(List.of(0), head.header().unknown());
    assertEquals(1, head.header().width());
  }

  @Test
  void aColumnThatStandsTwiceIsNamed() throws IOException {
    VendorHeader header =
        VendorText.headOf(bytes("利用者,code,code,他\n".getBytes(UTF_8)), format(NAMED, true, false))
            .header();
    assertEquals(List.of(1), header.twice());
    assertEquals(List.of(3), header.unknown());
    assertTrue(header.has(0));
    assertFalse(header.has(2));
  }

  /** Places are fixed, so every line as wide has them: the words tell the line of names. */
  @Test
  void whereColumnsHavePlacesTheWordsStillTellTheHeader() throws IOException {
    VendorHead head =
        VendorText.headOf(
            bytes("集計,2025,4,x,y\n利用者,名,単位\na,b,1\n".getBytes(UTF_8)), format(PLACED, true, true));
    assertEquals(1, head.preamble().size());
    assertEquals(List.of("集計", "2025", "4", "x", "y"), head.preamble().get(0));
    assertEquals(2, head.header().known());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '表,b,1\n', UTF_8, 3, 2",
    "windows-31j, '表,b\n', MS932, 2, 1",
    "windows-31j, '', UTF_8, 0, 0",
  })
  void withoutAHeaderThePlacesAreTheLayouts(
      Charset charset, String text, TextEncoding encoding, int width, int known)
      throws IOException {
    VendorHead head =
        VendorText.headOf(bytes(text.getBytes(charset)), format(PLACED, false, false));
    assertEquals(encoding, head.encoding());
    assertEquals(width, head.header().width());
    assertEquals(known, head.header().known());
    assertEquals(List.of(), head.preamble());
  }

  /** The beginning that is looked at ends within a character. */
  @Test
  void aLongFileInUtf8IsNotTakenForAnother() throws IOException {
    byte[] text = ("a,b,1\n" + "表".repeat(50_000) + "\n").getBytes(UTF_8);
    VendorHead head = VendorText.headOf(bytes(text), format(PLACED, false, false));
    assertEquals(TextEncoding.UTF_8, head.encoding());
    assertEquals(3, head.header().width());
  }

  @Test
  void whatIsNoCsvHasTheLinesBeforeIt() throws IOException {
    VendorHead head =
        VendorText.headOf(bytes("利用者,code,単位\na,\"b\n".getBytes(UTF_8)), format(NAMED, true, true));
    assertEquals(3, head.header().known());
  }

  @Test
  void recordsAreReadWithoutTheMarkAndWithTheirLines() throws IOException {
    byte[] text = "\uFEFFa,b\r\n\r\n,　 \r\n\"x\ny\",,\r\nz".getBytes(UTF_8);
    List<String> read = new ArrayList<>();
    try (CsvReader<RecordHandler> csv =
        VendorText.open(
            bytes(text), TextEncoding.UTF_8, format(NAMED, true, false), new RecordHandler())) {
      for (RecordHandler one : csv) {
        read.add(
            one.line()
                + " "
                + one.cells()
                + " "
                + one.count()
                + " "
                + one.filledCount()
                + (one.isBlank() ? " blank" : ""));
      }
    }
    assertEquals(
        List.of("1 [a, b] 2 2", "3 [, 　 ] 2 2 blank", "4 [x\ny, , ] 3 1", "6 [z] 1 1"), read);
  }

  @Test
  void onlyUtf8HasAMark() throws IOException {
    byte[] text = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n'};
    try (CsvReader<RecordHandler> csv =
        VendorText.open(
            bytes(text), TextEncoding.MS932, format(NAMED, true, false), new RecordHandler())) {
      assertEquals(List.of(new String(text, MS932).strip()), csv.iterator().next().cells());
    }
  }

  @Test
  void bytesThatAreNoCharacterHaveTheirPlace() throws IOException {
    byte[] text = {'a', ',', (byte) 0xFF, ',', (byte) 0xFF, '\n', 'b', '\n'};
    RecordHandler handler = new RecordHandler();
    try (CsvReader<RecordHandler> csv =
        VendorText.open(bytes(text), TextEncoding.UTF_8, format(NAMED, true, false), handler)) {
      var records = csv.iterator();
      assertEquals(1, records.next().undecodable());
      assertEquals(-1, records.next().undecodable());
    }
  }

  @Test
  void textsAreMadeOfWantedCellsOnly() throws IOException {
    String line = String.join(",", Collections.nCopies(200, "x")) + "\n";
    RecordHandler handler = new RecordHandler();
    handler.want(new int[] {1, -1, 150});
    try (CsvReader<RecordHandler> csv =
        VendorText.open(
            bytes((line + "1,2\n,\n").getBytes(UTF_8)),
            TextEncoding.UTF_8,
            format(NAMED, true, false),
            handler)) {
      var records = csv.iterator();
      RecordHandler first = records.next();
      assertEquals("x", first.cell(1));
      assertEquals("x", first.cell(150));
      assertNull(first.cell(0));
      assertEquals("", first.cell(200));
      RecordHandler second = records.next();
      assertEquals("2", second.cell(1));
      assertEquals("", second.cell(2), "what an earlier record had there");
      assertEquals("", records.next().cell(1));
      assertTrue(handler.isBlank());
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsClosed() {
    List<String> closed = new ArrayList<>();
    ByteSource broken =
        () ->
            new ByteArrayInputStream(new byte[0]) {
              @Override
              public synchronized int read(byte[] to, int offset, int length) {
                throw new IllegalStateException("broken");
              }

              @Override
              public void close() {
                closed.add("closed");
              }
            };
    VendorFormat format = format(NAMED, true, false);
    assertThrows(
        IllegalStateException.class,
        () -> VendorText.open(broken, TextEncoding.UTF_8, format, new RecordHandler()));
    assertEquals(List.of("closed"), closed);
  }

  private static ByteSource bytes(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static VendorFormat format(VendorColumns columns, boolean header, boolean preamble) {
    return new VendorFormat(
        columns,
        header,
        preamble ? List.of(new Template(List.of("集計"))) : List.of(),
        ',',
        TextEncoding.UTF_8,
        LineDelimiter.CRLF,
        new Template(List.of()),
        false,
        new MonthSource(null, ""));
  }
}
