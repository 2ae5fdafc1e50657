package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that other programs wrote are read with every value right, and with a warning for each way
 * in which they are not what the standard says.
 */
class IndependentWritersTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();
  private static final List<List<String>> ROWS =
      List.of(
          List.of("202407", "991234", "9900000001", "20250401", "本人", "", "a,\"b\""),
          List.of("202407", "991234", "9900000002", "", "髙﨑①", "一\r\n二", "～－∥"));

  /** The warnings that say only that a file is written another way. */
  private static final Set<String> FORM =
      Set.of("READ-06d", "READ-07", "READ-07b", "READ-07c", "READ-07d", "READ-80", "READ-81");

  @ParameterizedTest(name = "Commons CSV {0}, {1}, {2}")
  @CsvSource({
    "ALL, CRLF, MS932, READ-07d",
    "ALL_NON_NULL, CRLF, MS932, READ-07d",
    "NON_NUMERIC, CRLF, MS932, READ-07d",
    "MINIMAL, CRLF, MS932, READ-06d READ-07c",
    "MINIMAL, LF, MS932, READ-06d READ-07 READ-07c",
    "MINIMAL, CR, MS932, READ-06d READ-07 READ-07c",
    "ALL, LF, UTF-8, READ-07 READ-07d READ-81",
    "ALL, CRLF, UTF-8 with a mark, READ-07d READ-80 READ-81",
  })
  void commonsCsv(QuoteMode quotes, LineEnd end, String encoding, String warnings)
      throws IOException {
    StringWriter text = new StringWriter();
    CSVFormat.RFC4180
        .builder()
        .setQuoteMode(quotes)
        .setRecordSeparator(end.text)
        .get()
        .print(text)
        .printRecords(ROWS);
    assertRead(encoded(text.toString(), encoding), warnings);
  }

  @ParameterizedTest(name = "FastCSV {0}, {1}")
  @CsvSource({
    "ALWAYS, CRLF, READ-07d",
    "NON_EMPTY, LF, READ-07 READ-07c READ-07d",
    "EMPTY, CRLF, READ-06d READ-07d",
    "REQUIRED, CR, READ-06d READ-07 READ-07c",
  })
  void fastCsv(String quotes, LineDelimiter end, String warnings) throws IOException {
    StringWriter text = new StringWriter();
    CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(end);
    if (!quotes.equals("REQUIRED")) {
      builder.quoteStrategy(QuoteStrategies.valueOf(quotes));
    }
    try (CsvWriter csv = builder.build(text)) {
      ROWS.forEach(csv::writeRecord);
    }
    assertRead(encoded(text.toString(), "MS932"), warnings);
  }

  @Test
  void aFileWithoutItsLastLineEnd() throws IOException {
    String text = "202407,991234,9900000001,20250401,\"本人\",\"\",\"\"";
    List<Finding> findings = new ArrayList<>();
    assertEquals(
        List.of(List.of("202407", "991234", "9900000001", "20250401", "本人", "", "")),
        LayoutFile.read(LAYOUT, text.getBytes(MS932), findings));
    assertEquals("READ-07b", codes(findings));
  }

  @ParameterizedTest(name = "Python {0} {1} {2}")
  @CsvSource({
    "QUOTE_MINIMAL, CRLF, cp932, READ-06d READ-07c",
    "QUOTE_ALL, LF, cp932, READ-07 READ-07d",
    "QUOTE_NONNUMERIC, CRLF, utf-8-sig, READ-07d READ-80 READ-81",
  })
  void python(String quotes, LineEnd end, String encoding, String warnings, @TempDir Path folder)
      throws Exception {
    Path python = OptionalPart.require("python3");
    Path file = folder.resolve("file.csv");
    String program =
        "import csv,sys\n"
            + "rows=["
            + ROWS.stream().map(IndependentWritersTest::pythonList).collect(Collectors.joining(","))
            + "]\nwith open(sys.argv[1],'w',encoding=sys.argv[2],newline='') as f:\n"
            + "  csv.writer(f,quoting=getattr(csv,sys.argv[3]),lineterminator=sys.argv[4])"
            + ".writerows(rows)\n";
    Path source = Files.writeString(folder.resolve("write.py"), program);
    Process writing =
        new ProcessBuilder(
                python.toString(), source.toString(), file.toString(), encoding, quotes, end.text)
            .inheritIO()
            .start();
    assertTrue(writing.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, writing.exitValue());
    assertRead(Files.readAllBytes(file), warnings);
  }

  @Property(tries = 300)
  void whateverAWriterQuotesTheValuesAreThose(
      @ForAll("files") LayoutFile file, @ForAll("quotes") QuoteMode quotes, @ForAll LineEnd end)
      throws IOException {
    StringWriter text = new StringWriter();
    CSVFormat.RFC4180
        .builder()
        .setQuoteMode(quotes)
        .setRecordSeparator(end.text)
        .get()
        .print(text)
        .printRecords(file.rows());
    List<Finding> findings = new ArrayList<>();
    assertEquals(
        file.rows(), LayoutFile.read(file.layout(), text.toString().getBytes(MS932), findings));
    findings.forEach(finding -> assertTrue(FORM.contains(finding.code()), finding.code()));
  }

  @Provide
  Arbitrary<LayoutFile> files() {
    return LayoutFile.any();
  }

  @Provide
  Arbitrary<QuoteMode> quotes() {
    return Arbitraries.of(QuoteMode.ALL, QuoteMode.MINIMAL, QuoteMode.NON_NUMERIC);
  }

  /** How records end. */
  enum LineEnd {
    CRLF("\r\n"),
    LF("\n"),
    CR("\r");

    private final String text;

    LineEnd(String text) {
      this.text = text;
    }
  }

  private static void assertRead(byte[] file, String warnings) throws IOException {
    List<Finding> findings = new ArrayList<>();
    assertEquals(ROWS, LayoutFile.read(LAYOUT, file, findings));
    assertEquals(warnings, codes(findings));
    assertTrue(findings.stream().noneMatch(Finding::isError), "all of it is tolerated");
  }

  private static String codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).sorted().collect(Collectors.joining(" "));
  }

  private static byte[] encoded(String text, String encoding) {
    return switch (encoding) {
      case "MS932" -> text.getBytes(MS932);
      case "UTF-8" -> text.getBytes(StandardCharsets.UTF_8);
      default -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** A list of texts as Python writes it, in ASCII. */
  private static String pythonList(List<String> row) {
    return row.stream()
        .map(
            value ->
                value
                    .chars()
                    .mapToObj(c -> String.format("\\u%04x", c))
                    .collect(Collectors.joining("", "'", "'")))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
