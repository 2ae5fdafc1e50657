package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as records of a Bindy class; the records are kept until the end. For one thread.
 *
 * @param <R> the class
 */
final class BindyWriting<R> implements VendorWriting, RecordWriting<R> {
  private final BindyLayout<R> layout;
  private final WritingFacts facts;
  private final KnownUsers users;
  private final BindyCells<R> cells;
  private final LineWriter lines;
  private final FieldCounts lost;
  private List<Losable> losable = List.of();
  private @Nullable Layout losableOf;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<List<String>, List<R>> byKey = new HashMap<>();
  private final List<Kept<R>> records = new ArrayList<>();
  private final Map<Class<?>, Object> once = new HashMap<>();
  private @Nullable Row row;
  private boolean finished;

  /** A record and the place of the first of its rows. */
  private record Kept<R>(R bound, long line, long number) {}

  /** A field of rows that gets lost, unless it is empty or says what it always says. */
  private record Losable(Field field, int position, String always) {}

  BindyWriting(BindyLayout<R> layout, WritingFacts facts, FileName name, OutputStream out)
      throws IOException {
    this.layout = layout;
    this.facts = facts;
    this.users = facts.users(layout.adapter().userColumns());
    this.cells = layout.binding().writing();
    this.lost = new FieldCounts(layout.layout());
    this.lines = new LineWriter(out, layout.definition().format());
    if (!lines.writeHead(layout.definition().format(), name)) {
      findings.add(VendorFinding.UNWRITABLE_VALUE.of(LineWriter.UNWRITABLE_HEAD));
    }
  }

  @Override
  public void write(Row next) {
    row = next;
    try {
      layout.adapter().fromStandard(next, this);
      countLosses(next);
    } catch (UnreadableException e) {
      report(next.line(), next.record(), e);
    }
  }

  private void countLosses(Row next) {
    if (next.layout() != losableOf) {
      losableOf = next.layout();
      losable = losableIn(next.layout());
    }
    for (Losable one : losable) {
      String value = next.value(one.position());
      if (!value.isEmpty() && !value.equals(one.always())) {
        lost.add(one.field());
      }
    }
  }

  private List<Losable> losableIn(Layout rows) {
    Map<String, String> always = layout.adapter().always();
    return layout.layout().fields().stream()
        .filter(field -> layout.told().contains(field.key()) && rows.has(field.key()))
        .map(
            field ->
                new Losable(
                    field, rows.position(field.key()), always.getOrDefault(field.key(), "")))
        .toList();
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (!finished) {
      finished = true;
      for (Kept<R> one : records) {
        try {
          if (!lines.write(cells.of(one.bound()))) {
            throw new UnreadableException(LineWriter.UNWRITABLE_CHARACTER);
          }
        } catch (UnreadableException e) {
          report(one.line(), one.number(), e);
        }
      }
      findings.addAll(lost.findings(layout.layout(), layout.told()));
    }
    lines.close();
    return List.copyOf(findings);
  }

  private void report(long line, long number, UnreadableException problem) {
    Layout standard = layout.layout();
    String key = problem.place();
    Field field = key == null || !standard.has(key) ? null : standard.field(key);
    findings.add(
        VendorFinding.UNWRITABLE_VALUE.at(
            line,
            number,
            field == null ? null : field.number(),
            field == null ? null : field.japaneseName(),
            problem.advice()));
  }

  @Override
  public R recordOf(List<String> key, Predicate<R> hasRoom, Supplier<R> made) {
    List<R> ofKey = byKey.computeIfAbsent(List.copyOf(key), one -> new ArrayList<>());
    for (R bound : ofKey) {
      if (hasRoom.test(bound)) {
        return bound;
      }
    }
    R bound = made.get();
    ofKey.add(bound);
    records.add(new Kept<>(bound, row == null ? 0 : row.line(), row == null ? 0 : row.record()));
    return bound;
  }

  @Override
  public Optional<List<String>> wordsOf(UserIdentity user) {
    return users.wordsOf(user);
  }

  @Override
  public <T> T once(Class<T> type, Supplier<T> first) {
    return type.cast(once.computeIfAbsent(type, one -> first.get()));
  }

  @Override
  public String fileMonth() {
    return facts.month();
  }

  @Override
  public List<OfficeTable> tables(String name) {
    return facts.tables(name);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
