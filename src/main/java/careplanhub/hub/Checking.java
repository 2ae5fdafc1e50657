package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileReport;
import careplanhub.standard.FindingCode;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what is about to be sent: that it is the office's own and has no errors. When only some
 * users' rows have errors, a person decides. Safe for every thread.
 */
public final class Checking {
  private final Questions questions;
  private final Rewriting rewriting;
  private final CheckOptions options;

  Checking(Questions questions, Rewriting rewriting, CheckOptions options) {
    this.questions = questions;
    this.rewriting = rewriting;
    this.options = options;
  }

  /** Lets the work on when it is right, whole or without the users whom a person left out. */
  public OutgoingWork check(OutgoingWork work)
      throws RefusedException, NeedsPersonException, IOException {
    List<Part> parts = new ArrayList<>();
    for (Part part : work.parts()) {
      refuseOtherSender(work, part);
      List<FileReport> reports = reports(part);
      if (!Companions.areWhole(part)) {
        throw new RefusedException(work, lackingCompanions(part, reports));
      }
      parts.add(hasErrors(reports) ? withoutErrors(work, part, reports) : part);
    }
    return work.into(parts);
  }

  /** To a reader a file alone is only worth a warning; its receiver would refuse it. */
  private static List<FileReport> lackingCompanions(Part part, List<FileReport> reports) {
    List<FileReport> all = new ArrayList<>(reports);
    all.add(0, HubFinding.COMPANIONS_MISSING.of(part.files().get(0).name().format()));
    return all;
  }

  private static void refuseOtherSender(OutgoingWork work, Part part) throws RefusedException {
    OfficeNumber office = work.unit().office();
    List<FileReport> reports =
        part.files().stream()
            .filter(file -> !file.name().from().equals(office))
            .map(file -> HubFinding.OTHER_SENDER.of(file.name().format()))
            .toList();
    if (!reports.isEmpty()) {
      throw new RefusedException(work, reports);
    }
  }

  private List<FileReport> reports(Part part) throws IOException {
    return UnitCheck.check(
            part.files().stream()
                .map(
                    file ->
                        new NamedSource(
                            file.name().format(), () -> new ByteArrayInputStream(file.bytes())))
                .toList(),
            options)
        .stream()
        .map(Checking::asSender)
        .toList();
  }

  /** A reader is warned of a user who is not its own; a sender must not tell of him (2.6). */
  private static FileReport asSender(FileReport report) {
    return report.with(
        report.findings().stream()
            .map(
                finding ->
                    finding.code().equals(FindingCode.USER_NOT_AT_RECEIVER.code())
                        ? finding.asError()
                        : finding)
            .toList());
  }

  private static boolean hasErrors(List<FileReport> reports) {
    return reports.stream().anyMatch(FileReport::hasErrors);
  }

  private Part withoutErrors(OutgoingWork work, Part part, List<FileReport> reports)
      throws RefusedException, NeedsPersonException, IOException {
    Optional<Set<UserIdentity>> inError = UsersInError.find(rewriting, part, reports);
    if (inError.isEmpty()) {
      throw new RefusedException(work, reports);
    }
    Optional<String> decision =
        questions.decision(work.unit().id(), Question.Kind.USERS_WITH_ERRORS);
    if (decision.isEmpty()) {
      throw askAboutErrors(work, inError.get().size(), reports);
    }
    if (decision.get().equals(Answers.REFUSE)) {
      List<FileReport> all = new ArrayList<>(reports);
      all.add(0, HubFinding.DECIDED_NOT_TO_SEND.of(part.files().get(0).name().format()));
      throw new RefusedException(work, all);
    }
    Part rest = without(work, part, inError.get());
    List<FileReport> again = reports(rest);
    if (hasErrors(again)) {
      throw new RefusedException(work, again);
    }
    return rest;
  }

  private Part without(OutgoingWork work, Part part, Set<UserIdentity> users)
      throws RefusedException, IOException {
    try {
      return rewriting.only(part, user -> !users.contains(user));
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  /** The question whether the users without errors may go. */
  static NeedsPersonException askAboutErrors(
      OutgoingWork work, int users, List<FileReport> reports) {
    return new NeedsPersonException(
        work,
        Question.Kind.USERS_WITH_ERRORS,
        explain(users, reports),
        List.of(new Question.Line("", "誤りのある利用者 " + users + " 人を除いて、ほかの利用者の分を送りますか。", null)));
  }

  private static String explain(int users, List<FileReport> reports) {
    StringBuilder text = new StringBuilder();
    text.append("利用者 ").append(users).append(" 人の行に誤りがあるため、送信を止めています。\n");
    reports.stream()
        .filter(FileReport::hasErrors)
        .forEach(report -> text.append(ReasonText.errorsOf(report)));
    return text.toString();
  }
}
