package careplanhub.vendor;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.util.List;

/**
 * How a vendor's file is laid out, beside what its columns mean. Immutable.
 *
 * @param columns of the file
 * @param header whether a line of names stands above the records
 * @param preamble lines above the header as they are written; where there are any, a file that is
 *     read may have others
 * @param separator between two cells
 * @param encoding of a written file
 * @param lineEnd of a written file
 * @param name of a written file
 * @param perUser whether each user has a file of their own
 * @param months where a file says its month
 */
record VendorFormat(
    VendorColumns columns,
    boolean header,
    List<Template> preamble,
    char separator,
    TextEncoding encoding,
    LineDelimiter lineEnd,
    Template name,
    boolean perUser,
    MonthSource months) {

  /** How many lines above the header are passed over at most. */
  static final int MOST_PREAMBLE_LINES = 30;

  VendorFormat {
    preamble = List.copyOf(preamble);
  }

  /** How many lines may stand above the header. */
  int mostPreambleLines() {
    return preamble.isEmpty() ? 0 : MOST_PREAMBLE_LINES;
  }
}
