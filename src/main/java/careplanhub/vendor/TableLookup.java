package careplanhub.vendor;

import careplanhub.vendor.form.HalfWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables asked in one way: from the words of some columns to the values of others, and back. The
 * office's own table comes before the adapter's. Words that have two answers in one table have
 * none: nothing is guessed. Immutable after it was made.
 */
final class TableLookup {
  private static final List<String> AMBIGUOUS = List.of();

  private final Map<List<String>, List<String>> values = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();
  private boolean complete;

  /**
   * @param tables in the order in which they are asked
   * @param from the names of the columns of words
   * @param to for each value the names that its column may have; a value whose column is missing is
   *     empty, but for the first
   */
  TableLookup(List<OfficeTable> tables, List<String> from, List<String[]> to) {
    for (OfficeTable table : tables) {
      int[] fromPlaces = from.stream().mapToInt(name -> table.column(name)).toArray();
      int[] toPlaces = to.stream().mapToInt(table::column).toArray();
      if (Arrays.stream(fromPlaces).allMatch(place -> place >= 0) && toPlaces[0] >= 0) {
        complete = true;
        add(table, fromPlaces, toPlaces);
      }
    }
  }

  private void add(OfficeTable table, int[] fromPlaces, int[] toPlaces) {
    Map<List<String>, List<String>> found = new HashMap<>();
    for (List<String> line : table.lines()) {
      List<String> key = cells(line, fromPlaces);
      List<String> value = cells(line, toPlaces);
      if (!value.get(0).isEmpty()) {
        found.merge(keys(key), value, (old, one) -> old.equals(one) ? old : AMBIGUOUS);
        words.putIfAbsent(value.get(0), key);
      }
    }
    found.forEach(values::putIfAbsent);
  }

  private static List<String> cells(List<String> line, int[] places) {
    List<String> cells = new ArrayList<>(places.length);
    for (int place : places) {
      cells.add(place < 0 ? "" : line.get(place));
    }
    return List.copyOf(cells);
  }

  /** Whether a table with the needed columns was there. */
  boolean isComplete() {
    return complete;
  }

  /** The values for these words. */
  Optional<List<String>> valuesOf(List<String> cells) {
    return Optional.ofNullable(values.get(keys(cells))).filter(found -> !found.isEmpty());
  }

  /** Whether the words have two answers in the table that comes first, and so none. */
  boolean isAmbiguous(List<String> cells) {
    List<String> found = values.get(keys(cells));
    return found != null && found.isEmpty();
  }

  /** The first words that have this first value. */
  Optional<List<String>> wordsOf(String value) {
    return Optional.ofNullable(words.get(value));
  }

  private static List<String> keys(List<String> words) {
    List<String> keys = new ArrayList<>(words.size());
    for (String word : words) {
      keys.add(HalfWidth.key(word));
    }
    return keys;
  }
}
