package careplanhub.vendor;

import java.text.Normalizer;
import java.util.function.Consumer;

/** Full-width digits, letters and signs as their half-width twins. */
final class HalfWidth {
  private HalfWidth() {}

  /** The cell without blanks around it and in half-width characters. */
  static String of(String cell, Consumer<Tolerated> tolerated) {
    String stripped = cell.strip();
    String narrow = Normalizer.normalize(stripped, Normalizer.Form.NFKC).strip();
    if (!narrow.equals(stripped)) {
      tolerated.accept(Tolerated.WIDE_CHARACTERS);
    }
    return narrow;
  }
}
