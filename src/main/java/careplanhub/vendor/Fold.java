package careplanhub.vendor;

import careplanhub.vendor.form.UnreadableException;
import java.util.function.Consumer;

/**
 * The lens that makes several rows of one vendor's record, and on the way back puts each row into a
 * record that may already hold others. A mapping has one at most; its {@link #get} works after all
 * other lenses, once for each row.
 */
interface Fold extends Lens {
  /** Whether the record holds no row for this mapping, so that nothing of it need be readable. */
  boolean isEmpty(StandardDraft draft);

  /**
   * Makes the rows.
   *
   * @param draft with what all rows of the record share
   * @param rows takes the values of each, in the order of the layout; takes the array over
   */
  void unfold(StandardDraft draft, Consumer<String[]> rows) throws UnreadableException;

  @Override
  default void get(StandardDraft draft) {
    // the rows are made by unfold
  }
}
