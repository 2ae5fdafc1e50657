package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the standard while lenses fill it from a vendor's record. Used for one record after
 * another, by one thread.
 */
final class StandardDraft {
  private static final Form MONTH_OF = new MonthOfDate();

  private final Layout layout;
  private final VendorRecord source;
  private final HubFacts facts;
  private final ToleratedCounts tolerated;
  private final FormMemo[] memos;
  private final FormMemo[] derived;
  private final String[] values;
  private final int insurer;
  private final int insured;
  private final FormMemo months = new FormMemo();
  private @Nullable String lastInsurer;
  private @Nullable String lastInsured;
  private Optional<SupportOffice> lastSupportOffice = Optional.empty();
  private @Nullable List<String> waiting;
  private boolean leftBehind;
  private int column;
  private final Consumer<Tolerated> listener = new ColumnListener();

  /** Hears what a form tolerates in the column at hand. */
  private final class ColumnListener implements Consumer<Tolerated> {
    @Override
    public void accept(Tolerated kind) {
      tolerate(kind, column);
    }
  }

  /**
   * A draft of rows of one layout.
   *
   * @param source the record at hand; its cells change from one record to the next
   */
  StandardDraft(Layout layout, VendorRecord source, HubFacts facts, ToleratedCounts tolerated) {
    this.layout = layout;
    this.source = source;
    this.facts = facts;
    this.tolerated = tolerated;
    this.memos = new FormMemo[source.columns().size()];
    this.derived = new FormMemo[memos.length];
    this.values = new String[layout.width()];
    this.insurer = layout.position("insurerNumber");
    this.insured = layout.position("insuredNumber");
  }

  /** Begins the next record. */
  void begin() {
    Arrays.fill(values, "");
    waiting = null;
    leftBehind = false;
  }

  /** Says that the record is one that the standard does not exchange. */
  void leaveBehind() {
    leftBehind = true;
  }

  boolean isLeftBehind() {
    return leftBehind;
  }

  /** Says that a person has to tell first which user these words mean. */
  void waitFor(List<String> words) {
    waiting = words;
  }

  /** The words that a person has to tell the user of; null when the user is known. */
  @Nullable List<String> waiting() {
    return waiting;
  }

  /** The cell of a column as it was read; empty when the file has no such column. */
  String cell(int index) {
    return source.cell(index);
  }

  /** The value of a column in the standard's form. */
  String read(int index, Form form) throws UnreadableException {
    if (memos[index] == null) {
      memos[index] = new FormMemo();
    }
    column = index;
    try {
      return memos[index].read(form, source.cell(index), listener);
    } catch (UnreadableException e) {
      throw e.at(name(index));
    }
  }

  /** What a column would hold if it followed from a value. */
  String derive(int index, Form form, String value) throws UnreadableException {
    if (derived[index] == null) {
      derived[index] = new FormMemo();
    }
    return derived[index].write(form, value);
  }

  /** Counts what was tolerated in a column. */
  void tolerate(Tolerated kind, int index) {
    tolerated.add(kind, index, source.line());
  }

  /** The column's name. */
  String name(int index) {
    return source.columns().name(index);
  }

  void set(Field field, String value) {
    values[field.number() - 1] = value;
  }

  /** What an earlier lens gave the field; empty when none did. */
  String value(Field field) {
    return values[field.number() - 1];
  }

  /** The month of a date, YYYYMM of YYYYMMDD; empty of what is shorter. */
  String monthOf(String date) throws UnreadableException {
    return months.read(MONTH_OF, date, ignored -> {});
  }

  /** Who plans the care of the user whom the row speaks of. */
  Optional<SupportOffice> supportOffice() {
    if (!values[insurer].equals(lastInsurer) || !values[insured].equals(lastInsured)) {
      lastInsurer = values[insurer];
      lastInsured = values[insured];
      lastSupportOffice = facts.supportOfficeOf(user());
    }
    return lastSupportOffice;
  }

  HubFacts facts() {
    return facts;
  }

  Layout layout() {
    return layout;
  }

  /** Whom the row speaks of, as far as lenses gave it. */
  UserIdentity user() {
    return new UserIdentity(values[insurer], values[insured]);
  }

  /** The values as they are now, in the order of the layout. */
  String[] values() {
    return values.clone();
  }
}
