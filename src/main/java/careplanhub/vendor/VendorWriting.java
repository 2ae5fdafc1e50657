package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import java.io.IOException;
import java.util.List;

/**
 * Writes rows of the standard into one file of a care software. Closing it closes the stream; a
 * file that was not finished is not whole. For one thread.
 */
public interface VendorWriting extends AutoCloseable {
  /**
   * Writes one row, or keeps it for its record. A row that the layout cannot say is told and left
   * out.
   */
  void write(Row row) throws IOException;

  /** Writes what was kept and ends the file; what was lost, and what could not be written. */
  List<Finding> finish() throws IOException;

  @Override
  void close() throws IOException;
}
