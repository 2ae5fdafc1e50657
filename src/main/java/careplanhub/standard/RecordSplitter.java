package careplanhub.standard;

import java.io.IOException;
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

  private static final int DELETE = 0x7F;
  private static final int END = 0x100;

  private final RecordBytes input;
  private final int fieldBytes;
  private final int recordBytes;

  private final FieldPlaces fields;
  private int fieldMarks;
  private @Nullable FindingCode problem;
  private int problemField;
  private Ending ending = Ending.END_OF_FILE;
  private boolean recordEnded;
  private long line;
  private long nextLine = 1;
  private int innerLines;

  /** A splitter that puts the places of each record's fields into {@code fields}. */
  RecordSplitter(RecordBytes input, FieldPlaces fields, ReadOptions options) {
    this.input = input;
    this.fields = fields;
    this.fieldBytes = options.fieldBytes();
    this.recordBytes = options.recordBytes();
  }

  /** Goes to the next record; false at the end of the file. */
  boolean next() throws IOException {
    input.start = input.position;
    if (input.position == input.limit && !input.refill()) {
      return false;
    }
    fields.clear();
    problem = null;
    innerLines = 0;
    recordEnded = false;
    line = nextLine;
    while (!recordEnded) {
      splitField();
    }
    nextLine += innerLines + 1L;
    if (problem == null && input.position - input.start > recordBytes) {
      problem(FindingCode.RECORD_TOO_LARGE);
    }
    return true;
  }

  /** The physical line where the record begins, from 1. */
  long line() {
    return line;
  }

  /** Whether the line is empty but for spaces and tabs. */
  boolean isBlank() {
    if (fields.count() != 1 || fields.has(0, FieldPlaces.QUOTED | FieldPlaces.NOT_ASCII)) {
      return false;
    }
    int end = input.start + fields.end(0);
    for (int i = input.start + fields.start(0); i < end; i++) {
      if (input.bytes[i] != ' ' && input.bytes[i] != '\t') {
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

  private void splitField() throws IOException {
    fieldMarks = 0;
    if (input.position < input.limit || more(false, input.position - input.start)) {
      if (input.bytes[input.position] == '"') {
        input.position++;
        splitQuoted();
      } else {
        splitBare();
      }
    } else if (!recordEnded) {
      endField(input.position - input.start, input.position - input.start);
      endRecord(Ending.END_OF_FILE);
    }
  }

  private void splitBare() throws IOException {
    int start = input.position - input.start;
    do {
      byte[] bytes = input.bytes;
      int end = input.limit;
      for (int i = input.position; i < end; i++) {
        byte b = bytes[i];
        if (b > ',' && b != DELETE) {
          continue;
        }
        if (b < 0) {
          fieldMarks |= FieldPlaces.NOT_ASCII;
        } else if (b == ',') {
          input.position = i + 1;
          endField(start, i - input.start);
          return;
        } else if (b == '\n' || b == '\r') {
          input.position = i;
          endField(start, i - input.start);
          takeLineEnd();
          return;
        } else if (b == '"') {
          problem(FindingCode.QUOTE_IN_BARE_VALUE);
        } else if (b < ' ' || b == DELETE) {
          fieldMarks |= FieldPlaces.CONTROL;
        }
      }
      input.position = input.limit;
    } while (more(false, start));
    if (!recordEnded) {
      endField(start, input.position - input.start);
      endRecord(Ending.END_OF_FILE);
    }
  }

  private void splitQuoted() throws IOException {
    int start = input.position - input.start;
    fieldMarks = FieldPlaces.QUOTED;
    while (findQuote(start)) {
      int end = input.position - 1 - input.start;
      int after =
          input.position < input.limit || more(true, start) ? input.bytes[input.position] : END;
      if (recordEnded) {
        return;
      }
      switch (after) {
        case '"' -> {
          fieldMarks |= FieldPlaces.DOUBLED_QUOTE;
          input.position++;
          continue;
        }
        case ',' -> {
          input.position++;
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
      byte[] bytes = input.bytes;
      int end = input.limit;
      for (int i = input.position; i < end; i++) {
        byte b = bytes[i];
        if (b > '"' && b != DELETE) {
          continue;
        }
        if (b < 0) {
          fieldMarks |= FieldPlaces.NOT_ASCII;
        } else if (b == '"') {
          input.position = i + 1;
          return true;
        } else if (b == '\n' || b == '\r') {
          fieldMarks |= FieldPlaces.LINE_BREAK;
        } else if (b < ' ' || b == DELETE) {
          fieldMarks |= FieldPlaces.CONTROL;
        }
      }
      input.position = input.limit;
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
    if ((fieldMarks & FieldPlaces.LINE_BREAK) != 0) {
      innerLines += input.lineBreaks(input.start + start, input.start + end);
    }
    fields.add(start, end, fieldMarks);
  }

  private void endRecord(Ending how) {
    ending = how;
    recordEnded = true;
  }

  private void problem(FindingCode code) {
    if (problem == null) {
      problem = code;
      problemField = fields.count();
    }
  }

  private void takeLineEnd() throws IOException {
    if (input.bytes[input.position++] == '\n') {
      endRecord(Ending.OTHER_LINE_END);
    } else if ((input.position < input.limit || input.refill())
        && input.bytes[input.position] == '\n') {
      input.position++;
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
      innerLines += input.lineBreaks(input.start + start, input.position);
      passOver(false);
    }
  }

  /** One closing quote is lost more often than a text holds a line like a record. */
  private boolean restartInside(int start) {
    int lineStart = input.lineLikeRecord(input.start + start, input.position);
    if (lineStart < 0) {
      return false;
    }
    innerLines += input.lineBreaks(input.start + start, lineStart) - 1;
    input.position = lineStart;
    endRecord(Ending.CRLF);
    return true;
  }

  /** Reads on within a record; false at the end of the file or when the record is too large. */
  private boolean more(boolean inQuotes, int start) throws IOException {
    if (input.limit - input.start < recordBytes + RecordBytes.CHUNK) {
      return input.refill();
    }
    problem(
        input.position - input.start - start > fieldBytes
            ? FindingCode.FIELD_TOO_LARGE
            : FindingCode.RECORD_TOO_LARGE);
    if (!inQuotes || !restartInside(start)) {
      innerLines += inQuotes ? input.lineBreaks(input.start + start, input.position) : 0;
      passOver(inQuotes);
    }
    return false;
  }

  /** Goes behind the record's end without keeping what is passed. */
  private void passOver(boolean fromInsideQuotes) throws IOException {
    boolean inQuotes = fromInsideQuotes;
    boolean afterReturn = input.position > input.start && input.bytes[input.position - 1] == '\r';
    while (true) {
      if (input.position == input.limit) {
        input.start = input.position;
        if (!input.refill()) {
          endRecord(Ending.END_OF_FILE);
          return;
        }
      }
      byte b = input.bytes[input.position];
      if (b == '"') {
        inQuotes = !inQuotes && fromInsideQuotes;
      } else if ((b == '\n' || b == '\r') && !inQuotes) {
        takeLineEnd();
        return;
      } else if (b == '\r' || (b == '\n' && !afterReturn)) {
        innerLines++;
      }
      afterReturn = b == '\r';
      input.position++;
    }
  }
}
