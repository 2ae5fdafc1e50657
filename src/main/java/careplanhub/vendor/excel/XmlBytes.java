package careplanhub.vendor.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** XML on its way to a stream, in large pieces. For one thread. */
final class XmlBytes {
  private static final int PIECE = 1 << 15;

  private final OutputStream out;
  private final byte[] bytes = new byte[PIECE];
  private int length;

  XmlBytes(OutputStream out) {
    this.out = out;
  }

  void put(String xml) throws IOException {
    put(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts bytes of UTF-8. */
  void put(byte[] xml) throws IOException {
    put(xml, 0);
  }

  /** Puts bytes of UTF-8 but for the first ones. */
  void put(byte[] xml, int start) throws IOException {
    int count = xml.length - start;
    if (count > bytes.length - length) {
      flush();
    }
    if (count > bytes.length) {
      out.write(xml, start, count);
    } else {
      System.arraycopy(xml, start, bytes, length, count);
      length += count;
    }
  }

  /** Gives to the stream what was put so far; the stream itself is not flushed. */
  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
