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
    Map<List<String>, Integer> counts = new HashMap<>();
    Map<List<String>, Integer> most = new HashMap<>();
    int[] numbers = new int[rows.size()];
    for (int row = 0; row < numbers.length; row++) {
      List<String> alike = alike(rows.get(row));
      List<String> onDay = new ArrayList<>(alike);
      onDay.add(rows.get(row)[date.number() - 1]);
      numbers[row] = counts.merge(onDay, 1, Integer::sum);
      most.merge(alike, numbers[row], Math::max);
    }
    for (int row = 0; row < numbers.length; row++) {
      boolean several = most.getOrDefault(alike(rows.get(row)), 0) > 1;
      rows.get(row)[field.number() - 1] = several ? String.valueOf(numbers[row]) : "";
    }
  }

  private List<String> alike(String[] values) {
    List<String> alike = new ArrayList<>(among.size());
    for (Field one : among) {
      alike.add(values[one.number() - 1]);
    }
    return alike;
  }
}
