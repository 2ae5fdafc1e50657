package careplanhub.vendor;

import careplanhub.standard.ByteSource;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;

/** A vendor's file as text: finds its encoding by its header and splits it into cells. */
final class VendorText {
  /** What bytes that are no character become; a record with one is told, never used. */
  static final char UNDECODABLE = '\uFFFD';

  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_FIELD_CHARACTERS = 1024 * 1024;

  private VendorText() {}

  /**
   * The encoding in which the first line has the most of the columns.
   *
   * @param columns the layout's
   */
  static TextEncoding encodingOf(ByteSource source, List<String> columns) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(MOST_HEADER_BYTES);
    }
    return known(head, TextEncoding.UTF_8, columns) >= known(head, TextEncoding.MS932, columns)
        ? TextEncoding.UTF_8
        : TextEncoding.MS932;
  }

  /** The header of the file; one without any column when its first line cannot be read. */
  static VendorHeader headerOf(ByteSource source, List<String> columns) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(MOST_HEADER_BYTES);
    }
    return header(head, encodingOf(() -> new ByteArrayInputStream(head), columns), columns);
  }

  private static int known(byte[] head, TextEncoding encoding, List<String> columns) {
    return header(head, encoding, columns).positions().size();
  }

  private static VendorHeader header(byte[] head, TextEncoding encoding, List<String> columns) {
    String text = withoutMark(new String(head, encoding.charset()));
    String line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    try (CsvReader<CsvRecord> csv = csv(new StringReader(line))) {
      return VendorHeader.of(
          csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of()), columns);
    } catch (CsvParseException | UncheckedIOException e) {
      return VendorHeader.of(List.of(), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records of the file, the header first. The caller closes it. */
  static CsvReader<CsvRecord> open(ByteSource source, TextEncoding encoding) throws IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(UNDECODABLE));
    InputStream in = new BufferedInputStream(source.open());
    try {
      if (encoding == TextEncoding.UTF_8) {
        skipMark(in);
      }
      return csv(new InputStreamReader(in, decoder));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static CsvReader<CsvRecord> csv(Reader reader) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MOST_FIELD_CHARACTERS)
        .ofCsvRecord(reader);
  }

  private static void skipMark(InputStream in) throws IOException {
    byte[] mark = TextEncoding.BYTE_ORDER_MARK.getBytes(TextEncoding.UTF_8.charset());
    in.mark(mark.length);
    if (!Arrays.equals(in.readNBytes(mark.length), mark)) {
      in.reset();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(TextEncoding.BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
