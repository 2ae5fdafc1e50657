package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.ledger.SatelliteOffices;
import careplanhub.standard.FileName;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.SatelliteMerge;
import careplanhub.standard.units.SatelliteRows;
import careplanhub.standard.units.UnitAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Merges results that care software of an office's places wrote as files of the standard (5.1.2). A
 * result without the places that were sent before is a person's to decide about when no satellite
 * stands in the configuration, which would tell whose it is. Exports of vendors' layouts are merged
 * already when they come here. Safe for every thread.
 */
public final class SatelliteFiles {
  private static final String RESULT = "UPJSK";
  private static final String RESULT_DELETE = "DLTJSK";

  private final SatelliteSets sets;
  private final SatelliteOffices known;
  private final SentResults sent;
  private final Questions questions;
  private final LedgerSerials serials;
  private final Rewriting rewriting;

  SatelliteFiles(
      SatelliteSets sets,
      SatelliteOffices known,
      SentResults sent,
      Questions questions,
      LedgerSerials serials,
      Rewriting rewriting) {
    this.sets = sets;
    this.known = known;
    this.sent = sent;
    this.questions = questions;
    this.serials = serials;
    this.rewriting = rewriting;
  }

  /** What one place wrote: its rows by satellite, and whom they speak of. */
  private record Placed(Set<String> places, Set<UserIdentity> users, List<SatelliteRows> rows) {
    boolean replaces(Row row) {
      return users.contains(row.user()) && places.contains(SatelliteRows.numberOf(row));
    }
  }

  /** Lets the work on, merged with what the other places have sent. */
  public OutgoingWork merge(OutgoingWork work)
      throws RefusedException, NeedsPersonException, IOException {
    if (!work.adapter().equals(OutgoingWork.STANDARD)
        || work.parts().size() != work.arrivals().size()) {
      return work;
    }
    if (work.parts().stream().allMatch(part -> isOnly(part, RESULT))) {
      return results(work);
    }
    boolean withdraws =
        isOnly(work.parts().get(0), RESULT_DELETE) && OrderedUnit.of(work.unit()).isEmpty();
    return withdraws && sets.hasSatellites(work.unit().office()) ? delete(work) : work;
  }

  private static boolean isOnly(Part part, String kind) {
    FileName name = part.files().get(0).name();
    return part.files().size() == 1
        && name.kind().equals(kind)
        && name.version() == StandardVersion.V4_1;
  }

  private OutgoingWork results(OutgoingWork work)
      throws RefusedException, NeedsPersonException, IOException {
    Set<String> places = places(work);
    boolean numbered = places.stream().anyMatch(place -> !place.isEmpty());
    if (numbered) {
      known.add(work.unit().office());
    } else if (!known.contains(work.unit().office()) && !sets.hasSatellites(work.unit().office())) {
      return work;
    }
    UnitAddress address = UnitAddress.of(nameOf(work.parts().get(0)));
    SentResults.Held held = sent.at(address);
    boolean whole =
        SatelliteRows.byPlace(held.rows()).stream()
            .allMatch(before -> places.contains(before.satellite()));
    if (!sets.hasSatellites(work.unit().office()) && (whole || !merges(work))) {
      return work;
    }
    List<Placed> exports = new ArrayList<>();
    for (int i = 0; i < work.parts().size(); i++) {
      exports.add(placed(work.parts().get(i), work.arrivals().get(i).satellite()));
    }
    return merged(work, exports, held);
  }

  /** Whose rows were exported; most offices have one place, whose rows then need no memory. */
  private Set<String> places(OutgoingWork work) throws IOException {
    Set<String> places = new HashSet<>();
    for (int i = 0; i < work.parts().size(); i++) {
      String exporting = work.arrivals().get(i).satellite();
      rewriting.read(
          work.parts().get(i).files().get(0),
          row -> {
            String place = SatelliteRows.numberOf(row);
            places.add(place.isEmpty() ? exporting : place);
          });
    }
    return places;
  }

  private Placed placed(Part part, String satellite) throws IOException {
    List<Row> rows = rows(part);
    List<SatelliteRows> byPlace = SatelliteRows.exportedBy(satellite, rows);
    Set<String> places = new HashSet<>(Set.of(satellite));
    byPlace.forEach(place -> places.add(place.satellite()));
    Set<UserIdentity> users = new HashSet<>();
    rows.forEach(row -> users.add(row.user()));
    return new Placed(places, users, byPlace);
  }

