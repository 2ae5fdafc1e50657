package careplanhub.vendor.excel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a row was about when it was written, a few signs for each column that staff must not change:
 * it finds accidents such as a cell that was dragged, not forgeries.
 */
final class Seal {
  private static final int BYTES = 3;
  private static final int SIGNS = 2 * BYTES;

  private Seal() {}

  /** The seal of a row. */
  static String of(Function<SheetColumn, String> cells) {
    StringBuilder seal = new StringBuilder();
    for (SheetColumn column : SheetColumn.SEALED) {
      seal.append(part(column, cells.apply(column)));
    }
    return seal.toString();
  }

  /** The first column that is other than when the row was sealed. */
  static Optional<SheetColumn> firstChanged(String seal, Function<SheetColumn, String> cells) {
    List<SheetColumn> sealed = SheetColumn.SEALED;
    for (int place = 0; place < sealed.size(); place++) {
      SheetColumn column = sealed.get(place);
      String expected = seal.substring(SIGNS * place, SIGNS * (place + 1));
      if (!expected.equals(part(column, cells.apply(column)))) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Whether a text is as long as a seal. */
  static boolean isSeal(String text) {
    return text.length() == SIGNS * SheetColumn.SEALED.size();
  }

  private static String part(SheetColumn column, String cell) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((column.name() + '\u001F' + cell).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
