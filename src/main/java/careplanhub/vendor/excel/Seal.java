package careplanhub.vendor.excel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a row was about when it was written, a few signs for each column that staff must not change:
 * a checksum that finds accidents such as a cell that was dragged, not forgeries. The signs of what
 * a column held last are kept, as most rows repeat it. For one thread.
 */
final class Seal {
  private static final int BYTES = 3;
  private static final int SIGNS = 4;

  /** How many signs a seal has. */
  static final int LENGTH = SIGNS * SheetColumn.SEALED.size();

  private final CRC32 checksum = new CRC32();
  private final byte[] bytes = new byte[BYTES];
  private final @Nullable String[] last = new String[SheetColumn.values().length];
  private final String[] lastParts = new String[SheetColumn.values().length];

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
      lastParts[place] = made(column, cell);
      last[place] = cell;
    }
    return lastParts[place];
  }

  private String made(SheetColumn column, String cell) {
    checksum.reset();
    checksum.update(column.index());
    checksum.update(cell.getBytes(StandardCharsets.UTF_8));
    int sum = (int) checksum.getValue();
    for (int place = 0; place < BYTES; place++) {
      bytes[place] = (byte) (sum >>> (Byte.SIZE * place));
    }
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
  }
}
