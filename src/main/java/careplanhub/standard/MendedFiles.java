package careplanhub.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Holds mended files until it is known whether they are right. */
public interface MendedFiles {
  /**
   * Begins a file; the caller closes the stream.
   *
   * @param name used once only
   */
  OutputStream create(FileName name) throws IOException;

  /** The content of a file whose stream was closed. */
  InputStream open(FileName name) throws IOException;
}
