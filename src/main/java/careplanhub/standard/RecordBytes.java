package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of one record in a buffer that moves along a stream: they are kept from {@link #start}
 * on, and the buffer grows when the record is longer. Reading on moves all three places; distances
 * from the start stay the same.
 */
final class RecordBytes {
  /** What the buffer holds at first, and the least that is left for reading on. */
  static final int CHUNK = 1 << 14;

  private static final int VERSION_LENGTH = 6;

  /** The buffer itself; another one after it grew. */
  byte[] bytes = new byte[CHUNK];

  /** Where the record begins. */
  int start;

  /** What comes next. */
  int position;

  /** Where the bytes that were read end. */
  int limit;

  private final InputStream in;
  private boolean exhausted;

  RecordBytes(InputStream in) {
    this.in = in;
  }

  /** Reads on; false at the end of the file. */
  boolean refill() throws IOException {
    if (exhausted) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      position -= start;
      limit -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int count = in.read(bytes, limit, bytes.length - limit);
    exhausted = count < 0;
    limit += Math.max(count, 0);
    return !exhausted;
  }

  /**
   * Bytes from the record's beginning on, without taking any; fewer than asked only at the end of
   * the file.
   */
  byte[] window(int count) throws IOException {
    while (limit - start < count && refill()) {
      // more was read
    }
    return Arrays.copyOfRange(bytes, start, Math.min(limit, start + count));
  }

  /** How many lines end in a part: with CRLF, LF or CR. */
  int lineBreaks(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean single = bytes[i] == '\r' && (i + 1 == limit || bytes[i + 1] != '\n');
      if (bytes[i] == '\n' || single) {
        count++;
      }
    }
    return count;
  }

  /** Where the first line in a part begins that looks like a record; -1 when none does. */
  int lineLikeRecord(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean lineEnds =
          bytes[i] == '\n' || (bytes[i] == '\r' && i + 1 < limit && bytes[i + 1] != '\n');
      if (lineEnds && looksLikeRecord(i + 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Each record of the standard begins with its CSVバージョン. */
  private boolean looksLikeRecord(int from) {
    int at = from < limit && bytes[from] == '"' ? from + 1 : from;
    int digits = 0;
    while (at + digits < limit && bytes[at + digits] >= '0' && bytes[at + digits] <= '9') {
      digits++;
    }
    int after = at + digits;
    return digits == VERSION_LENGTH
        && after < limit
        && (bytes[after] == ',' || bytes[after] == '"');
  }
}
