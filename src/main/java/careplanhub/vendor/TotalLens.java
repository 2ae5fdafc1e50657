package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.Tolerated;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code total}: a column that is the sum of others, or that sum times one more. Read, it is
 * compared; written, it follows from them. A cell that is no number counts one.
 */
final class TotalLens implements Lens {
  private static final int NONE = -1;
  private static final int LONGEST = 9;

  private final int column;
  private final int[] of;
  private final int times;

  /**
   * What the mapping says.
   *
   * @param column the vendor's, with the sum
   * @param of the vendor's columns that are added, such as the 31 of a name with {day}
   * @param times a vendor's column by which the sum is multiplied
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String of,
      @Nullable String times) {}

  private TotalLens(int column, int[] of, int times) {
    this.column = column;
    this.of = of;
    this.times = times;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    int[] of = part.columns().indexes(parameters.of());
    if (of.length == 0) {
      throw part.error("of", "file.columns に無い列です。");
    }
    return new TotalLens(
        part.column("column", parameters.column()),
        of,
        parameters.times() == null ? NONE : part.column("times", parameters.times()));
  }

  @Override
  public int[] columns() {
    return new int[] {column};
  }

  @Override
  public int[] required() {
    return new int[0];
  }

  @Override
  public List<Field> fields() {
    return List.of();
  }

  @Override
  public void get(StandardDraft draft) {
    String cell = draft.cell(column);
    if (cell.isBlank()) {
      return;
    }
    long sum = 0;
    for (int index : of) {
      sum += count(draft.cell(index));
    }
    long expected = times == NONE ? sum : sum * number(draft.cell(times));
    if (number(cell) != expected) {
      draft.tolerate(Tolerated.OTHER_TOTAL, column);
    }
  }

  @Override
  public void put(VendorDraft draft) {
    // written by finish, when all rows of the record are in it
  }

  /** Writes the sum into a record that is complete. */
  void finish(String[] cells) {
    long sum = 0;
    for (int index : of) {
      sum += count(cells[index]);
    }
    boolean known = times == NONE || !cells[times].isBlank();
    if (sum > 0 && known) {
      cells[column] = String.valueOf(times == NONE ? sum : sum * number(cells[times]));
    }
  }

  private static long count(String cell) {
    if (cell.isBlank()) {
      return 0;
    }
    long number = number(cell);
    return number < 0 ? 1 : number;
  }

  /** The whole number that a cell is; -1 when it is none. */
  private static long number(String cell) {
    String plain = HalfWidth.key(cell).replace(",", "");
    return plain.length() <= LONGEST && HalfWidth.isDigits(plain) ? Long.parseLong(plain) : -1;
  }
}
