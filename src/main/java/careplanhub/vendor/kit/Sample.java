package careplanhub.vendor.kit;

import java.util.List;

/**
 * A sample of a vendor's export, split into cells. Holds personal data if the sample does.
 * Immutable.
 *
 * @param fileName without folders
 * @param charset as an adapter's file says it: MS932, UTF-8 or UTF-8-BOM
 * @param separator as an adapter's file says it: comma, tab or semicolon
 * @param lineEnd CRLF or LF
 * @param preamble the lines above the header, each as its cells
 * @param header the line of names; empty where there is none
 * @param records the lines below, each of {@link #width()} cells
 * @param width how many columns there are
 * @param undecodable whether bytes are in it that are no character
 */
public record Sample(
    String fileName,
    String charset,
    String separator,
    String lineEnd,
    List<List<String>> preamble,
    List<String> header,
    List<List<String>> records,
    int width,
    boolean undecodable) {
  public Sample {
    preamble = List.copyOf(preamble);
    header = List.copyOf(header);
    records = List.copyOf(records);
  }

  /** Whether a line of names stands above the records. */
  public boolean hasHeader() {
    return !header.isEmpty();
  }

  /** The name over a column, 0 for the first; empty where there is none. */
  String nameOf(int column) {
    return column < header.size() ? header.get(column).strip() : "";
  }

  /** The cells of a column, from the first record to the last. */
  List<String> column(int column) {
    return records.stream().map(cells -> cells.get(column)).toList();
  }

  @Override
  public String toString() {
    return "Sample[" + width + " columns, " + records.size() + " records]";
  }
}
