package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.UnreadableException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's record while lenses fill it from a row of the standard. Used for one row after
 * another, by one thread.
 */
final class VendorDraft {
  private final Layout layout;
  private final WritingFacts facts;
  private final Consumer<Field> lost;
  private final FormMemo[] memos;
  private final String[] cells;
  private final Field insurer;
  private final Field insured;
  private @Nullable Layout sourceLayout;
  private int[] positions = {};
  private @Nullable Row source;
  private int dayColumn;

  /**
   * A draft of records of a vendor's layout.
   *
   * @param layout the mapping's; rows may be of the same kind in another version
   * @param columns how many columns the vendor has
   * @param lost is told each field whose value does not reach the vendor's side
   */
  VendorDraft(Layout layout, int columns, WritingFacts facts, Consumer<Field> lost) {
    this.layout = layout;
    this.facts = facts;
    this.lost = lost;
    this.memos = new FormMemo[columns];
    this.cells = new String[columns];
    this.insurer = layout.field("insurerNumber");
    this.insured = layout.field("insuredNumber");
  }

  /** Begins the next row. */
  void begin(Row row) {
    source = row;
    Arrays.fill(cells, "");
    if (row.layout() != sourceLayout) {
      sourceLayout = row.layout();
      positions =
          layout.fields().stream()
              .mapToInt(
                  field -> row.layout().has(field.key()) ? row.layout().position(field.key()) : -1)
              .toArray();
    }
  }

  /** The row's value; empty where the row's version of the standard has no such field. */
  String value(Field field) {
    int position = positions[field.number() - 1];
    return position < 0 || source == null ? "" : source.value(position);
  }

  /** Whom the row speaks of. */
  UserIdentity user() {
    return new UserIdentity(value(insurer), value(insured));
  }

  WritingFacts facts() {
    return facts;
  }

  void set(int column, String cell) {
    cells[column] = cell;
  }

  /** Writes a field's value into a column in the vendor's form. */
  void write(int column, Field field, Form form) throws UnreadableException {
    if (memos[column] == null) {
      memos[column] = new FormMemo();
    }
    try {
      cells[column] = memos[column].write(form, value(field));
    } catch (UnreadableException e) {
      throw e.at(field.key());
    }
  }

  /** Writes a field's value into the column of the row's day. */
  void writeDay(int column, Field field, Form form) throws UnreadableException {
    dayColumn = column;
    write(column, field, form);
  }

  /** The column of the row's day. */
  int dayColumn() {
    return dayColumn;
  }

  void lose(Field field) {
    if (!value(field).isEmpty()) {
      lost.accept(field);
    }
  }

  /** The cells in the order of the columns; those that no lens wrote are empty. Not to be kept. */
  String[] cells() {
    return cells;
  }
}
