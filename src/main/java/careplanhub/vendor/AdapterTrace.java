package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows record by record what an adapter does, with the very lenses that translate. It works beside
 * the translation, which knows nothing of it and pays nothing for it. Stateless.
 */
public final class AdapterTrace {
  private AdapterTrace() {}

  /**
   * Reads an export and tells each record. Adapters in Java have no lenses, so their steps are
   * empty; those that read a whole file tell their rows alone.
   */
  public static ReadReport toStandard(
      Adapter adapter, NamedSource source, VendorContext context, Consumer<TracedRecord> records)
      throws IOException {
    List<Row> made = new ArrayList<>();
    if (adapter.layout() instanceof LensLayout layout) {
      Definition definition = layout.definition();
      return new VendorReader(
              definition.readingAll(),
              layout.shipped(),
              context,
              (place, facts, findings, damaged) ->
                  new TracedReading(
                      new RecordTranslation(definition, place, facts, findings, damaged, made::add),
                      place,
                      LensSteps.of(definition, place, facts),
                      made,
                      records))
          .read(source);
    }
    if (adapter.layout() instanceof BindyLayout<?> layout) {
      return bound(layout, source, context, made, records);
    }
    return adapter.read(
        source,
        context,
        row -> records.accept(LensSteps.alone(row.line(), List.of(), List.of(row))));
  }

  private static <R> ReadReport bound(
      BindyLayout<R> layout,
      NamedSource source,
      VendorContext context,
      List<Row> made,
      Consumer<TracedRecord> records)
      throws IOException {
    return new VendorReader(
            layout.definition(),
            layout.shipped(),
            context,
            (place, facts, findings, damaged) ->
                new TracedReading(
                    new BindyTranslation<>(layout, place, facts, findings, damaged, made::add),
                    place,
                    List.of(),
                    made,
                    records))
        .read(source);
  }

  /** Tells how each row of a file of the standard becomes cells. */
  public static void fromStandard(
      Adapter adapter,
      FileName name,
      Iterable<Row> rows,
      OfficeKnowledge knowledge,
      Consumer<TracedRecord> records) {
    if (adapter.layout() instanceof LensLayout layout) {
      Mapping mapping = layout.definition().mappings().get(name.kind());
      if (mapping == null) {
        throw new IllegalArgumentException(adapter.name() + " takes no " + name.kind());
      }
      LensWrites writes =
          new LensWrites(
              mapping,
              layout.definition().format().columns(),
              WritingFacts.of(name, knowledge, layout.shipped()));
      rows.forEach(row -> records.accept(writes.traced(row)));
      return;
    }
    rows.forEach(row -> records.accept(LensSteps.alone(row.line(), List.of(), List.of(row))));
  }
}
