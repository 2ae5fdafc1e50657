package careplanhub.hub;

import careplanhub.hub.Differences.Difference;
import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.office.CorrectionSettings;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.units.Holdings.Held;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets what withdraws or corrects something that was sent go on only when a person has agreed: a
 * withdrawal that was not confirmed yet, a correction whose differences nobody has seen, and
 * anything to a partner who wants a call before. What goes for the first time passes. Safe for
 * every thread.
 */
public final class Corrections {
  private final CorrectionSettings settings;
  private final Directory directory;
  private final Questions questions;
  private final LedgerSerials serials;
  private final Withdrawing withdrawing;
  private final Differences differences;
  private final DifferencePages pages;

  Corrections(
      CorrectionSettings settings,
      Directory directory,
      Questions questions,
      LedgerSerials serials,
      Withdrawing withdrawing,
      Differences differences,
      DifferencePages pages) {
    this.settings = settings;
    this.directory = directory;
    this.questions = questions;
    this.serials = serials;
    this.withdrawing = withdrawing;
    this.differences = differences;
    this.pages = pages;
  }

  /** Lets the work on; with nothing to send when a person keeps what was to be withdrawn. */
  public OutgoingWork check(OutgoingWork work)
      throws NeedsPersonException, RefusedException, IOException {
    Optional<OrderedUnit> order = OrderedUnit.of(work.unit());
    boolean withdraws = order.filter(OrderedUnit::withdraws).isPresent();
    if (withdraws) {
      requireStanding(work, order.get().parcel());
    }
    boolean shows = !withdraws && (settings.alwaysAsk() || order.isPresent());
    List<Part> looked =
        work.parts().stream().filter(part -> shows || withdraws || isToBeCalled(part)).toList();
    if (looked.isEmpty()) {
      return work;
    }
    List<Difference> all =
        differencesOf(work, looked, order.map(OrderedUnit::parcel).orElse(OrderedUnit.NONE));
    if (isKept(work, order, all)) {
      pages.putAway(work);
      return work.into(List.of());
    }
    OutgoingWork decided = shows && !all.isEmpty() ? decided(work, all) : work;
    requireCall(work, all);
    pages.putAway(work);
    return decided;
  }

  private boolean isToBeCalled(Part part) {
    return isToBeCalled(part.files().get(0).name().to());
  }

  private boolean isToBeCalled(OfficeNumber addressee) {
    return directory
        .partner(addressee)
        .map(partner -> partner.terms().callBeforeCorrection())
        .orElse(false);
  }

  private List<Difference> differencesOf(OutgoingWork work, List<Part> parts, String corrected)
      throws IOException {
    Set<Held> withdrawn = differences.withdrawnBy(work.parts());
    List<Difference> all = new ArrayList<>();
    for (Part part : parts) {
      Difference difference = differences.of(part, corrected, withdrawn);
      if (!difference.isNone()) {
        all.add(difference);
      }
    }
    return all;
  }

  /** Between the order and now something else may have been sent. */
  private void requireStanding(OutgoingWork work, String parcel)
      throws RefusedException, IOException {
    for (Part part : work.parts()) {
      if (!differences.isAllFrom(parcel, part)) {
        throw new RefusedException(
            work, List.of(HubFinding.REPLACED_SINCE.of(part.files().get(0).name().format())));
      }
    }
  }

  private boolean isKept(OutgoingWork work, Optional<OrderedUnit> order, List<Difference> all)
      throws NeedsPersonException, IOException {
    if (order.filter(one -> one.order() == OrderedUnit.Order.ASK_TO_WITHDRAW).isEmpty()) {
      return false;
    }
    Optional<String> decision = questions.decision(work.unit().id(), Question.Kind.WITHDRAWAL);
    if (decision.isPresent()) {
      return decision.get().equals(Answers.KEEP);
    }
    throw ask(
        work,
        all,
        Question.Kind.WITHDRAWAL,
        "送ったもの（受付番号 " + order.get().parcel() + "）の取り下げが頼まれました。取り下げると、相手から次の行がなくなります。\n",
        "取り下げますか。");
  }

