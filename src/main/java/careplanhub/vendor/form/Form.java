package careplanhub.vendor.form;

import java.util.function.Consumer;

/**
 * How one value is written on either side: a pair of functions that undo each other. An empty text
 * is no value and stays empty unless the form says otherwise. Forms are stateless and safe for
 * every thread.
 */
public interface Form {
  /**
   * The standard's value of a vendor's cell.
   *
   * @param cell as it was read
   * @param tolerated is told what was accepted though it is not the expected writing
   */
  String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException;

  /** The vendor's cell for a value of the standard. */
  String write(String value) throws UnreadableException;

  /**
   * Whether a value of the standard may come back in another writing, such as another width of its
   * letters; a mapping has to declare that.
   */
  default boolean changesWriting() {
    return false;
  }
}