  private OutgoingWork merged(OutgoingWork work, List<Placed> exports, SentResults.Held held)
      throws RefusedException, IOException {
    List<SatelliteRows> rows = new ArrayList<>();
    exports.forEach(export -> rows.addAll(export.rows));
    SatelliteMerge merge =
        SatelliteMerge.correct(
            held.rows(), rows, row -> exports.stream().anyMatch(export -> export.replaces(row)));
    if (!merge.twice().isEmpty()) {
      throw new RefusedException(
          work,
          work.arrivals().stream()
              .map(arrival -> HubFinding.EXPORTED_TWICE.of(arrival.name()))
              .toList());
    }
    List<Serial> written =
        work.parts().stream().map(part -> nameOf(part).serial()).sorted().toList();
    Map<String, String> evidence = new TreeMap<>(work.translatedBy());
    evidence.put(
        "mergedSerials", written.stream().map(Serial::value).collect(Collectors.joining(" ")));
    PlannedFile file =
        UnitAddress.of(nameOf(work.parts().get(0)))
            .file(serialAfter(work, written.get(written.size() - 1), held), merge.rows());
    return work.proving(evidence)
        .into(List.of(ResultCorrections.part(work, new PlannedUnit(List.of(file)))));
  }

  /**
   * The latest serial that was exported, unless what was sent before would be imported after it.
   */
  private Serial serialAfter(OutgoingWork work, Serial exported, SentResults.Held held) {
    Serial last = held.last();
    return last == null || exported.compareTo(last) > 0
        ? exported
        : serials.next(work.unit().office());
  }

  private boolean merges(OutgoingWork work) throws NeedsPersonException {
    Optional<String> decision =
        questions.decision(work.unit().id(), Question.Kind.OTHER_SATELLITES);
    if (decision.isPresent()) {
      return decision.get().equals(Answers.MERGE);
    }
    throw new NeedsPersonException(
        work,
        Question.Kind.OTHER_SATELLITES,
        "前に送った実績にあるサテライト（または本体）の分が、このファイルにありません。実績は全部の拠点の分を1つのファイルで送ります。"
            + "拠点ごとに出力しているなら「"
            + Answers.MERGE
            + "」、このファイルが全部の拠点の分なら「"
            + Answers.AS_IT_IS
            + "」と答えてください。答えるまで、このファイルは送りません。",
        List.of(new Question.Line("", "前に送ったほかの拠点の分と合わせて送りますか。", null)));
  }

  /** A delete of one place takes nobody of whom another place has rows: that becomes an update. */
  private OutgoingWork delete(OutgoingWork work) throws RefusedException, IOException {
    Part part = work.parts().get(0);
    String place = work.arrivals().get(0).satellite();
    Map<UserIdentity, Set<String>> deleted = new HashMap<>();
    rows(part)
        .forEach(
            row ->
                deleted
                    .computeIfAbsent(row.user(), user -> new HashSet<>())
                    .add(row.get("serviceTypeCode")));
    UnitAddress address = UnitAddress.of(nameOf(part));
    List<Row> left =
        sent.at(address).rows().stream()
            .filter(
                row ->
                    !SatelliteRows.numberOf(row).equals(place)
                        || !deleted
                            .getOrDefault(row.user(), Set.of())
                            .contains(row.get("serviceCode").substring(0, 2)))
            .toList();
    Set<UserIdentity> updated = new HashSet<>();
    left.stream().map(Row::user).filter(deleted::containsKey).forEach(updated::add);
    if (updated.isEmpty()) {
      return work;
    }
    List<Part> parts = new ArrayList<>();
    if (updated.size() < deleted.size()) {
      parts.add(without(work, part, updated));
    }
    PlannedFile update = address.file(serials.next(work.unit().office()), left);
    parts.add(ResultCorrections.part(work, new PlannedUnit(List.of(update))));
    return work.into(parts);
  }

  private Part without(OutgoingWork work, Part part, Set<UserIdentity> users)
      throws RefusedException, IOException {
    try {
      return rewriting.only(part, user -> !users.contains(user));
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  private static FileName nameOf(Part part) {
    return part.files().get(0).name();
  }

  private List<Row> rows(Part part) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (StandardFile file : part.files()) {
      rewriting.read(file, rows::add);
    }
    return rows;
  }
}