  private OutgoingWork decided(OutgoingWork work, List<Difference> all)
      throws NeedsPersonException, RefusedException, IOException {
    Optional<String> decision = questions.decision(work.unit().id(), Question.Kind.CORRECTION);
    if (decision.isEmpty()) {
      throw ask(
          work,
          all,
          Question.Kind.CORRECTION,
          "前に送ったものと違うところがあります。見てから答えてください。答えるまで送りません。\n",
          "この訂正を送りますか。「" + Answers.WITHDRAW_AND_SEND + "」は、今回のファイルに無いものを相手から取り下げてから送ります。");
    }
    refuseWhen(decision.get().equals(Answers.LEAVE_OUT), work);
    return decision.get().equals(Answers.WITHDRAW_AND_SEND) ? withDeletes(work, all) : work;
  }

  private void requireCall(OutgoingWork work, List<Difference> all)
      throws NeedsPersonException, RefusedException, IOException {
    List<Difference> called = all.stream().filter(one -> isToBeCalled(one.addressee())).toList();
    if (called.isEmpty()) {
      return;
    }
    Optional<String> decision = questions.decision(work.unit().id(), Question.Kind.CALL_FIRST);
    if (decision.isEmpty()) {
      throw ask(
          work,
          called,
          Question.Kind.CALL_FIRST,
          "この相手とは、訂正や取り下げの前に電話をする約束です。電話をしてから答えてください。\n",
          "電話をしましたか。");
    }
    refuseWhen(decision.get().equals(Answers.GIVE_UP), work);
  }

  private void refuseWhen(boolean decidedNotToSend, OutgoingWork work)
      throws RefusedException, IOException {
    if (decidedNotToSend) {
      pages.putAway(work);
      throw new RefusedException(
          work,
          List.of(
              HubFinding.DECIDED_NOT_TO_SEND.of(
                  work.parts().get(0).files().get(0).name().format())));
    }
  }

  private NeedsPersonException ask(
      OutgoingWork work, List<Difference> all, Question.Kind kind, String opening, String line)
      throws IOException {
    String page = pages.write(work, all);
    return new NeedsPersonException(
        work,
        kind,
        opening + pages.summary(all) + "くわしくは 要確認/" + page + " にあります。",
        List.of(new Question.Line("", line, null)));
  }

  /**
   * The delete takes the file's serial and the update a later one, so that it comes after (2.5).
   */
  private OutgoingWork withDeletes(OutgoingWork work, List<Difference> all)
      throws RefusedException, IOException {
    Map<Part, Difference> byPart = new HashMap<>();
    all.forEach(one -> byPart.put(one.part(), one));
    List<Part> parts = new ArrayList<>();
    for (Part part : work.parts()) {
      Difference difference = byPart.get(part);
      if (difference == null || difference.missing().isEmpty()) {
        parts.add(part);
        continue;
      }
      Serial serial = withdrawing.serialAfter(part.files().get(0).name());
      for (Withdrawing.Delete delete : difference.missing()) {
        parts.add(new Part(List.of(file(work, delete, serial))));
        serial = Serial.of(serial.moment().plusSeconds(1));
      }
      Serial next = serials.next(work.unit().office());
      parts.add(renamed(part, next.compareTo(serial) > 0 ? next : serial));
    }
    return work.into(parts);
  }

  private static StandardFile file(OutgoingWork work, Withdrawing.Delete delete, Serial serial)
      throws RefusedException, IOException {
    try {
      return delete.file(serial);
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  private static Part renamed(Part part, Serial serial) {
    return new Part(
        part.files().stream()
            .map(file -> new StandardFile(file.name().withSerial(serial), file.bytes()))
            .toList());
  }
}
