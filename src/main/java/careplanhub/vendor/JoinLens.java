package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code join}: several columns of fixed length, one after another, are one field of digits and
 * upper-case letters. A part of digits only that lost its leading zeros gets them back.
 */
record JoinLens(List<String> columns, List<Integer> lengths, Field field) implements Lens {
  /**
   * What the mapping says.
   *
   * @param columns the vendor's, in the order of their text in the field
   * @param lengths the characters of each
   * @param field the standard's
   */
  record Parameters(
      @JsonProperty(required = true) List<String> columns,
      @JsonProperty(required = true) List<Integer> lengths,
      @JsonProperty(required = true) String field) {}

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    for (int index = 0; index < parameters.columns().size(); index++) {
      part.column("columns/" + index, parameters.columns().get(index));
    }
    Field field = part.field("field", parameters.field());
    if (parameters.lengths().size() != parameters.columns().size()
        || parameters.lengths().stream().anyMatch(length -> length < 1)) {
      throw part.error("lengths", "columns と同じ数の桁数（1 以上）を並べてください。");
    }
    if (parameters.lengths().stream().mapToInt(Integer::intValue).sum() != field.length()) {
      throw part.error("lengths", "桁数の合計を項目の桁数（" + field.length() + "）に合わせてください。");
    }
    return new JoinLens(
        List.copyOf(parameters.columns()), List.copyOf(parameters.lengths()), field);
  }

  @Override
  public List<String> fields() {
    return List.of(field.key());
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      parts.add(draft.read(columns.get(index), new PartForm(lengths.get(index))));
    }
    int empty = parts.indexOf("");
    boolean allEmpty = parts.stream().allMatch(String::isEmpty);
    if (empty >= 0 && (field.required() || !allEmpty)) {
      throw new UnreadableException("空です。" + String.join("と", columns) + "をすべて入れてください。")
          .at(columns.get(empty));
    }
    draft.set(field.key(), String.join("", parts));
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    String value = draft.value(field);
    if (!value.isEmpty() && value.length() != field.length()) {
      throw new UnreadableException(field.length() + " 桁ではないので列に分けられません。").at(field.key());
    }
    int begin = 0;
    for (int index = 0; index < columns.size(); index++) {
      int end = value.isEmpty() ? 0 : begin + lengths.get(index);
      draft.set(columns.get(index), value.substring(begin, end));
      begin = end;
    }
  }
}
