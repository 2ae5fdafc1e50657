package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A vendor's record while lenses fill it from a row of the standard. */
final class VendorDraft {
  private final Row source;
  private final Consumer<Field> lost;
  private final Map<String, String> cells = new HashMap<>();

  /**
   * A record without a value.
   *
   * @param lost is told each field whose value does not reach the vendor's side
   */
  VendorDraft(Row source, Consumer<Field> lost) {
    this.source = source;
    this.lost = lost;
  }

  /** The row's value; empty where the row's version of the standard has no such field. */
  String value(Field field) {
    return source.layout().has(field.key()) ? source.get(field.key()) : "";
  }

  void set(String column, String cell) {
    cells.put(column, cell);
  }

  /** Writes a field's value into a column in the vendor's form. */
  void write(String column, Field field, Form form) throws UnreadableException {
    try {
      set(column, form.write(value(field)));
    } catch (UnreadableException e) {
      throw e.at(field.key());
    }
  }

  void lose(Field field) {
    if (!value(field).isEmpty()) {
      lost.accept(field);
    }
  }

  /** The cells of these columns; those that no lens wrote are empty. */
  List<String> cells(List<String> columns) {
    return columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }
}
