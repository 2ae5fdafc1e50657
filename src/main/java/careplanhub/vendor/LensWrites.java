package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Row;
import careplanhub.vendor.TracedRecord.Step;
import careplanhub.vendor.TracedRecord.Value;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the lenses of one mapping make of rows of the standard. For one thread. */
final class LensWrites {
  private final Mapping mapping;
  private final VendorColumns columns;
  private final VendorDraft draft;
  private final Set<Field> lost = new LinkedHashSet<>();

  LensWrites(Mapping mapping, VendorColumns columns, WritingFacts facts) {
    this.mapping = mapping;
    this.columns = columns;
    this.draft = new VendorDraft(mapping.layout(), columns.size(), facts, lost::add);
  }

  /** What becomes of one row, before rows share a record. */
  TracedRecord traced(Row row) {
    draft.begin(row);
    List<Step> steps = new ArrayList<>();
    String outcome = "";
    for (Lens lens : mapping.lenses()) {
      lost.clear();
      List<String> remarks = new ArrayList<>();
      String[] before = draft.cells().clone();
      try {
        lens.put(draft);
      } catch (UnreadableException e) {
        remarks.add(e.advice());
        outcome = "書けない値があるので、この行は書かれません。";
      }
      lost.forEach(field -> remarks.add("「" + field.japaneseName() + "」の値は移りません。"));
      steps.add(
          new Step(
              mapping.layout().kind(),
              LensSteps.name(lens),
              fields(lens),
              changed(lens, before),
              remarks));
    }
    return new TracedRecord(
        row.line(),
        outcome.isEmpty() ? cells() : List.of(),
        List.of(LensSteps.values(row.layout(), row)),
        steps,
        outcome);
  }

  private List<Value> fields(Lens lens) {
    return lens.fields().stream()
        .map(field -> new Value(field.japaneseName(), draft.value(field)))
        .toList();
  }

  private List<Value> changed(Lens lens, String[] before) {
    return Arrays.stream(lens.columns())
        .filter(column -> !draft.cells()[column].equals(before[column]))
        .mapToObj(column -> new Value(columns.name(column), draft.cells()[column]))
        .toList();
  }

  private List<Value> cells() {
    List<Value> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      if (!draft.cells()[column].isEmpty()) {
        cells.add(new Value(columns.name(column), draft.cells()[column]));
      }
    }
    return cells;
  }
}
