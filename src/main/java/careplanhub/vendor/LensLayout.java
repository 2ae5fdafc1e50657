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

/** A layout whose mapping is a list of lenses. Immutable, safe for every thread. */
final class LensLayout implements VendorLayout {
  private final Definition definition;
  private final OfficeTables shipped;

  /**
   * @param shipped tables that came with the adapter
   */
  LensLayout(Definition definition, OfficeTables shipped) {
    this.definition = definition;
    this.shipped = shipped;
  }

  Definition definition() {
    return definition;
  }

  OfficeTables shipped() {
    return shipped;
  }

  @Override
  public List<Layout> layouts() {
    return definition.all().stream().map(Mapping::layout).toList();
  }

  @Override
  public Set<String> makes() {
    return Set.copyOf(definition.mappings().keySet());
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
                new RecordTranslation(definition, place, facts, findings, damaged, rows))
        .read(source);
  }

  @Override
  public VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out)
      throws IOException {
    return new LensWriting(definition, WritingFacts.of(name, knowledge, shipped), name, out);
  }

  @Override
  public String nameOf(FileName name) {
    return definition.format().name().fill(name);
  }

  @Override
  public String insuredNumberIn(List<String> words) {
    return definition.all().stream()
        .flatMap(mapping -> mapping.lenses().stream())
        .filter(UserLens.class::isInstance)
        .map(lens -> ((UserLens) lens).insuredNumberIn(words))
        .findFirst()
        .orElse("");
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
    return definition.all().stream()
        .flatMap(mapping -> mapping.lenses().stream())
        .filter(UserLens.class::isInstance)
        .map(lens -> ((UserLens) lens).names())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public List<TableNeed> neededTables() {
    return definition.all().stream()
        .flatMap(mapping -> mapping.lenses().stream())
        .filter(LookupLens.class::isInstance)
        .map(LookupLens.class::cast)
        .filter(lens -> !lens.takesCodes() && shipped.named(lens.need().table()).isEmpty())
        .map(LookupLens::need)
        .distinct()
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
