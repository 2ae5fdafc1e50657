package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into records and fields (RFC 4180), in bounded memory. It works on bytes because the
 * comma, the quote and the line ends are never a part of a longer character, neither in MS932 nor
 * in UTF-8: so a byte that is no character spoils nothing but its own field. After a broken record
 * it goes on with the next one. Places of fields hold until the next call of {@link #next}.
 */
final class RecordSplitter {
  /** How a record ended. */
  enum Ending {
    CRLF,
    OTHER_LINE_END,
    END_OF_FILE
  }

  static final int QUOTED = 1;
  static final int DOUBLED_QUOTE = 2;
  static final int NOT_ASCII = 4;
  static final int CONTROL = 8;
  static final int LINE_BREAK = 16;

  private static final int CHUNK = 1 << 14;
  private static final int DELETE = 0x7F;
  private static final int END = -1;

  private final InputStream in;
  private final int fieldBytes;
  private final int recordBytes;
  private byte[] buffer = new byte[CHUNK];
  private int recordStart;
  private int position;
  private int limit;
  private boolean exhausted;

  private final int[] starts;
  private final int[] ends;
  private final int[] marks;
  private int fields;
  private int fieldMarks;
  private @Nullable FindingCode problem;
  private int problemField;
  private Ending ending = Ending.END_OF_FILE;
  private boolean recordEnded;
  private long line;
  private long nextLine = 1;
  private int innerLines;

  /**
   * @param width the places of so many fields are kept; more are only counted
   */
  RecordSplitter(InputStream in, int width, ReadOptions options) {
    this.in = in;
    this.fieldBytes = options.fieldBytes();
    this.recordBytes = options.recordBytes();
    starts = new int[width];
    ends = new int[width];
    marks = new int[width];
  }

  /** The next bytes without taking them; fewer than asked only at the end of the file. */
  byte[] peek(int count) throws IOException {
    while (limit - position < count && refill()) {
      // more was read
    }
    return Arrays.copyOfRange(buffer, position, Math.min(limit, position + count));
  }

  /** Passes over bytes that were peeked at. */
  void skip(int count) {
    position += count;
  }

  /** Goes to the next record; false at the end of the file. */
  boolean next() throws IOException {
    recordStart = position;
    if (position == limit && !refill()) {
      return false;
    }
    fields = 0;
    problem = null;
    innerLines = 0;
    recordEnded = false;
    line = nextLine;
    while (!recordEnded) {
      splitField();
    }
    nextLine += innerLines + 1L;
    if (problem == null && position - recordStart > recordBytes) {
      problem(FindingCode.RECORD_TOO_LARGE);
    }
    return true;
  }

  /** The physical line where the record begins, from 1. */
  long line() {
    return line;
  }

  /** The number of fields, also of those whose places are not kept. */
  int fields() {
    return fields;
  }

  /** Whether the line is empty but for spaces and tabs. */
  boolean isBlank() {
    if (fields != 1 || (marks[0] & ~CONTROL) != 0) {
      return false;
    }
    for (int i = from(0); i < to(0); i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with the record's form, null when nothing is. */
  @Nullable FindingCode problem() {
    return problem;
  }

  /** The field that the problem is about, 0 for the first; it may lie beyond the width. */
  int problemField() {
    return problemField;
  }

  Ending ending() {
    return ending;
  }

  /** The bytes that {@link #from} and {@link #to} point into; they change with each record. */
  byte[] bytes() {
    return buffer;
  }

  /** Where the field's value begins, after an opening quote. */
  int from(int field) {
    return recordStart + starts[field];
  }

  /** Where the field's value ends, before a closing quote. */
  int to(int field) {
    return recordStart + ends[field];
  }

  /** What was seen in the field: QUOTED, DOUBLED_QUOTE, NOT_ASCII, CONTROL, LINE_BREAK. */
  int marks(int field) {
    return marks[field];
  }

  /**
   * Bytes from the record's beginning on, without taking any: at least so many, when the file has
   * them.
   */
  byte[] window(int count) throws IOException {
    while (limit - recordStart < count && refill()) {
      // more was read
    }
    return Arrays.copyOfRange(buffer, recordStart, Math.min(limit, recordStart + count));
  }

  private void splitField() throws IOException {
    fieldMarks = 0;
    if (position < limit || more(false, position - recordStart)) {
      if (buffer[position] == '"') {
        position++;
        splitQuoted();
      } else {
        splitBare();
      }
    } else if (!recordEnded) {
      endField(position - recordStart, position - recordStart);
      endRecord(Ending.END_OF_FILE);
    }
  }

  private void splitBare() throws IOException {
    int start = position - recordStart;
    do {
      byte[] bytes = buffer;
      for (int i = position; i < limit; i++) {
        byte b = bytes[i];
        if (b > ',' && b != DELETE) {
          continue;
        }
        if (b < 0) {
          fieldMarks |= NOT_ASCII;
        } else if (b == ',') {
          position = i + 1;
          endField(start, i - recordStart);
          return;
        } else if (b == '\n' || b == '\r') {
          position = i;
          endField(start, i - recordStart);
          takeLineEnd();
          return;
        } else if (b == '"') {
          problem(FindingCode.QUOTE_IN_BARE_VALUE);
        } else if (b < ' ' || b == DELETE) {
          fieldMarks |= CONTROL;
        }
      }
      position = limit;
    } while (more(false, start));
    if (!recordEnded) {
      endField(start, position - recordStart);
      endRecord(Ending.END_OF_FILE);
    }
  }

  private void splitQuoted() throws IOException {
    int start = position - recordStart;
    fieldMarks = QUOTED;
    while (findQuote(start)) {
      int end = position - 1 - recordStart;
      int after = position < limit || more(true, start) ? buffer[position] : END;
      if (recordEnded) {
        return;
      }
      switch (after) {
        case '"' -> {
          fieldMarks |= DOUBLED_QUOTE;
          position++;
          continue;
        }
        case ',' -> {
          position++;
          endField(start, end);
        }
        case '\n', '\r' -> {
          endField(start, end);
          takeLineEnd();
        }
        case END -> {
          endField(start, end);
          endRecord(Ending.END_OF_FILE);
        }
        default -> {
          problem(FindingCode.TEXT_AFTER_QUOTE);
          goOnAfter(start);
        }
      }
      return;
    }
  }

  /** Goes behind the next quote; false when the record has ended without one. */
  private boolean findQuote(int start) throws IOException {
    do {
      byte[] bytes = buffer;
      for (int i = position; i < limit; i++) {
        byte b = bytes[i];
        if (b > '"' && b != DELETE) {
          continue;
        }
        if (b < 0) {
          fieldMarks |= NOT_ASCII;
        } else if (b == '"') {
          position = i + 1;
          return true;
        } else if (b == '\n' || b == '\r') {
          fieldMarks |= LINE_BREAK;
        } else if (b < ' ' || b == DELETE) {
          fieldMarks |= CONTROL;
        }
      }
      position = limit;
    } while (more(true, start));
    if (!recordEnded) {
      problem(FindingCode.UNCLOSED_QUOTE);
      goOnAfter(start);
    }
    return false;
  }

  private void endField(int start, int end) {
    if (end - start > fieldBytes) {
      problem(FindingCode.FIELD_TOO_LARGE);
    }
    if ((fieldMarks & LINE_BREAK) != 0) {
      innerLines += lineBreaks(recordStart + start, recordStart + end);
    }
    if (fields < starts.length) {
      starts[fields] = start;
      ends[fields] = end;
      marks[fields] = fieldMarks;
    }
    fields++;
  }

  private void endRecord(Ending how) {
    ending = how;
    recordEnded = true;
  }

  private void problem(FindingCode code) {
    if (problem == null) {
      problem = code;
      problemField = fields;
    }
  }

  private void takeLineEnd() throws IOException {
    if (buffer[position++] == '\n') {
      endRecord(Ending.OTHER_LINE_END);
    } else if ((position < limit || refill()) && buffer[position] == '\n') {
      position++;
      endRecord(Ending.CRLF);
    } else {
      endRecord(Ending.OTHER_LINE_END);
    }
  }

  /**
   * After a quoted field that is broken: goes to the first line in it that looks like a record, or
   * else behind the line that was reached.
   */
  private void goOnAfter(int start) throws IOException {
    if (!restartInside(start)) {
      innerLines += lineBreaks(recordStart + start, position);
      passOver(false);
    }
  }

  /** One closing quote is lost more often than a text holds a line like a record. */
  private boolean restartInside(int start) {
    for (int i = recordStart + start; i < position; i++) {
      boolean lineBegins =
          buffer[i] == '\n' || (buffer[i] == '\r' && i + 1 < limit && buffer[i + 1] != '\n');
      if (lineBegins && looksLikeRecord(i + 1)) {
        innerLines += lineBreaks(recordStart + start, i + 1) - 1;
        position = i + 1;
        endRecord(Ending.CRLF);
        return true;
      }
    }
    return false;
  }

  /** Each record of the standard begins with its CSVバージョン. */
  private boolean looksLikeRecord(int from) {
    int at = from < limit && buffer[from] == '"' ? from + 1 : from;
    int digits = 0;
    while (at + digits < limit && buffer[at + digits] >= '0' && buffer[at + digits] <= '9') {
      digits++;
    }
    int after = at + digits;
    return digits == 6 && after < limit && (buffer[after] == ',' || buffer[after] == '"');
  }

  private int lineBreaks(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean single = buffer[i] == '\r' && (i + 1 == limit || buffer[i + 1] != '\n');
      if (buffer[i] == '\n' || single) {
        count++;
      }
    }
    return count;
  }

  /** Reads on within a record; false at the end of the file or when the record is too large. */
  private boolean more(boolean inQuotes, int start) throws IOException {
    if (limit - recordStart < recordBytes + CHUNK) {
      return refill();
    }
    problem(
        position - recordStart - start > fieldBytes
            ? FindingCode.FIELD_TOO_LARGE
            : FindingCode.RECORD_TOO_LARGE);
    if (!inQuotes || !restartInside(start)) {
      innerLines += inQuotes ? lineBreaks(recordStart + start, position) : 0;
      passOver(inQuotes);
    }
    return false;
  }

  /** Goes behind the record's end without keeping what is passed. */
  private void passOver(boolean fromInsideQuotes) throws IOException {
    boolean inQuotes = fromInsideQuotes;
    boolean afterReturn = position > recordStart && buffer[position - 1] == '\r';
    while (true) {
      if (position == limit) {
        recordStart = position;
        if (!refill()) {
          endRecord(Ending.END_OF_FILE);
          return;
        }
      }
      byte b = buffer[position];
      if (b == '"') {
        inQuotes = !inQuotes && fromInsideQuotes;
      } else if ((b == '\n' || b == '\r') && !inQuotes) {
        takeLineEnd();
        return;
      } else if (b == '\r' || (b == '\n' && !afterReturn)) {
        innerLines++;
      }
      afterReturn = b == '\r';
      position++;
    }
  }

  private boolean refill() throws IOException {
    if (exhausted) {
      return false;
    }
    if (recordStart > 0) {
      System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
      position -= recordStart;
      limit -= recordStart;
      recordStart = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    exhausted = count < 0;
    limit += Math.max(count, 0);
    return !exhausted;
  }
}
