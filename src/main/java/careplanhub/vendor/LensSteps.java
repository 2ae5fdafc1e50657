package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.vendor.TracedRecord.Step;
import careplanhub.vendor.TracedRecord.Value;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the lenses of one mapping do with the record at hand. For one thread. */
final class LensSteps {
  private final Mapping mapping;
  private final VendorRecord place;
  private final HubFacts facts;

  private LensSteps(Mapping mapping, VendorRecord place, HubFacts facts) {
    this.mapping = mapping;
    this.place = place;
    this.facts = facts;
  }

  static List<LensSteps> of(Definition definition, VendorRecord place, HubFacts facts) {
    return definition.all().stream().map(mapping -> new LensSteps(mapping, place, facts)).toList();
  }

  /** A record without lenses. */
  static TracedRecord alone(long line, List<Value> cells, List<Row> rows) {
    return new TracedRecord(
        line,
        cells,
        rows.stream().map(row -> values(row.layout(), row)).toList(),
        List.of(),
        rows.isEmpty() ? "標準仕様の行になりません（読めないか、待つか、送らない行です。下の指摘を見てください）。" : "");
  }

  /**
   * Lets the lenses work.
   *
   * @param steps takes what each did
   * @param rows takes the rows
   * @return Japanese: why there is no row; empty when there is, or none is meant
   */
  String trace(List<Step> steps, List<List<Value>> rows) {
    ToleratedCounts tolerated = new ToleratedCounts(place);
    StandardDraft draft = new StandardDraft(mapping.layout(), place, facts, tolerated);
    draft.begin();
    Fold fold = mapping.fold();
    if (fold != null && fold.isEmpty(draft)) {
      return "";
    }
    String problem = "";
    int told = 0;
    for (Lens lens : mapping.lenses()) {
      List<String> remarks = new ArrayList<>();
      List<Value> from = read(lens, draft);
      try {
        lens.get(draft);
      } catch (UnreadableException e) {
        remarks.add(e.advice());
        problem = "読めない値があるので、この行は移りません。";
      }
      List<String> all = tolerated.findings().stream().map(finding -> finding.message()).toList();
      all.stream().skip(told).forEach(remarks::add);
      told = Math.max(told, all.size());
      if (lens != fold) {
        steps.add(new Step(mapping.layout().kind(), name(lens), from, given(lens, draft), remarks));
      }
      if (draft.isLeftBehind()) {
        return "事業所の表で「-」（送らない）とした行です。";
      }
      if (draft.waiting() != null) {
        return "だれのことか決まっていないので待ちます（事業所の表 users.csv）。";
      }
    }
    return problem.isEmpty() ? unfold(draft, steps, rows) : problem;
  }

  private String unfold(StandardDraft draft, List<Step> steps, List<List<Value>> rows) {
    Fold fold = mapping.fold();
    if (fold == null) {
      rows.add(values(mapping.layout(), draft.values()));
      return "";
    }
    List<Value> given = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    try {
      fold.unfold(
          draft,
          values -> {
            rows.add(values(mapping.layout(), values));
            given.addAll(given(fold, draft));
          });
    } catch (UnreadableException e) {
      remarks.add(e.advice());
    }
    steps.add(new Step(mapping.layout().kind(), name(fold), read(fold, draft), given, remarks));
    return remarks.isEmpty() ? "" : "読めない値があるので、この行は移りません。";
  }

  /** The cells that a lens reads, and the fields that lenses above gave it. */
  private List<Value> read(Lens lens, StandardDraft draft) {
    List<Value> from = new ArrayList<>();
    boolean fold = lens instanceof Fold;
    for (int column : lens.columns()) {
      if (!fold || !DaysLens.isNone(place.cell(column))) {
        from.add(new Value(place.columns().name(column), place.cell(column)));
      }
    }
    for (Field needed : lens.needs()) {
      from.add(new Value(needed.japaneseName(), draft.value(needed)));
    }
    return from;
  }

  private static List<Value> given(Lens lens, StandardDraft draft) {
    return lens.fields().stream()
        .map(field -> new Value(field.japaneseName(), draft.value(field)))
        .toList();
  }

  /** As a mapping calls it. */
  static String name(Lens lens) {
    String type = lens.getClass().getSimpleName().replaceFirst("Lens$", "");
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }

  private static List<Value> values(Layout layout, String[] values) {
    return values(layout, Row.of(layout, values.clone()));
  }

  static List<Value> values(Layout layout, Row row) {
    List<Value> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      String value = row.get(field.key());
      if (!value.isEmpty()) {
        values.add(new Value(field.japaneseName(), value));
      }
    }
    return values;
  }
}
