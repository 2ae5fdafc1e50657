package careplanhub.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of a layout lie in one file: as its line of names says, whatever the order, or
 * as the layout says.
 *
 * @param places of the columns by their index, 0 for the first; -1 for those the file has not
 * @param unknown places of words that are no column of the layout
 * @param twice columns that stand more than once
 * @param width the count of all columns
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record VendorHeader(int[] places, List<Integer> unknown, List<Integer> twice, int width) {

  /** The header that a line of names is. */
  static VendorHeader of(List<String> words, VendorColumns columns) {
    int[] places = new int[columns.size()];
    Arrays.fill(places, -1);
    List<Integer> unknown = new ArrayList<>();
    List<Integer> twice = new ArrayList<>();
    if (columns.arePlaced()) {
      return placed(columns, words.size());
    }
    for (int place = 0; place < words.size(); place++) {
      Optional<Integer> column = columns.ofHeader(words.get(place));
      if (column.isEmpty()) {
        unknown.add(place);
      } else if (places[column.get()] >= 0) {
        twice.add(column.get());
      } else {
        places[column.get()] = place;
      }
    }
    return new VendorHeader(places, unknown, twice, words.size());
  }

  /** The places that the layout itself says. */
  static VendorHeader placed(VendorColumns columns, int width) {
    int[] places = new int[columns.size()];
    for (int index = 0; index < places.length; index++) {
      int place = columns.get(index).place();
      places[index] = place < width ? place : -1;
    }
    return new VendorHeader(places, List.of(), List.of(), width);
  }

  /** How many columns of the layout the file has. */
  int known() {
    return (int) Arrays.stream(places).filter(place -> place >= 0).count();
  }

  boolean has(int column) {
    return places[column] >= 0;
  }
}
