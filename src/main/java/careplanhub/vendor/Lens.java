package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.vendor.form.UnreadableException;
import java.util.List;

/**
 * One relation between columns of a vendor's record and fields of the standard's row. {@link #get}
 * and {@link #put} undo each other for the fields that it {@link #keeps}. Lenses are stateless and
 * safe for every thread.
 */
interface Lens {
  /** The vendor's columns that it reads or writes, by their indexes. */
  default int[] columns() {
    return new int[0];
  }

  /** Those without which a file cannot be read; the others follow from what is kept. */
  default int[] required() {
    return columns();
  }

  /** The fields of the standard that it gives a value. */
  List<Field> fields();

  /** The fields that lenses above have to give before. */
  default List<Field> needs() {
    return List.of();
  }

  /** Those of its fields whose whole value {@link #put} carries to the vendor's side. */
  default List<Field> keeps() {
    return fields();
  }

  /** Those of its fields that may come back in another writing. */
  default List<Field> rewrites() {
    return List.of();
  }

  /** From the vendor's record to the standard's row. */
  void get(StandardDraft draft) throws UnreadableException;

  /** From the standard's row to the vendor's record. */
  void put(VendorDraft draft) throws UnreadableException;
}
