package careplanhub.store;

import java.io.IOException;
import java.io.OutputStream;

/** Something that can write itself to a stream once. It does not close the stream. */
@FunctionalInterface
public interface Content {
  void writeTo(OutputStream out) throws IOException;

  /** The given bytes as content. */
  static Content of(byte[] bytes) {
    return out -> out.write(bytes);
  }
}
