package careplanhub.vendor;

import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.HalfWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The office's table {@code users.csv}: the columns of a layout that tell a user, 保険者番号 and 被保険者番号.
 * Spreadsheets take leading zeros away, so shorter numbers are filled up.
 */
final class OfficeUsers {
  private static final String IDENTITY = "identity";
  private static final int INSURER_LENGTH = 6;
  private static final int INSURED_LENGTH = 10;

  /** The table's name. */
  static final String TABLE = "users";

  private static final List<String[]> COLUMNS = List.<String[]>of(new String[] {IDENTITY});

  private OfficeUsers() {}

  /** Tables of users, asked by these columns; the answer is one text for {@link #user}. */
  static TableLookup lookup(List<OfficeTable> tables, List<String> columns) {
    return new TableLookup(
        tables.stream().map(OfficeUsers::withIdentity).toList(), columns, COLUMNS);
  }

  /** The table with both numbers as one more column; lines without them are left out. */
  private static OfficeTable withIdentity(OfficeTable table) {
    int insurer = table.column("保険者番号", "insurerNumber");
    int insured = table.column("被保険者番号", "insuredNumber");
    if (insurer < 0 || insured < 0) {
      return new OfficeTable(List.of(), List.of(), table.findings());
    }
    List<String> header = new ArrayList<>(table.header());
    header.add(IDENTITY);
    List<List<String>> lines = new ArrayList<>();
    for (List<String> line : table.lines()) {
      String first = filled(line.get(insurer), INSURER_LENGTH);
      String second = filled(line.get(insured), INSURED_LENGTH);
      if (first.length() == INSURER_LENGTH && second.length() == INSURED_LENGTH) {
        List<String> more = new ArrayList<>(line);
        more.set(insurer, first);
        more.set(insured, second);
        more.add(first + second);
        lines.add(more);
      }
    }
    return new OfficeTable(header, lines, table.findings());
  }

  /** The user whose numbers a lookup found. */
  static Optional<UserIdentity> user(List<String> values) {
    String both = values.get(0);
    return Optional.of(
        new UserIdentity(both.substring(0, INSURER_LENGTH), both.substring(INSURER_LENGTH)));
  }

  /** A number whose leading zeros a spreadsheet took. */
  static String filled(String number, int length) {
    String digits = HalfWidth.key(number);
    boolean short0 = digits.length() < length && HalfWidth.isDigits(digits);
    return short0 ? "0".repeat(length - digits.length()) + digits : digits;
  }
}
