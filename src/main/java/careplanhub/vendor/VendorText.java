package careplanhub.vendor;

import careplanhub.standard.ByteSource;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A vendor's file as text: finds its encoding by its header and splits it into cells. */
final class VendorText {
  /** What bytes that are no character become; a record with one is told, never used. */
  static final char UNDECODABLE = '\uFFFD';

  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_FIELD_CHARACTERS = 1024 * 1024;

  private VendorText() {}

  /**
   * Looks at the beginning of a file: its encoding is the one in which a line has the most of the
   * columns, and that line is the header. A file without a line of names is UTF-8 when it can be.
   */
  static VendorHead headOf(ByteSource source, VendorFormat format) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(MOST_HEADER_BYTES);
    }
    if (!format.header()) {
      TextEncoding encoding = isUtf8(head) ? TextEncoding.UTF_8 : TextEncoding.MS932;
      List<List<String>> first = lines(head, encoding, format, 1);
      int width = first.isEmpty() ? 0 : first.get(0).size();
      return new VendorHead(encoding, List.of(), VendorHeader.placed(format.columns(), width));
    }
    VendorHead utf8 = head(head, TextEncoding.UTF_8, format);
    VendorHead ms932 = head(head, TextEncoding.MS932, format);
    boolean alike = utf8.header().known() == ms932.header().known();
    boolean isUtf8 = alike ? isUtf8(head) : utf8.header().known() > ms932.header().known();
    return isUtf8 ? utf8 : ms932;
  }

  private static VendorHead head(byte[] head, TextEncoding encoding, VendorFormat format) {
    List<List<String>> lines = lines(head, encoding, format, format.mostPreambleLines() + 1);
    int best = 0;
    long bestFit = -1;
    VendorHeader header = VendorHeader.of(List.of(), format.columns());
    for (int line = 0; line < lines.size(); line++) {
      VendorHeader next = VendorHeader.of(lines.get(line), format.columns());
      long fit = fit(lines.get(line), next, format.columns());
      if (fit > bestFit) {
        best = line;
        bestFit = fit;
        header = next;
      }
    }
    return new VendorHead(encoding, lines.subList(0, best), header);
  }

  /** How much a line looks like the header; where places are fixed, its words still tell. */
  private static long fit(List<String> words, VendorHeader header, VendorColumns columns) {
    if (!columns.arePlaced()) {
      return header.known();
    }
    long named = words.stream().filter(word -> columns.ofHeader(word).isPresent()).count();
    return MOST_HEADER_BYTES * named + header.known();
  }

  /** The first lines that are not blank, as far as they are CSV. */
  private static List<List<String>> lines(
      byte[] head, TextEncoding encoding, VendorFormat format, int most) {
    String text = withoutMark(new String(head, encoding.charset()));
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<RecordHandler> csv = csv(new StringReader(text), format, new RecordHandler())) {
      Iterator<RecordHandler> records = csv.iterator();
      while (lines.size() < most && records.hasNext()) {
        RecordHandler next = records.next();
        if (!next.isBlank()) {
          lines.add(next.cells());
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Whether all but a character that the end cuts is UTF-8. */
  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder
        .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
        .isError();
  }

  /** The records of the file, the lines above the first record too. The caller closes it. */
  static CsvReader<RecordHandler> open(
      ByteSource source, TextEncoding encoding, VendorFormat format, RecordHandler handler)
      throws IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(UNDECODABLE));
    InputStream in = new BufferedInputStream(source.open(), MOST_HEADER_BYTES);
    try {
      if (encoding == TextEncoding.UTF_8) {
        skipMark(in);
      }
      return csv(new InputStreamReader(in, decoder), format, handler);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static CsvReader<RecordHandler> csv(
      Reader reader, VendorFormat format, RecordHandler handler) {
    return CsvReader.builder()
        .fieldSeparator(format.separator())
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MOST_FIELD_CHARACTERS)
        .build(handler, reader);
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
