package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import careplanhub.vendor.form.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by the lenses of a mapping. Where several rows share a record they are kept until the
 * end; else memory is needed for one row. For one thread.
 */
final class LensWriting implements VendorWriting {
  private final Definition definition;
  private final WritingFacts facts;
  private final LineWriter lines;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final @Nullable RecordGroups groups;
  private boolean finished;

  /** One mapping with its draft and its losses. */
  private record Kind(Mapping mapping, VendorDraft draft, FieldCounts lost) {}

  /**
   * Begins a file.
   *
   * @param name of the standard's file that the rows come from
   */
  LensWriting(Definition definition, WritingFacts facts, FileName name, OutputStream out)
      throws IOException {
    this.definition = definition;
    this.facts = facts;
    VendorFormat format = definition.format();
    this.lines = new LineWriter(out, format);
    this.groups =
        definition.folds()
            ? new RecordGroups(format.columns().size(), new OneRowColumns(definition)::has)
            : null;
    if (!lines.writeHead(format, name)) {
      findings.add(VendorFinding.UNWRITABLE_VALUE.of(LineWriter.UNWRITABLE_HEAD));
    }
  }

  @Override
  public void write(Row row) throws IOException {
    Kind kind = kinds.computeIfAbsent(row.layout().kind(), this::kind);
    kind.draft().begin(row);
    if (!fill(kind, row)) {
      return;
    }
    String[] cells = kind.draft().cells();
    if (groups != null) {
      groups.add(cells, kind.draft().dayColumn(), row.line(), row.record());
    } else {
      finish(cells, row.line(), row.record());
    }
  }

  private Kind kind(String name) {
    Mapping mapping = definition.mappings().get(name);
    if (mapping == null) {
      throw new IllegalArgumentException("The adapter takes no " + name);
    }
    FieldCounts lost = new FieldCounts(mapping.layout());
    VendorDraft draft =
        new VendorDraft(mapping.layout(), definition.format().columns().size(), facts, lost::add);
    return new Kind(mapping, draft, lost);
  }

  private boolean fill(Kind kind, Row row) {
    boolean writable = true;
    List<Lens> lenses = kind.mapping().lenses();
    for (int index = 0; index < lenses.size(); index++) {
      try {
        lenses.get(index).put(kind.draft());
      } catch (UnreadableException e) {
        Field field = e.place() == null ? null : kind.mapping().layout().field(e.place());
        report(row.line(), row.record(), field, e.advice());
        writable = false;
      }
    }
    List<Field> lostFields = kind.mapping().lostFields();
    for (int index = 0; index < lostFields.size(); index++) {
      kind.draft().lose(lostFields.get(index));
    }
    return writable;
  }

  /** Completes a record and writes it. */
  private void finish(String[] cells, long line, long number) throws IOException {
    for (Mapping mapping : definition.all()) {
      for (TotalLens total : mapping.totals()) {
        total.finish(cells);
      }
    }
    if (!lines.write(cells)) {
      report(line, number, null, LineWriter.UNWRITABLE_CHARACTER);
    }
  }

  private void report(long line, long number, @Nullable Field field, String advice) {
    findings.add(
        VendorFinding.UNWRITABLE_VALUE.at(
            line,
            number,
            field == null ? null : field.number(),
            field == null ? null : field.japaneseName(),
            advice));
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (groups != null && !finished) {
      for (RecordGroups.Group group : groups.all()) {
        finish(group.cells(), group.line(), group.number());
      }
    }
    finished = true;
    lines.close();
    List<Finding> all = new ArrayList<>(findings);
    for (Kind kind : kinds.values()) {
      all.addAll(kind.lost().findings(kind.mapping().layout(), kind.mapping().told()));
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
