package careplanhub.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;

/** Compares the content with the name it was asked by when the stream ends. */
final class NamedContent extends FilterInputStream {
  private final Mac name;
  private final ContentId expected;
  private boolean ended;

  NamedContent(InputStream content, Mac name, ContentId expected) {
    super(content);
    this.name = name;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      name.update(buffer, offset, count);
    } else if (count < 0 && !ended) {
      ended = true;
      byte[] wanted = HexFormat.of().parseHex(expected.hex());
      if (!MessageDigest.isEqual(wanted, name.doFinal())) {
        throw new VaultException(VaultException.Reason.DAMAGED, null);
      }
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long left = count;
    byte[] passed = new byte[8192];
    while (left > 0) {
      int read = read(passed, 0, (int) Math.min(left, passed.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return count - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
