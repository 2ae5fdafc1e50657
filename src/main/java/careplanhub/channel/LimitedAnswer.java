package careplanhub.channel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that may have so many bytes and no more. */
final class LimitedAnswer extends FilterInputStream {
  private final long maximum;
  private long count;

  LimitedAnswer(InputStream answer, long maximum) {
    super(answer);
    this.maximum = maximum;
  }

  /** The answer is longer than it may be. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      if (count > maximum) {
        throw new TooLong();
      }
    }
    return read;
  }

  @Override
  public long skip(long bytes) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
