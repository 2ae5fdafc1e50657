package careplanhub.standard.units;

import careplanhub.standard.FileName;
import careplanhub.standard.Row;
import java.util.List;

/**
 * A file of a send unit, not yet written. Immutable; holds personal data.
 *
 * @param name its name, whose kind is that of the rows' layout
 * @param rows in the order in which they are written, at least one
 */
public record PlannedFile(FileName name, List<Row> rows) {
  public PlannedFile {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A file has at least one row.");
    }
  }

  @Override
  public String toString() {
    return "PlannedFile[" + name.kind() + ", " + rows.size() + " rows]";
  }
}
