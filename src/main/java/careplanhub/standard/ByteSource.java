package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be read from their beginning as often as needed: a file, an object of the vault, a
 * byte array. Every call gives a new stream, which the caller closes.
 */
@FunctionalInterface
public interface ByteSource {
  InputStream open() throws IOException;
}
