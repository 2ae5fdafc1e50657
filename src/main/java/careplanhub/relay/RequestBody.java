package careplanhub.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A request's body that may have so many bytes and take so long, and no more. */
final class RequestBody extends FilterInputStream {
  private final long maximum;
  private final Clock clock;
  private final Instant deadline;
  private long count;

  RequestBody(InputStream body, long maximum, Clock clock, Instant deadline) {
    super(body);
    this.maximum = maximum;
    this.clock = clock;
    this.deadline = deadline;
  }

  /** The body has more bytes than it may. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The body takes longer than it may. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (clock.instant().isAfter(deadline)) {
      throw new TooSlow();
    }
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      if (count > maximum) {
        throw new TooLong();
      }
    }
    return read;
  }

  /** Jetty ends the request; closing its stream would break the connection before the answer. */
  @Override
  public void close() {}

  @Override
  public long skip(long bytes) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
