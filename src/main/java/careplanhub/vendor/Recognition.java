package careplanhub.vendor;

import careplanhub.vendor.form.HalfWidth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a layout is told from others. All that is said must hold.
 *
 * @param name the pattern of the file's name; null for any
 * @param header columns that the line of names must have, by their indexes
 * @param fewestColumns of the first line
 * @param mostColumns of the first line
 * @param preamble words of which each must be in a line above the header
 */
record Recognition(
    @Nullable NamePattern name,
    List<Integer> header,
    int fewestColumns,
    int mostColumns,
    List<String> preamble) {
  Recognition {
    header = List.copyOf(header);
    preamble = List.copyOf(preamble);
  }

  boolean means(String fileName, VendorHead head) {
    int width = head.header().width();
    return (name == null || name.matches(fileName))
        && header.stream().allMatch(column -> head.header().has(column))
        && width >= fewestColumns
        && width <= mostColumns
        && preamble.stream().allMatch(word -> isIn(head.preamble(), HalfWidth.key(word)));
  }

  private static boolean isIn(List<List<String>> lines, String word) {
    return lines.stream()
        .flatMap(List::stream)
        .anyMatch(cell -> HalfWidth.key(cell).contains(word));
  }
}
