package careplanhub.vendor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header line of a vendor's file: where each known column lies, whatever the order.
 *
 * @param positions known columns, 0 for the first place
 * @param unknown places of words that are no column of the layout
 * @param twice columns that stand more than once
 * @param width the count of all columns
 */
record VendorHeader(
    Map<String, Integer> positions, List<Integer> unknown, List<String> twice, int width) {

  static VendorHeader of(List<String> words, List<String> columns) {
    Map<String, String> byPlainName = new LinkedHashMap<>();
    columns.forEach(column -> byPlainName.put(plain(column), column));
    Map<String, Integer> positions = new LinkedHashMap<>();
    List<Integer> unknown = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (int place = 0; place < words.size(); place++) {
      String column = byPlainName.get(plain(words.get(place)));
      if (column == null) {
        unknown.add(place);
      } else if (positions.putIfAbsent(column, place) != null) {
        twice.add(column);
      }
    }
    return new VendorHeader(positions, unknown, twice, words.size());
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
