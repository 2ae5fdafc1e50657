package careplanhub.vendor;

import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.MonthForm;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a file says the month that holds for all of it.
 *
 * @param name the pattern of its name, if that has a month
 * @param label what stands before the month in a line above the header; empty for none
 */
record MonthSource(@Nullable NamePattern name, String label) {
  /**
   * The month of a file.
   *
   * @param fileName without folders
   * @param preamble the lines above the header
   */
  Optional<YearMonth> monthOf(String fileName, List<List<String>> preamble) {
    if (!label.isEmpty()) {
      Optional<YearMonth> above =
          preamble.stream().map(this::inLine).flatMap(Optional::stream).findFirst();
      if (above.isPresent()) {
        return above;
      }
    }
    return name == null ? Optional.empty() : name.monthOf(fileName);
  }

  /** The month behind the label, in its cell or in the next that is not empty. */
  private Optional<YearMonth> inLine(List<String> cells) {
    String wanted = HalfWidth.key(label);
    for (int place = 0; place < cells.size(); place++) {
      String cell = HalfWidth.key(cells.get(place));
      if (cell.startsWith(wanted)) {
        String rest = cell.substring(wanted.length()).replaceFirst("^:", "");
        return rest.isEmpty()
            ? cells.stream()
                .skip(place + 1L)
                .filter(next -> !next.isBlank())
                .findFirst()
                .flatMap(MonthForm::parse)
            : MonthForm.parse(rest);
      }
    }
    return Optional.empty();
  }
}
