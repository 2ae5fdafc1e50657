package careplanhub.vendor;

import java.util.List;

/**
 * One relation between columns of a vendor's record and fields of the standard's row. {@link #get}
 * and {@link #put} undo each other where {@link #keeps} says so. Lenses are stateless and safe for
 * every thread.
 */
interface Lens {
  /** The vendor's columns that it reads and writes. */
  List<String> columns();

  /** The fields of the standard that it gives a value. */
  List<String> fields();

  /** Whether {@link #put} carries the fields' whole value to the vendor's side. */
  boolean keeps();

  /** From the vendor's record to the standard's row. */
  void get(StandardDraft draft) throws UnreadableException;

  /** From the standard's row to the vendor's record. */
  void put(VendorDraft draft) throws UnreadableException;
}
