package careplanhub.lab;

import careplanhub.standard.Serial;
import careplanhub.standard.StandardVersion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A month end: plans and slips for the month, results of the month before. Units are made one by
 * one as the streams are read, so that thousands of users need little memory; a unit is the same
 * each time it is made. Immutable, safe for every thread.
 */
public final class SyntheticMonth {
  private static final String NO_MONTH = "000000";

  private final StandardVersion version;
  private final YearMonth month;
  private final List<SyntheticUser> users;
  private final List<Pair> pairs;

  /** A support office and a service office that share these users. */
  private record Pair(
      int place, SyntheticOffice support, SyntheticOffice service, List<SyntheticUser> users) {}

  SyntheticMonth(
      StandardVersion version,
      YearMonth month,
      List<SyntheticUser> users,
      List<SyntheticOffice> supports,
      List<SyntheticOffice> services) {
    this.version = version;
    this.month = month;
    this.users = List.copyOf(users);
    this.pairs = new ArrayList<>();
    for (SyntheticOffice support : supports) {
      for (SyntheticOffice service : services) {
        List<SyntheticUser> shared =
            users.stream()
                .filter(user -> user.support().equals(support) && user.isServedBy(service))
                .toList();
        if (!shared.isEmpty()) {
          pairs.add(new Pair(pairs.size(), support, service, shared));
        }
      }
    }
  }

  /** The month of the slips; results are of the month before. */
  public YearMonth month() {
    return month;
  }

  public List<SyntheticUser> users() {
    return users;
  }

  /** Sheets 1 to 3 of users whose plan changed. */
  public Stream<GeneratedUnit> plans() {
    return units(UnitKind.PLAN);
  }

  /** Sheets 6 and 7: each unit holds all rows of every user who is served by the receiver. */
  public Stream<GeneratedUnit> slips() {
    return units(UnitKind.SLIP);
  }

  /** What each service office gave in the month before, to each support office. */
  public Stream<GeneratedUnit> results() {
    return units(UnitKind.RESULT);
  }

  /** Units of all kinds in the order of their serials. */
  public Stream<GeneratedUnit> all() {
    return Arrays.stream(UnitKind.values()).flatMap(this::units);
  }

  /** The units of one kind, empty when none of these offices sends such. */
  public Stream<GeneratedUnit> units(UnitKind kind) {
    return pairs.stream()
        .filter(pair -> !kind.isForPrevention() || pair.support().isPreventionSupport())
        .filter(pair -> !kind.isForCare() || !pair.support().isPreventionSupport())
        .filter(pair -> version == StandardVersion.V4_1 || !kind.isForPrevention())
        .map(pair -> new Pair(pair.place(), pair.support(), pair.service(), spokenOf(kind, pair)))
        .filter(pair -> !pair.users().isEmpty())
        .map(pair -> unit(kind, pair));
  }

  /** The サービス実態 export of an office for the month before: all its users, whoever plans. */
  public GeneratedFile jittaiExport(SyntheticOffice office) {
    List<SyntheticUser> served = users.stream().filter(user -> user.isServedBy(office)).toList();
    return JittaiExport.of(office, month.minusMonths(1), served);
  }

  private static List<SyntheticUser> spokenOf(UnitKind kind, Pair pair) {
    List<SyntheticUser> all = pair.users();
    return switch (kind) {
      case SLIP, RESULT -> all;
      case PLAN, BASIC, PREVENTION -> changed(all);
      case PLAN_DELETE, BASIC_DELETE, PREVENTION_DELETE -> firstOf(changed(all));
      case SLIP_DELETE, RESULT_DELETE -> firstOf(all);
    };
  }

  private static List<SyntheticUser> changed(List<SyntheticUser> users) {
    return users.stream().filter(SyntheticUser::planChanged).toList();
  }

  private static List<SyntheticUser> firstOf(List<SyntheticUser> users) {
    return users.stream().limit(1).toList();
  }

