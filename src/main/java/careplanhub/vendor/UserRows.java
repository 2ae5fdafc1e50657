package careplanhub.vendor;

import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.util.List;

/**
 * A user's rows that do not go with the others.
 *
 * @param user whom they speak of
 * @param rows what could be read of them; personal data
 */
public record UserRows(UserIdentity user, List<Row> rows) {
  public UserRows {
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "UserRows[" + rows.size() + " rows]";
  }
}
