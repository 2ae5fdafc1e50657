package careplanhub.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes from outside, of which only so many are taken: one more is an error. For one thread. */
final class BoundedBytes extends FilterInputStream {
  private long left;

  BoundedBytes(InputStream bytes, long most) {
    super(bytes);
    this.left = most;
  }

  /** There are more bytes than the settings allow. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("more bytes came from outside than the settings allow");
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int more) throws TooLargeException {
    left -= more;
    if (left < 0) {
      throw new TooLargeException();
    }
  }
}
