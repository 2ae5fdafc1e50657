package careplanhub.vendor;

import java.util.List;

/**
 * One column of a vendor's file.
 *
 * @param name as a mapping calls it, and as it is written into a header
 * @param otherNames headers that mean it too
 * @param place where it always lies, 0 for the first; {@link #BY_NAME} when its header tells
 * @param optional whether a file may do without it
 */
record VendorColumn(String name, List<String> otherNames, int place, boolean optional) {
  static final int BY_NAME = -1;

  VendorColumn {
    otherNames = List.copyOf(otherNames);
  }
}
