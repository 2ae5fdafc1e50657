package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code sequence}: a field of numbers 1, 2, 3 … that tell rows apart which are alike in some
 * fields, empty where there is but one of them (rule 45). It follows from the order of the rows, so
 * all rows of a file are kept until its end; on the way back it is lost.
 */
final class SequenceLens implements Lens {
  private final Field field;
  private final List<Field> among;
  private final Field date;

  /**
   * What the mapping says.
   *
   * @param field the standard's, such as detailNo
   * @param among the fields in which rows are alike
   * @param date the date field; the count begins anew on each
   */
  record Parameters(
      @JsonProperty(required = true) String field,
      @JsonProperty(required = true) List<String> among,
      @JsonProperty(required = true) String date) {}

  private SequenceLens(Field field, List<Field> among, Field date) {
    this.field = field;
    this.among = among;
    this.date = date;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new SequenceLens(
        part.field("field", parameters.field()),
        part.fields("among", parameters.among()),
        part.field("date", parameters.date()));
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> keeps() {
    return List.of();
  }

  @Override
  public List<Field> needs() {
    List<Field> needs = new ArrayList<>(among);
    needs.add(date);
    return needs;
  }

  @Override
  public void get(StandardDraft draft) {
    // given by number, when all rows are known
  }

  @Override
  public void put(VendorDraft draft) {
    draft.lose(field);
  }

  /** Gives each of the rows, by their values, its number. */
  void number(List<String[]> rows) {
    int[] positions = among.stream().mapToInt(one -> one.number() - 1).toArray();
    int day = date.number() - 1;
    Map<CellsKey, Alike> groups = new HashMap<>();
    Alike[] ofRows = new Alike[rows.size()];
    for (int row = 0; row < ofRows.length; row++) {
      String[] values = rows.get(row);
      ofRows[row] = groups.computeIfAbsent(new CellsKey(values, positions), key -> new Alike());
      values[field.number() - 1] = ofRows[row].next(values[day]);
    }
    for (int row = 0; row < ofRows.length; row++) {
      if (ofRows[row].most == 1) {
        rows.get(row)[field.number() - 1] = "";
      }
    }
  }

  /** Rows that are alike in the fields, counted on each day. */
  private static final class Alike {
    private final Map<String, Integer> onDays = new HashMap<>(2);
    private int most;

    String next(String day) {
      int count = onDays.merge(day, 1, Integer::sum);
      most = Math.max(most, count);
      return String.valueOf(count);
    }
  }
}
