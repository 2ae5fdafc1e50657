package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.Ms932;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes lines of cells in a vendor's encoding; no character is ever replaced. For one thread; it
 * buffers, and closing it closes the stream.
 */
final class LineWriter implements AutoCloseable {
  static final String UNWRITABLE_HEAD = "見出しに、この形式の文字コードで書けない文字があります。";
  static final String UNWRITABLE_CHARACTER = "この形式の文字コードで書けない文字があります。";

  private static final int CHUNK = 1 << 15;
  private static final int MOST_BYTES = 3;

  private final OutputStream out;
  private final VendorColumns columns;
  private final Text text = new Text();
  private final CsvWriter csv;
  private final boolean inPlace;
  private final String[] line;
  private final boolean ms932;
  private final CharsetEncoder utf8 =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private byte[] buffer = new byte[2 * CHUNK];
  private int length;

  LineWriter(OutputStream out, VendorFormat format) throws IOException {
    this.out = out;
    this.columns = format.columns();
    this.inPlace = !columns.arePlaced();
    this.line = new String[columns.width()];
    this.ms932 = format.encoding() == TextEncoding.MS932;
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(format.separator())
            .lineDelimiter(format.lineEnd())
            .bufferSize(0)
            .build(text);
    out.write(format.encoding().prefix().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes what stands above the records: the lines of the preamble and the line of names.
   *
   * @return false when a character is not one of the encoding
   */
  boolean writeHead(VendorFormat format, FileName name) throws IOException {
    boolean writable = true;
    for (Template line : format.preamble()) {
      writable &= writePlain(line.fill(name), format.lineEnd().toString());
    }
    return writable && (!format.header() || writeHeader());
  }

  /** Writes a line as it is, with the line end behind. */
  private boolean writePlain(String plain, String lineEnd) throws IOException {
    text.length = 0;
    text.write(plain, 0, plain.length());
    text.write(lineEnd, 0, lineEnd.length());
    return encode();
  }

  /** Writes the line of names. */
  private boolean writeHeader() throws IOException {
    text.length = 0;
    csv.writeRecord(columns.header());
    return encode();
  }

  /**
   * Writes one record.
   *
   * @param cells in the order of the layout's columns
   * @return false when a character is not one of the encoding; nothing is written then
   */
  boolean write(String[] cells) throws IOException {
    text.length = 0;
    if (inPlace) {
      csv.writeRecord(cells);
    } else {
      Arrays.fill(line, "");
      for (int index = 0; index < cells.length; index++) {
        line[columns.writtenPlace(index)] = cells[index];
      }
      csv.writeRecord(line);
    }
    return encode();
  }

  private boolean encode() throws IOException {
    if (length >= CHUNK) {
      out.write(buffer, 0, length);
      length = 0;
    }
    int needed = length + MOST_BYTES * text.length;
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * needed);
    }
    int end = ms932 ? encodeMs932() : encodeUtf8();
    boolean whole = end >= 0;
    length = whole ? end : length;
    return whole;
  }

  /** Where the bytes end; -1 when a character is not one of MS932. */
  private int encodeMs932() {
    char[] characters = text.characters;
    byte[] bytes = buffer;
    int at = length;
    for (int i = 0; i < text.length; i++) {
      int code = Ms932.encoded(characters[i]);
      if (code > 0xFF) {
        bytes[at++] = (byte) (code >> 8);
      } else if (code == 0) {
        return -1;
      }
      bytes[at++] = (byte) code;
    }
    return at;
  }

  private int encodeUtf8() {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, length, buffer.length - length);
    utf8.reset();
    return utf8.encode(CharBuffer.wrap(text.characters, 0, text.length), bytes, true).isError()
        ? -1
        : bytes.position();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (length > 0) {
        out.write(buffer, 0, length);
      }
      length = 0;
    }
  }

  /** The characters of one line. */
  private static final class Text extends Writer {
    private char[] characters = new char[1024];
    private int length;

    @Override
    public void write(int character) {
      room(1);
      characters[length++] = (char) character;
    }

    @Override
    public void write(char[] more, int offset, int count) {
      room(count);
      System.arraycopy(more, offset, characters, length, count);
      length += count;
    }

    @Override
    public void write(String more, int offset, int count) {
      room(count);
      more.getChars(offset, offset + count, characters, length);
      length += count;
    }

    private void room(int count) {
      if (length + count > characters.length) {
        characters = Arrays.copyOf(characters, 2 * (length + count));
      }
    }

    @Override
    public void flush() {
      // the characters are taken from the array
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
