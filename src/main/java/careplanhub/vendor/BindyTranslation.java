package careplanhub.vendor;

import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.VendorRows.Damaged;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of records that are bound to a Bindy class. Of a record that cannot be read whole no
 * row is made. For one thread.
 *
 * @param <R> the class
 */
final class BindyTranslation<R> implements RowMaker, RecordReading {
  private final BindyLayout<R> layout;
  private final VendorRecord place;
  private final HubFacts facts;
  private final BoundedFindings findings;
  private final List<Damaged> damaged;
  private final Consumer<Row> rows;
  private final ToleratedCounts tolerated;
  private final KnownUsers users;
  private final String[] beginning;
  private final String[] values;
  private final List<String[]> made = new ArrayList<>();
  private @Nullable List<String> waiting;
  private final Map<String, Long> leftBehind = new LinkedHashMap<>();
  private final Map<Class<?>, Object> once = new HashMap<>();
  private @Nullable String reason;

  BindyTranslation(
      BindyLayout<R> layout,
      VendorRecord place,
      HubFacts facts,
      BoundedFindings findings,
      List<Damaged> damaged,
      Consumer<Row> rows) {
    this.layout = layout;
    this.place = place;
    this.facts = facts;
    this.findings = findings;
    this.damaged = damaged;
    this.rows = rows;
    this.tolerated = new ToleratedCounts(place);
    this.users = facts.users(layout.adapter().userColumns());
    this.values = new String[standard().width()];
    this.beginning = new String[values.length];
    Arrays.fill(beginning, "");
    layout
        .adapter()
        .always()
        .forEach((field, value) -> beginning[standard().position(field)] = value);
  }

  private Layout standard() {
    return layout.layout();
  }

  @Override
  public void translate(boolean decodable) {
    System.arraycopy(beginning, 0, values, 0, values.length);
    made.clear();
    waiting = null;
    reason = null;
    boolean readable = decodable;
    UnreadableException problem = null;
    try {
      layout.adapter().toStandard(layout.binding().bind(cells()), this);
    } catch (UnreadableException e) {
      readable = false;
      problem = e;
    }
    if (reason != null) {
      leftBehind.merge(reason, 1L, Long::sum);
    } else if (waiting != null) {
      facts.noteUnmatched(waiting);
    } else if (readable) {
      made.forEach(row -> rows.accept(Row.of(standard(), row)));
    } else {
      damage(problem);
    }
  }

  private List<String> cells() {
    String[] cells = new String[place.columns().size()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = place.cell(column);
    }
    return Arrays.asList(cells);
  }

  private void damage(@Nullable UnreadableException problem) {
    if (problem != null) {
      String column = problem.place();
      findings.add(
          VendorFinding.UNREADABLE_VALUE.at(
              place.line(),
              place.number(),
              column == null ? null : place.columnNumber(column),
              column,
              problem.advice()));
    }
    UserIdentity user =
        new UserIdentity(
            values[standard().position("insurerNumber")],
            values[standard().position("insuredNumber")]);
    boolean known = !user.insurerNumber().isEmpty() && !user.insuredNumber().isEmpty();
    damaged.add(new Damaged(place.line(), known ? user : null));
  }

  @Override
  public void finish() {
    tolerated.findings().forEach(findings::add);
    leftBehind.forEach(
        (of, count) ->
            findings.add(VendorFinding.NOT_EXCHANGED.of(of + "は送りません（" + count + " 行）。")));
  }

  @Override
  public long leftBehind() {
    return leftBehind.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void set(String field, String value) {
    values[standard().position(field)] = value;
  }

  @Override
  public void addRow() {
    made.add(values.clone());
  }

  @Override
  public void leaveBehind(String why) {
    reason = why;
  }

  @Override
  public long number() {
    return place.number();
  }

  @Override
  public <T> T once(Class<T> type, Supplier<T> first) {
    return type.cast(once.computeIfAbsent(type, one -> first.get()));
  }

  @Override
  public Optional<UserIdentity> userOf(String... words) {
    List<String> keys = new ArrayList<>(words.length);
    for (String word : words) {
      keys.add(HalfWidth.key(word));
    }
    Optional<UserIdentity> user = users.userOf(keys);
    if (user.isEmpty()) {
      waiting = keys;
    }
    return user;
  }

  @Override
  public Optional<SupportOffice> supportOfficeOf(UserIdentity user) {
    return facts.supportOfficeOf(user);
  }

  @Override
  public String fileMonth() {
    return facts.fileMonth();
  }

  @Override
  public String today() {
    return facts.today();
  }

  @Override
  public OfficeNumber exportingOffice() {
    return facts.exportingOffice();
  }

  @Override
  public List<OfficeTable> tables(String name) {
    return facts.tables(name);
  }

  @Override
  public void tolerate(Tolerated kind, String column) {
    place.columns().index(column).ifPresent(index -> tolerated.add(kind, index, place.line()));
  }
}
