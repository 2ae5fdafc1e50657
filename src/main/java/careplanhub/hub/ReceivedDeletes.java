package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Withdrawal;
import careplanhub.ledger.Withdrawals;
import careplanhub.standard.FileName;
import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.PlannedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Marks what received deletes withdraw of earlier receptions. A delete of something that never came
 * waits for a person; one that the office's software cannot take is told to a person. Safe for
 * every thread.
 */
public final class ReceivedDeletes {
  private final KeptUnits kept;
  private final Takings takings;
  private final Withdrawals withdrawals;
  private final Questions questions;
  private final Changes changes;

  ReceivedDeletes(KeptUnits kept, Withdrawals withdrawals, Questions questions, Changes changes) {
    this.kept = kept;
    this.takings = new Takings(kept);
    this.withdrawals = withdrawals;
    this.questions = questions;
    this.changes = changes;
  }

  /**
   * Notes what the deletes take; lets the work on when all of it is known, or a person wants it.
   */
  public IncomingWork mark(IncomingWork work) throws IOException, HeldReceptionException {
    List<PlannedFile> deletes = work.hasErrors() ? List.of() : deletesOf(work);
    if (deletes.isEmpty()) {
      return work;
    }
    Reception reception = work.reception();
    if (questions.decision(reception.id(), Question.Kind.UNKNOWN_DELETE).isEmpty()) {
      requireKnown(reception, deletes);
    }
    List<Withdrawal> taken = takings.of(reception, deletes);
    withdrawals.noteReceived(taken);
    changes.touch(reception.office());
    return work;
  }

  private List<PlannedFile> deletesOf(IncomingWork work) throws IOException {
    List<PlannedFile> deletes = new ArrayList<>();
    for (NamedBytes file : work.files()) {
      Optional<FileName> name = KeptUnits.nameOf(file.name()).filter(Takings::isDelete);
      if (name.isPresent()) {
        kept.rowsOf(new StandardFile(name.get(), file.bytes())).ifPresent(deletes::add);
      }
    }
    return deletes;
  }

  private void requireKnown(Reception reception, List<PlannedFile> deletes)
      throws IOException, HeldReceptionException {
    Holdings holdings = KeptUnits.holdings(kept.receivedBefore(reception, Takings.about(deletes)));
    long all = 0;
    long unknown = 0;
    for (PlannedFile delete : deletes) {
      for (Holdings.Held held : Holdings.named(delete)) {
        all++;
        unknown += holdings.fate(held).filter(fate -> !fate.taken()).isPresent() ? 0 : 1;
      }
    }
    if (unknown > 0) {
      throw new HeldReceptionException(
          reception,
          Question.Kind.UNKNOWN_DELETE,
          text(reception, deletes, all, unknown),
          "この取り下げを inbox に届けますか。");
    }
  }

  private static String text(
      Reception reception, List<PlannedFile> deletes, long all, long unknown) {
    return "送信元 "
        + reception.sender()
        + " から取り下げ（"
        + deletes.stream().map(file -> file.name().kind()).collect(Collectors.joining("、"))
        + "、ファイル連番 "
        + reception.serial()
        + "）が届きましたが、"
        + all
        + " 件のうち "
        + unknown
        + " 件は、取り下げる元のものが届いていないか、すでに取り下げられています。送信元に確かめてください。\n";
  }

  /** Asks a person to do by hand what the office's software does not take. */
  public IncomingWork tell(IncomingWork work) {
    for (NamedBytes output : work.outputs()) {
      if (DeleteNotice.isNotice(output, work.outputs())) {
        String text = new String(output.bytes(), StandardCharsets.UTF_8);
        questions.tell(
            work.reception(), Question.Kind.DELETE_BY_HAND, text.substring(1), "介護ソフトで取り下げましたか。");
      }
    }
    return work;
  }
}
