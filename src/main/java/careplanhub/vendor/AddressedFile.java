package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.Row;
import java.util.List;

/**
 * A file of the standard that is ready to be written.
 *
 * @param name tells sender, addressee, month and serial
 * @param rows in the order of the vendor's file; personal data
 */
public record AddressedFile(FileName name, List<Row> rows) {
  public AddressedFile {
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "AddressedFile[" + rows.size() + " rows]";
  }
}
