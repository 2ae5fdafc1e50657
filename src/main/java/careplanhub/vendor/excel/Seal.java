package careplanhub.vendor.excel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row was about when it was written, a few signs for each column that staff must not change:
 * it finds accidents such as a cell that was dragged, not forgeries. The signs of what a column
 * lately held are kept, as most rows repeat them; bounded. For one thread.
 */
final class Seal {
  private static final int BYTES = 3;
  private static final int SIGNS = 4;

  /** How many signs a seal has. */
  static final int LENGTH = SIGNS * SheetColumn.SEALED.size();

  private static final int MOST_KEPT = 10_000;

  private final MessageDigest hash = hash();
  private final Map<SheetColumn, Map<String, String>> kept = new EnumMap<>(SheetColumn.class);
  private final @Nullable String[] last = new String[SheetColumn.values().length];
  private final String[] lastParts = new String[SheetColumn.values().length];

  private static MessageDigest hash() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * The seal of a row.
   *
   * @param cells by {@link SheetColumn#index}; that of the seal holds what stands behind it
   */
  String of(String[] cells) {
    StringBuilder seal = new StringBuilder(LENGTH);
    for (SheetColumn column : SheetColumn.SEALED) {
      seal.append(part(column, cells[column.index()]));
    }
    return seal.toString();
  }

  /**
   * The first column that is other than when the row was sealed.
   *
   * @param sealed begins with the seal
   * @param cells as in {@link #of}
   */
  Optional<SheetColumn> firstChanged(String sealed, String[] cells) {
    int place = 0;
    for (SheetColumn column : SheetColumn.SEALED) {
      if (!sealed.startsWith(part(column, cells[column.index()]), place)) {
        return Optional.of(column);
      }
      place += SIGNS;
    }
    return Optional.empty();
  }

  private String part(SheetColumn column, String cell) {
    int place = column.index();
    if (!cell.equals(last[place])) {
      Map<String, String> ofColumn = kept.computeIfAbsent(column, one -> new HashMap<>());
      if (ofColumn.size() >= MOST_KEPT) {
        ofColumn.clear();
      }
      lastParts[place] = ofColumn.computeIfAbsent(cell, text -> made(column, text));
      last[place] = cell;
    }
    return lastParts[place];
  }

  private String made(SheetColumn column, String cell) {
    byte[] sealed = (column.name() + '\u001F' + cell).getBytes(StandardCharsets.UTF_8);
    byte[] signs = Base64.getEncoder().encode(Arrays.copyOf(hash.digest(sealed), BYTES));
    return new String(signs, StandardCharsets.US_ASCII);
  }
}
