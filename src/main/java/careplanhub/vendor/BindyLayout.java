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
 * A layout of text whose records are bound to a Bindy class. Immutable, safe for every thread.
 *
 * @param <R> the class
 * @param definition what the adapter's file says of the text; it has no mappings
 * @param layout the standard's side
 * @param adapter the functions
 * @param binding of the class, over the columns of the definition
 * @param told fields whose loss is told
 * @param shipped tables that came with the adapter
 */
record BindyLayout<R>(
    Definition definition,
    Layout layout,
    BindyAdapter<R> adapter,
    BindyBinding<R> binding,
    Set<String> told,
    OfficeTables shipped)
    implements VendorLayout {
  BindyLayout {
    told = Set.copyOf(told);
  }

  @Override
  public List<Layout> layouts() {
    return List.of(layout);
  }

  @Override
  public Set<String> makes() {
    return Set.of(layout.kind());
  }

  @Override
  public boolean recognises(NamedSource source) throws IOException {
    return definition.recognises(source);
  }

  @Override
  public ReadReport read(NamedSource source, VendorContext context, Consumer<Row> rows)
      throws IOException {
    return new VendorReader(
            definition,
            shipped,
            context,
            (place, facts, findings, damaged) ->
                new BindyTranslation<>(this, place, facts, findings, damaged, rows))
        .read(source);
  }

  @Override
  public VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException {
    return new BindyWriting<>(this, WritingFacts.of(name, knowledge, shipped), name, out);
  }

  @Override
  public String nameOf(FileName name) {
    return definition.format().name().fill(name);
  }

  @Override
  public boolean isPerUser() {
    return definition.format().perUser();
  }

  @Override
  public String nameOf(FileName name, String user) {
    return definition.format().name().fill(name, user);
  }

  @Override
  public List<String> userColumns() {
    return adapter.userColumns();
  }

  @Override
  public List<TableNeed> neededTables() {
    return adapter.neededTables().stream()
        .filter(need -> shipped.named(need.table()).isEmpty())
        .toList();
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public String shown(byte[] file) {
    return definition.format().encoding().text(file);
  }
}
