package careplanhub.standard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes rows as the standard says, strictly (4.3): MS932, CRLF after each record, texts and only
 * they in quotes, empty ones too, a quote in them doubled. What MS932 has not is replaced from the
 * shipped table, and each replacement is told; what the table has not is refused. No character is
 * ever replaced silently. A 2400 of the 第3表 is written as 0000 and told likewise.
 *
 * <p>A text keeps its line breaks and tabs; every other control character, private use (外字), and in
 * other fields a comma, a quote or a line break are refused. Of a refused row nothing is written
 * and the writer stays usable.
 *
 * <p>For one thread. It buffers; closing it writes the rest and closes the stream.
 */
public final class RowWriter implements AutoCloseable {
  private static final int CHUNK = 1 << 14;
  private static final int BYTES_BESIDE_VALUE = 8;
  private static final int DELETE = 0x7F;

  private final OutputStream out;
  private final Layout layout;
  private final Field[] fields;
  private final RepeatedValues repeated;
  private final int[] dayEnds;
  private final Consumer<Replacement> replaced;
  private byte[] buffer = new byte[2 * CHUNK];
  private int length;
  private long line = 1;
  private long records;
  private Field field;

  /**
   * A writer of rows of one layout.
   *
   * @param replaced hears of each character that was replaced; of those of a row that is refused
   *     later too
   */
  public RowWriter(OutputStream out, Layout layout, Consumer<Replacement> replaced) {
    this.out = out;
    this.layout = layout;
    this.replaced = replaced;
    this.fields = layout.fields().toArray(Field[]::new);
    this.repeated = new RepeatedValues(fields.length);
    this.dayEnds = DayEnd.positions(layout);
    this.field = fields[0];
  }

  /**
   * Writes one row.
   *
   * @throws UnwritableException when a value cannot be written; nothing of the row is
   * @throws IllegalArgumentException when the row is of another layout
   */
  public void write(Row row) throws IOException, UnwritableException {
    if (row.layout() != layout) {
      throw new IllegalArgumentException("A row of " + row.layout() + " in a file of " + layout);
    }
    Row written = dayEnds.length == 0 ? row : withoutDayEnds(row);
    int recordStart = length;
    int breaks = 0;
    try {
      for (int i = 0; i < fields.length; i++) {
        field = fields[i];
        breaks += put(i, written.value(i));
      }
    } catch (UnwritableException e) {
      length = recordStart;
      throw e;
    }
    buffer[length++] = '\r';
    buffer[length++] = '\n';
    line += breaks + 1L;
    records++;
    if (length >= CHUNK) {
      empty();
    }
  }

  /** The records written so far. */
  public long records() {
    return records;
  }

  /** Gives to the stream what was written so far. */
  public void flush() throws IOException {
    empty();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private Row withoutDayEnds(Row row) {
    Row written = row;
    for (int position : dayEnds) {
      if (row.value(position).equals(DayEnd.READ)) {
        written = written.with(fields[position].key(), DayEnd.WRITTEN);
        replaced.accept(new Replacement(line, fields[position], DayEnd.READ, DayEnd.WRITTEN));
      }
    }
    return written;
  }

  /** Whether a text may hold this control character. */
  static boolean isTextControl(int character) {
    return character == '\r' || character == '\n' || character == '\t';
  }

  /** Puts one field and returns the number of line breaks in it. */
  private int put(int column, String value) throws UnwritableException {
    room(value.length());
    if (column > 0) {
      buffer[length++] = ',';
    }
    int start = length;
    length = repeated.copyBytes(column, value, buffer, start);
    if (length > start) {
      return 0;
    }
    boolean isText = field.type() == FieldType.TEXT;
    int wrong = encode(value, isText);
    if (wrong < 0) {
      int breaks = isText ? lineBreaks(value) : 0;
      if (breaks == 0) {
        repeated.keep(column, buffer, start, length, value);
      }
      return breaks;
    }
    length = start;
    refuseControls(value, isText);
    String replacement = replacement(value);
    room(replacement.length());
    encode(replacement, isText);
    return isText ? lineBreaks(replacement) : 0;
  }

  /** Encodes a value; returns the index of the first character that cannot be, or -1. */
  private int encode(String value, boolean isText) {
    byte[] bytes = buffer;
    int at = length;
    if (isText) {
      bytes[at++] = '"';
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int code = Ms932.encoded(c);
      if (code > 0xFF) {
        bytes[at++] = (byte) (code >> 8);
      } else if (code == 0 || isUnsafe(c, isText)) {
        return i;
      } else if (c == '"') {
        bytes[at++] = '"';
      }
      bytes[at++] = (byte) code;
    }
    if (isText) {
      bytes[at++] = '"';
    }
    length = at;
    return -1;
  }

  private static boolean isUnsafe(char c, boolean isText) {
    return isControl(c) ? !(isText && isTextControl(c)) : !isText && (c == ',' || c == '"');
  }

  private static boolean isControl(char c) {
    return c < ' ' || c == DELETE;
  }

  private void refuseControls(String value, boolean isText) throws UnwritableException {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isUnsafe(c, isText)) {
        throw refused(
            isControl(c) ? FindingCode.UNWRITABLE_CONTROL : FindingCode.UNWRITABLE_VALUE, i + 1, c);
      }
    }
  }

  private String replacement(String value) throws UnwritableException {
    List<UnwritableException> unknown = new ArrayList<>();
    List<Replacement> told = new ArrayList<>();
    String result =
        Replacements.table()
            .apply(
                value,
                (place, from, to) -> told.add(new Replacement(line, field, from, to)),
                (place, codePoint) -> unknown.add(unknown(place, codePoint)));
    if (!unknown.isEmpty()) {
      throw unknown.get(0);
    }
    told.forEach(replaced);
    return result;
  }

  private UnwritableException unknown(int place, int codePoint) {
    boolean userDefined = Character.getType(codePoint) == Character.PRIVATE_USE;
    return refused(
        userDefined ? FindingCode.UNWRITABLE_USER_DEFINED : FindingCode.UNWRITABLE_CHARACTER,
        place,
        codePoint);
  }

  private UnwritableException refused(FindingCode code, int place, int codePoint) {
    return new UnwritableException(
        code.at(
            line, records + 1, field, Integer.toString(place), Replacement.codePoint(codePoint)));
  }

  private static int lineBreaks(String value) {
    int breaks = 0;
    for (int i = value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) {
      breaks++;
    }
    for (int i = value.indexOf('\r'); i >= 0; i = value.indexOf('\r', i + 1)) {
      breaks += i + 1 < value.length() && value.charAt(i + 1) == '\n' ? 0 : 1;
    }
    return breaks;
  }

  /** Makes room for a value of so many characters, two bytes each at most, and what is around. */
  private void room(int characters) {
    int needed = length + 2 * characters + BYTES_BESIDE_VALUE;
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
    }
  }

  private void empty() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
