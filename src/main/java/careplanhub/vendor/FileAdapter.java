package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A layout whose files are no text, such as a workbook: the code reads and writes the whole file.
 * Nothing of a file is trusted: sizes and counts are bounded before anything is kept.
 */
public non-sealed interface FileAdapter extends JavaAdapter {
  /** What staff see, by names of columns. */
  List<String> columns();

  /** Those of them that have no place in the standard. */
  Set<String> lostColumns();

  /**
   * The kinds of files of the standard that it takes, in the order of the adapter's file, each with
   * the fields that staff see or that come back whole; all others are declared lost.
   */
  Map<String, Set<String>> keptFields();

  /** The kinds of rows that its files become; some of those that it takes. */
  Set<String> makes();

  /** Whether the bytes are those of this layout, whatever the file's name. */
  boolean recognises(NamedSource source, FileLimits limits) throws IOException;

  /**
   * Reads one file, handing out each row when it is made.
   *
   * @throws IOException when the bytes cannot be brought; what is wrong in them is a finding
   */
  ReadReport read(NamedSource source, VendorContext context, FileLimits limits, Consumer<Row> rows)
      throws IOException;

  /**
   * Begins a file.
   *
   * @param name of the standard's file that the rows come from
   * @param out takes the bytes; is closed in the end
   */
  VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException;

  /** The cells of a file that it wrote as lines of text, for people who compare two. */
  String shown(byte[] file) throws IOException;
}
