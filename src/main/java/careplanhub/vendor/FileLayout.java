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
 * A layout whose files are read and written by code as a whole. Immutable, safe for every thread.
 *
 * @param adapter the code
 * @param layouts the standard's side
 * @param recognised the pattern of the names of its files
 * @param written the name of a written file
 * @param limits of a file that is read
 */
record FileLayout(
    FileAdapter adapter,
    List<Layout> layouts,
    NamePattern recognised,
    Template written,
    FileLimits limits)
    implements VendorLayout {
  FileLayout {
    layouts = List.copyOf(layouts);
  }

  @Override
  public Set<String> makes() {
    return adapter.makes();
  }

  @Override
  public boolean recognises(NamedSource source) throws IOException {
    return recognised.matches(VendorReader.fileName(source)) && adapter.recognises(source, limits);
  }

  @Override
  public ReadReport read(NamedSource source, VendorContext context, Consumer<Row> rows)
      throws IOException {
    return adapter.read(source, context, limits, rows);
  }

  @Override
  public VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException {
    return adapter.writing(name, knowledge, out);
  }

  @Override
  public String nameOf(FileName name) {
    return written.fill(name);
  }

  @Override
  public List<String> userColumns() {
    return List.of();
  }

  @Override
  public List<TableNeed> neededTables() {
    return List.of();
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public String shown(byte[] file) throws IOException {
    return adapter.shown(file);
  }
}
