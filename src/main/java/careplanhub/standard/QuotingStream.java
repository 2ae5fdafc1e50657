package careplanhub.standard;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Gives the records of a {@link RowWriter} other quotes. No second byte of a character of MS932 is
 * a quote, a comma or a line break, so the bytes need no decoding. Holds one field.
 */
final class QuotingStream extends FilterOutputStream {
  private final boolean all;
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private boolean inQuotes;
  private boolean quoteSeen;
  private boolean needed;

  QuotingStream(OutputStream out, Dialect.Quoting quoting) {
    super(new BufferedOutputStream(out));
    this.all = quoting == Dialect.Quoting.ALL;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public void write(int value) throws IOException {
    if (inQuotes && quoted(value)) {
      return;
    }
    switch (value) {
      case '"' -> inQuotes = true;
      case ',', '\r' -> {
        endField();
        out.write(value);
      }
      case '\n' -> out.write(value);
      default -> field.write(value);
    }
  }

  /** Takes a byte of a text; false when the text had ended before it. */
  private boolean quoted(int value) {
    if (quoteSeen && value != '"') {
      quoteSeen = false;
      inQuotes = false;
      return false;
    }
    if (value == '"' && !quoteSeen) {
      quoteSeen = true;
      return true;
    }
    if (quoteSeen) {
      field.write('"');
    }
    needed |= quoteSeen || value == ',' || value == '\r' || value == '\n';
    quoteSeen = false;
    field.write(value);
    return true;
  }

  private void endField() throws IOException {
    boolean quotes = all || needed;
    if (quotes) {
      out.write('"');
    }
    field.writeTo(out);
    if (quotes) {
      out.write('"');
    }
    field.reset();
    needed = false;
  }
}
