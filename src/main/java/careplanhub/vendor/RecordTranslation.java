package careplanhub.vendor;

import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.VendorRows.Damaged;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of one record after another: of each kind that the adapter maps to. Of a record that
 * cannot be read whole no row is made. For one thread.
 */
final class RecordTranslation implements RowMaker {
  private final VendorRecord place;
  private final HubFacts facts;
  private final BoundedFindings findings;
  private final List<Damaged> damaged;
  private final Consumer<Row> rows;
  private final ToleratedCounts tolerated;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<UnreadableException> problems = new ArrayList<>();
  private long leftBehind;

  /** One mapping with its draft and what the record at hand made so far. */
  private record Kind(
      Mapping mapping, StandardDraft draft, List<String[]> made, List<String[]> held) {
    /** Rows that get their numbers when all are known stay until then. */
    void keepOrGive(Consumer<Row> rows) {
      if (mapping.sequence() != null) {
        held.addAll(made);
      } else {
        made.forEach(values -> rows.accept(Row.of(mapping.layout(), values)));
      }
      made.clear();
    }

    void giveHeld(Consumer<Row> rows) {
      if (mapping.sequence() != null) {
        mapping.sequence().number(held);
        held.forEach(values -> rows.accept(Row.of(mapping.layout(), values)));
      }
    }
  }

  RecordTranslation(
      Definition definition,
      VendorRecord place,
      HubFacts facts,
      BoundedFindings findings,
      List<Damaged> damaged,
      Consumer<Row> rows) {
    this.place = place;
    this.facts = facts;
    this.findings = findings;
    this.damaged = damaged;
    this.rows = rows;
    this.tolerated = new ToleratedCounts(place);
    for (Mapping mapping : definition.all()) {
      kinds.add(
          new Kind(
              mapping,
              new StandardDraft(mapping.layout(), place, facts, tolerated),
              new ArrayList<>(),
              new ArrayList<>()));
    }
  }

  @Override
  public void translate(boolean decodable) {
    if (kinds.size() == 1 && decodable && kinds.get(0).mapping().fold() == null) {
      translateAlone(kinds.get(0));
      return;
    }
    boolean readable = decodable;
    UserIdentity user = null;
    for (Kind kind : kinds) {
      Fold fold = kind.mapping().fold();
      if (fold != null && fold.isEmpty(kind.draft())) {
        continue;
      }
      readable &= fill(kind) && unfold(kind);
      if (kind.draft().isLeftBehind()) {
        leaveBehind();
        return;
      }
      if (kind.draft().waiting() != null) {
        await(Objects.requireNonNull(kind.draft().waiting()));
        return;
      }
      user = kind.draft().user();
    }
    if (readable) {
      kinds.forEach(kind -> kind.keepOrGive(rows));
    } else {
      damage(user);
    }
  }

  private void translateAlone(Kind kind) {
    boolean readable = fill(kind);
    if (kind.draft().isLeftBehind()) {
      leaveBehind();
    } else if (kind.draft().waiting() != null) {
      await(Objects.requireNonNull(kind.draft().waiting()));
    } else if (!readable) {
      damage(kind.draft().user());
    } else if (kind.mapping().sequence() != null) {
      kind.held().add(kind.draft().values());
    } else {
      rows.accept(Row.of(kind.mapping().layout(), kind.draft().values()));
    }
  }

  private void leaveBehind() {
    kinds.forEach(kind -> kind.made().clear());
    leftBehind++;
  }

  @Override
  public long leftBehind() {
    return leftBehind;
  }

  private void await(List<String> words) {
    kinds.forEach(kind -> kind.made().clear());
    facts.noteUnmatched(words);
  }

  private void damage(@Nullable UserIdentity user) {
    kinds.forEach(kind -> kind.made().clear());
    boolean known =
        user != null && !user.insurerNumber().isEmpty() && !user.insuredNumber().isEmpty();
    damaged.add(new Damaged(place.line(), known ? user : null));
  }

  /** Lets the lenses work; whether all could. */
  private boolean fill(Kind kind) {
    kind.draft().begin();
    boolean readable = true;
    List<Lens> lenses = kind.mapping().lenses();
    for (int index = 0; index < lenses.size(); index++) {
      try {
        lenses.get(index).get(kind.draft());
      } catch (UnreadableException e) {
        readable = false;
        problems.add(e);
      }
    }
    if (kind.draft().waiting() == null && !kind.draft().isLeftBehind()) {
      problems.forEach(this::tell);
    }
    problems.clear();
    return readable;
  }

  private boolean unfold(Kind kind) {
    Fold fold = kind.mapping().fold();
    if (kind.draft().waiting() != null || kind.draft().isLeftBehind()) {
      return true;
    }
    if (fold == null) {
      kind.made().add(kind.draft().values());
      return true;
    }
    try {
      fold.unfold(kind.draft(), kind.made()::add);
      return true;
    } catch (UnreadableException e) {
      tell(e);
      return false;
    }
  }

  private void tell(UnreadableException problem) {
    String column = problem.place();
    findings.add(
        VendorFinding.UNREADABLE_VALUE.at(
            place.line(),
            place.number(),
            column == null ? null : place.columnNumber(column),
            column,
            problem.advice()));
  }

  @Override
  public void finish() {
    kinds.forEach(kind -> kind.giveHeld(rows));
    tolerated.findings().forEach(findings::add);
    if (leftBehind > 0) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of("事業所の表で「-」（送らない）とした行は送りません（" + leftBehind + " 行）。"));
    }
  }
}
