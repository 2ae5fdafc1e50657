package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A column of a sample as it is guessed from. Immutable.
 *
 * @param column its place, 0 for the first
 * @param name of the header; empty where there is none
 * @param cells in half-width characters without blanks around them, one a record
 * @param values those that are not empty
 * @param distinct the different ones among them
 */
record ColumnProfile(
    int column, String name, List<String> cells, List<String> values, Set<String> distinct) {

  static List<ColumnProfile> of(Sample sample) {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int column = 0; column < sample.width(); column++) {
      List<String> cells = sample.column(column).stream().map(Text::beginning).toList();
      List<String> values = cells.stream().filter(cell -> !cell.isEmpty()).toList();
      profiles.add(
          new ColumnProfile(column, sample.nameOf(column), cells, values, new HashSet<>(values)));
    }
    return profiles;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The part of the values that are so, from 0 to 1; 0 where there are none. */
  double share(Predicate<String> test) {
    return isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
  }
}
