package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.ResultUnits;
import careplanhub.standard.units.SatelliteMerge;
import careplanhub.standard.units.SatelliteRows;
import careplanhub.standard.units.UnitAddress;
import careplanhub.vendor.AddressedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes of an office's exported results the units that each addressee needs beside what it holds
 * already (5.1.2): everything again, merged with the places that did not export, and deletes for
 * users of whom nothing is left, when a person says so. Safe for every thread.
 */
final class ResultCorrections {
  private static final int NAMED_USERS = 50;

  private final SentResults sent;
  private final Questions questions;
  private final LedgerSerials serials;

  ResultCorrections(SentResults sent, Questions questions, LedgerSerials serials) {
    this.sent = sent;
    this.questions = questions;
    this.serials = serials;
  }

  /**
   * What an office's places exported.
   *
   * @param files the rows of users who are sent, addressed
   * @param replaced which rows that were sent before the exports replace, whether they hold them
   *     still or not
   * @param months the service months that the exports hold
   */
  record Exported(List<AddressedFile> files, Predicate<Row> replaced, Set<String> months) {
    Exported {
      files = List.copyOf(files);
      months = Set.copyOf(months);
    }

    Exported without(Set<UserIdentity> users) {
      List<AddressedFile> others = new ArrayList<>();
      for (AddressedFile file : files) {
        List<Row> rows = file.rows().stream().filter(row -> !users.contains(row.user())).toList();
        if (!rows.isEmpty()) {
          others.add(new AddressedFile(file.name(), rows));
        }
      }
      return new Exported(others, replaced.and(row -> !users.contains(row.user())), months);
    }
  }

  /** What one addressee holds and shall hold, and the serials that its files have already. */
  private record Correction(
      UnitAddress address, List<Row> held, List<Row> now, List<Serial> serials) {
    Set<UserIdentity> gone() {
      return ResultUnits.gone(held, now);
    }
  }

  /**
   * The parts to send, for each addressee the delete before the update. Work that waited for a
   * person does not replace what was exported and sent meanwhile.
   */
  List<Part> parts(OutgoingWork work, Exported exported)
      throws NeedsPersonException, RefusedException, IOException {
    Map<UnitAddress, List<Row>> held = new LinkedHashMap<>();
    Set<UserIdentity> sentSince = new HashSet<>();
    for (String month : new TreeSet<>(exported.months)) {
      held.putAll(sent.of(work.unit().office(), month));
      sentSince.addAll(sent.usersSentSince(work, month));
    }
    List<Correction> corrections = corrections(exported.without(sentSince), held);
    if (corrections.stream().anyMatch(one -> !one.gone().isEmpty()) && keeps(work, corrections)) {
      corrections = corrections.stream().map(ResultCorrections::withGone).toList();
    }
    List<Part> parts = new ArrayList<>();
    for (Correction one : corrections) {
      Supplier<Serial> next = serialsOf(work, one);
      for (PlannedUnit unit : ResultUnits.plan(one.address, one.held, one.now, next)) {
        parts.add(part(work, unit));
      }
    }
    return parts;
  }

  private static List<Correction> corrections(Exported exported, Map<UnitAddress, List<Row>> held) {
    Map<UnitAddress, AddressedFile> files = new LinkedHashMap<>();
    exported.files.forEach(file -> files.put(UnitAddress.of(file.name()), file));
    Set<UnitAddress> addresses = new LinkedHashSet<>(files.keySet());
    held.forEach(
        (address, rows) -> {
          if (rows.stream().anyMatch(exported.replaced)) {
            addresses.add(address);
          }
        });
    List<Correction> corrections = new ArrayList<>();
    for (UnitAddress address : addresses) {
      AddressedFile file = files.get(address);
      List<Row> before = held.getOrDefault(address, List.of());
      SatelliteMerge merge =
          SatelliteMerge.correct(
              before,
              SatelliteRows.byPlace(file == null ? List.of() : file.rows()),
              exported.replaced);
      corrections.add(
          new Correction(
              address,
              before,
              merge.rows(),
              file == null ? List.of() : List.of(file.name().serial())));
    }
    return corrections;
  }

  /** The same, but who is gone stays as it was sent. */
  private static Correction withGone(Correction correction) {
    Set<UserIdentity> gone = correction.gone();
    List<SatelliteRows> all =
        new ArrayList<>(
            SatelliteRows.byPlace(
                correction.held.stream().filter(row -> gone.contains(row.user())).toList()));
    all.addAll(SatelliteRows.byPlace(correction.now));
    return new Correction(
        correction.address, correction.held, SatelliteMerge.merge(all).rows(), correction.serials);
  }

  private boolean keeps(OutgoingWork work, List<Correction> corrections)
      throws NeedsPersonException {
    Optional<String> decision = questions.decision(work.unit().id(), Question.Kind.WITHDRAWAL);
    if (decision.isPresent()) {
      return decision.get().equals(Answers.KEEP);
    }
    List<String> gone = new ArrayList<>();
    for (Correction one : corrections) {
      one.gone()
          .forEach(
              user ->
                  gone.add(
                      "被保険者番号 "
                          + user.insuredNumber()
                          + "（送信先 "
                          + one.address.to()
                          + "、"
                          + one.address.month()
                          + "、サービス種類 "
                          + one.address.fromType()
                          + "）"));
    }
    throw new NeedsPersonException(
        work,
        Question.Kind.WITHDRAWAL,
        "前に送った実績のうち、利用者 "
            + gone.size()
            + " 人分が今回の書き出しにありません。一部の利用者だけを書き出したのなら「"
            + Answers.KEEP
            + "」、実績が無くなったのなら「"
            + Answers.WITHDRAW
            + "」と答えてください。答えるまで、この書き出しは送りません。\n"
            + gone.stream().limit(NAMED_USERS).collect(Collectors.joining("\n")),
        List.of(new Question.Line("", "前に送った " + gone.size() + " 人分の実績を取り下げますか。", null)));
  }

  private Supplier<Serial> serialsOf(OutgoingWork work, Correction correction) {
    Iterator<Serial> own = correction.serials.iterator();
    return () -> own.hasNext() ? own.next() : serials.next(work.unit().office());
  }

  static Part part(OutgoingWork work, PlannedUnit unit) throws RefusedException, IOException {
    List<StandardFile> files = new ArrayList<>();
    for (PlannedFile file : unit.files()) {
      try {
        files.add(
            new StandardFile(
                file.name(),
                Rewriting.write(file.rows().get(0).layout(), file.rows(), replacement -> {})));
      } catch (UnwritableException e) {
        throw new RefusedException(work, e.finding());
      }
    }
    return new Part(files);
  }
}
