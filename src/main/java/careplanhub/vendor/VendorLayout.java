package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the files of one layout are told from others, read and written: by lenses, by a Bindy record
 * or by code that knows the whole file. Immutable, safe for every thread.
 */
interface VendorLayout {
  /** The layouts of the standard that it takes. */
  List<Layout> layouts();

  /** The kinds of rows that its files become; some of those that it takes. */
  Set<String> makes();

  /** Whether the file's name and beginning are those of this layout. */
  boolean recognises(NamedSource source) throws IOException;

  /** Reads one file, handing out each row when it is made. */
  ReadReport read(NamedSource source, VendorContext context, Consumer<Row> rows) throws IOException;

  /** Begins a file for rows of a kind that it takes. */
  VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException;

  /** The name of the vendor's file for a file of the standard. */
  String nameOf(FileName name);

  /** Whether each user has a file of their own. */
  default boolean isPerUser() {
    return false;
  }

  /** The name of the vendor's file of one user. */
  default String nameOf(FileName name, String user) {
    return nameOf(name);
  }

  /** The columns whose words tell a user where numbers do not; none where they do. */
  List<String> userColumns();

  /** The tables that an office has to write, since none came with the adapter. */
  List<TableNeed> neededTables();

  /** The 被保険者番号 that these words tell themselves; empty when they tell none. */
  default String insuredNumberIn(List<String> words) {
    return "";
  }

  /** Whether files are text, so that any charset of their bytes can be read. */
  boolean isText();

  /** A file that it wrote, for people: its text, or its cells as lines of text. */
  String shown(byte[] file) throws IOException;
}
