package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What we write is right to the byte, and strict readers that others wrote find every field. */
class IndependentReadersTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Property(tries = 500)
  void theBytesAreThoseOfTheStandard(@ForAll("files") LayoutFile file) throws Exception {
    String expected =
        file.rows().stream()
            .map(row -> line(file.layout(), row))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    assertArrayEquals(expected.getBytes(MS932), file.written());
  }

  @Property(tries = 500)
  void fastCsvReadsEveryField(@ForAll("files") LayoutFile file) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (var records =
        CsvReader.builder()
            .skipEmptyLines(false)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .allowUnclosedQuote(false)
            .ofCsvRecord(strictly(file.written()))) {
      records.forEach(found -> rows.add(found.getFields()));
    }
    assertEquals(file.rows(), rows);
  }

  @Property(tries = 500)
  void commonsCsvReadsEveryField(@ForAll("files") LayoutFile file) throws Exception {
    CSVFormat strict =
        CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(false)
            .setTrailingData(false)
            .get();
    List<List<String>> rows = new ArrayList<>();
    try (var records = strict.parse(strictly(file.written()))) {
      for (CSVRecord found : records) {
        rows.add(found.toList());
      }
    }
    assertEquals(file.rows(), rows);
  }

  @Provide
  Arbitrary<LayoutFile> files() {
    return LayoutFile.any();
  }

  /** A record as 別紙 and 4.3 say it: texts in quotes, and nothing else. */
  private static String line(Layout layout, List<String> row) {
    return layout.fields().stream()
        .map(
            field -> {
              String value = row.get(field.number() - 1);
              boolean text = field.type() == FieldType.TEXT;
              return text ? '"' + value.replace("\"", "\"\"") + '"' : value;
            })
        .collect(Collectors.joining(","));
  }

  private static Reader strictly(byte[] bytes) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes),
        MS932
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