  private GeneratedUnit unit(UnitKind kind, Pair pair) {
    UnitDraft draft =
        new UnitDraft(
            kind,
            version,
            kind.isFromService() ? pair.service() : pair.support(),
            kind.isFromService() ? pair.support() : pair.service(),
            Serial.of(kind.sentAt(month, pair.place())));
    List<SyntheticUser> of = pair.users();
    switch (kind) {
      case PLAN -> plan(draft, of);
      case SLIP -> slip(draft, of);
      case RESULT -> result(draft, of, pair.service());
      case BASIC -> basic(draft, of);
      case PREVENTION -> prevention(draft, of);
      default -> delete(draft, kind, of.get(0), pair.service());
    }
    return draft.finished(of.size());
  }

  private static void plan(UnitDraft draft, List<SyntheticUser> of) {
    draft
        .file("UP1KYO", "", layout -> of.stream().map(user -> PlanRows.first(layout, user)))
        .file("UP2KYO", "", layout -> of.stream().flatMap(user -> PlanRows.second(layout, user)))
        .file("UP3KYO", "", layout -> of.stream().flatMap(user -> PlanRows.third(layout, user)))
        .file(
            "UPHOSOKU",
            NO_MONTH,
            layout -> of.stream().map(user -> SupplementRows.ofPlan(layout, user)));
  }

  private void slip(UnitDraft draft, List<SyntheticUser> of) {
    String name = RowDraft.month(month);
    LocalDate created = month.atDay(1).minusDays(5);
    draft
        .file(
            "UPPLAN",
            name,
            layout -> of.stream().flatMap(user -> VisitRows.slip(layout, user, month, created)))
        .file(
            "UPSIKYU",
            name,
            layout -> of.stream().flatMap(user -> BreakdownRows.of(layout, user, month, created)))
        .file(
            "UPHOSOKU",
            name,
            layout -> of.stream().map(user -> SupplementRows.ofSlip(layout, user, month)));
  }

  private void result(UnitDraft draft, List<SyntheticUser> of, SyntheticOffice office) {
    YearMonth before = month.minusMonths(1);
    draft.file(
        "UPJSK",
        RowDraft.month(before),
        layout -> of.stream().flatMap(user -> VisitRows.result(layout, user, before, office)));
  }

  private static void basic(UnitDraft draft, List<SyntheticUser> of) {
    draft
        .file(
            "UPKIHON",
            "",
            layout ->
                IntStream.range(0, of.size())
                    .mapToObj(i -> BasicRows.basic(layout, of.get(i), draft.imageName(i + 1))))
        .file("UPKIHON_SUB1", "", layout -> of.stream().flatMap(u -> BasicRows.day(layout, u)))
        .file(
            "UPKIHON_SUB2", "", layout -> of.stream().flatMap(u -> BasicRows.illnesses(layout, u)));
    for (int i = 0; i < of.size(); i++) {
      draft.image(i + 1, FamilyPicture.of(of.get(i)));
    }
  }

  private static void prevention(UnitDraft draft, List<SyntheticUser> of) {
    draft
        .file("UPYOBO", "", layout -> of.stream().map(user -> PreventionRows.plan(layout, user)))
        .file(
            "UPYOBO_SUB",
            "",
            layout -> of.stream().flatMap(user -> PreventionRows.supports(layout, user)));
  }

  private void delete(UnitDraft draft, UnitKind kind, SyntheticUser of, SyntheticOffice service) {
    YearMonth before = month.minusMonths(1);
    switch (kind) {
      case PLAN_DELETE -> draft.file("DLT1KYO", "", l -> Stream.of(DeleteRows.plan(l, of)));
      case SLIP_DELETE ->
          draft.file(
              "DLTPLAN", RowDraft.month(month), l -> Stream.of(DeleteRows.slip(l, of, month)));
      case RESULT_DELETE ->
          draft.file(
              "DLTJSK",
              RowDraft.month(before),
              l -> Stream.of(DeleteRows.result(l, of, before, service)));
      case BASIC_DELETE -> draft.file("DLTKIHON", "", l -> Stream.of(DeleteRows.basic(l, of)));
      case PREVENTION_DELETE -> draft.file("DLTYOBO", "", l -> Stream.of(DeleteRows.plan(l, of)));
      default -> throw new IllegalArgumentException("Not a delete: " + kind);
    }
  }
}
