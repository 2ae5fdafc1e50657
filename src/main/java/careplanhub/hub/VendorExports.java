package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.LearntSupportOffices;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.SupportOfficeTable;
import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.SatelliteMerge;
import careplanhub.standard.units.SatelliteRows;
import careplanhub.store.Vault;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AddressedFile;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.SupportOffice;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.Translated;
import careplanhub.vendor.UserRows;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorRows;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Translates a vendor's export. Users whose support office nobody knows, and users with rows that
 * cannot be read, are a person's to decide about; the others go on. Safe for every thread.
 */
final class VendorExports {
  private static final String MONTH = "targetMonth";

  private final Vault vault;
  private final Arrivals arrivals;
  private final ResultCorrections corrections;
  private final Directory directory;
  private final HubSettings settings;
  private final Questions questions;
  private final LearntSupportOffices learnt;
  private final LedgerSerials serials;
  private final Function<OfficeNumber, SupportOfficeTable> tables;
  private final Clock clock;

  /**
   * @param tables the table that an office keeps of its users' support offices
   */
  VendorExports(
      Vault vault,
      Arrivals arrivals,
      ResultCorrections corrections,
      Directory directory,
      HubSettings settings,
      Questions questions,
      LearntSupportOffices learnt,
      LedgerSerials serials,
      Function<OfficeNumber, SupportOfficeTable> tables,
      Clock clock) {
    this.vault = vault;
    this.arrivals = arrivals;
    this.corrections = corrections;
    this.directory = directory;
    this.settings = settings;
    this.questions = questions;
    this.learnt = learnt;
    this.serials = serials;
    this.tables = tables;
    this.clock = clock;
  }

  List<Part> translate(OutgoingWork given, Adapter adapter, Predicate<UserIdentity> scope)
      throws RefusedException, NeedsPersonException, IOException {
    VendorContext context = context(given.unit().office());
    Map<Arrival, VendorRows> read = new LinkedHashMap<>();
    for (Arrival arrival : given.arrivals()) {
      read.put(
          arrival,
          adapter.read(
              new NamedSource(arrival.name(), () -> vault.open(arrival.content())), context));
    }
    OutgoingWork work = partDamaged(given, read);
    SatelliteMerge merge = merge(work, read);
    Translated translated = adapter.address(List.of(together(merge, read.values())), context);
    decideAboutErrors(work, translated, scope);
    askForSupportOffices(work, translated, scope);
    return corrections.parts(work, exported(merge, translated, scope));
  }

  /**
   * An export with errors leaves the others, so that they need not wait for its correction; what it
   * is about is sent again with everything when it comes.
   */
  private OutgoingWork partDamaged(OutgoingWork work, Map<Arrival, VendorRows> read) {
    List<Arrival> damaged =
        read.entrySet().stream()
            .filter(entry -> entry.getValue().findings().stream().anyMatch(Finding::isError))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    if (damaged.size() == read.size()) {
      damaged.remove(0);
    }
    if (damaged.isEmpty()) {
      return work;
    }
    arrivals.part(work.unit(), damaged);
    read.keySet().removeAll(damaged);
    return work.of(List.copyOf(read.keySet()));
  }

  private static SatelliteMerge merge(OutgoingWork work, Map<Arrival, VendorRows> read)
      throws RefusedException {
    List<SatelliteRows> exports = new ArrayList<>();
    read.forEach(
        (arrival, rows) ->
            exports.addAll(SatelliteRows.exportedBy(arrival.satellite(), rows.rows())));
    SatelliteMerge merge = SatelliteMerge.merge(exports);
    if (!merge.twice().isEmpty()) {
      throw new RefusedException(
          work,
          work.arrivals().stream()
              .map(arrival -> HubFinding.EXPORTED_TWICE.of(arrival.name()))
              .toList());
    }
    return merge;
  }

  private static VendorRows together(SatelliteMerge merge, Collection<VendorRows> exports) {
    return new VendorRows(
        merge.rows(), ReadReport.of(exports.stream().map(VendorRows::report).toList()));
  }

  /** What a place exports of a month stands for everything that it sent of that month before. */
  private static ResultCorrections.Exported exported(
      SatelliteMerge merge, Translated translated, Predicate<UserIdentity> scope) {
    Set<List<String>> places = new HashSet<>();
    Set<String> months = new HashSet<>();
    for (Row row : merge.rows()) {
      places.add(placeOf(row));
      months.add(row.get(MONTH));
    }
    Set<UserIdentity> notSent = new HashSet<>();
    translated.held().forEach(user -> notSent.add(user.user()));
    translated.waiting().forEach(user -> notSent.add(user.user()));
    Predicate<Row> replaced =
        row ->
            places.contains(placeOf(row))
                && scope.test(row.user())
                && !notSent.contains(row.user());
    List<AddressedFile> files = new ArrayList<>();
    for (AddressedFile file : translated.files()) {
      List<Row> rows = file.rows().stream().filter(row -> scope.test(row.user())).toList();
      if (!rows.isEmpty()) {
        files.add(new AddressedFile(file.name(), rows));
      }
    }
    return new ResultCorrections.Exported(files, replaced, months);
  }

  private static List<String> placeOf(Row row) {
    return List.of(SatelliteRows.numberOf(row), row.get(MONTH));
  }

  private VendorContext context(OfficeNumber office) {
    SupportOfficeLookup lookup =
        user ->
            learnt
                .find(office, user)
                .map(known -> new SupportOffice(known.number(), known.plannerName()));
    return new VendorContext(
        office,
        directory,
        lookup.orElse(SupportOfficeLookup.from(tables.apply(office))),
        () -> serials.next(office),
        clock,
        settings.intake());
  }

  private void decideAboutErrors(
      OutgoingWork work, Translated translated, Predicate<UserIdentity> scope)
      throws RefusedException, NeedsPersonException {
    if (!translated.hasErrors()) {
      return;
    }
    Arrival arrival = work.arrivals().get(0);
    FileReport report =
        new FileReport(arrival.name(), null, null, translated.records(), translated.findings());
    boolean nobodyElse = translated.files().isEmpty() && translated.waiting().isEmpty();
    if (translated.unidentified() > 0 || translated.held().isEmpty() || nobodyElse) {
      throw new RefusedException(work, List.of(report));
    }
    if (translated.held().stream().noneMatch(held -> scope.test(held.user()))) {
      return;
    }
    Optional<String> decision =
        questions.decision(work.unit().id(), Question.Kind.USERS_WITH_ERRORS);
    if (decision.isEmpty()) {
      throw Checking.askAboutErrors(work, translated.held().size(), List.of(report));
    }
    if (decision.get().equals(Answers.REFUSE)) {
      throw new RefusedException(
          work, List.of(HubFinding.DECIDED_NOT_TO_SEND.of(arrival.name()), report));
    }
  }

  private void askForSupportOffices(
      OutgoingWork work, Translated translated, Predicate<UserIdentity> scope)
      throws NeedsPersonException {
    List<UserRows> unknown =
        translated.waiting().stream().filter(waiting -> scope.test(waiting.user())).toList();
    if (unknown.isEmpty()) {
      return;
    }
    throw new NeedsPersonException(
        work,
        Question.Kind.SUPPORT_OFFICE,
        "担当の居宅介護支援事業所が分からない利用者が " + unknown.size() + " 人います。その利用者の実績は送らずに待っています。",
        unknown.stream().map(this::line).toList());
  }

  private Question.Line line(UserRows waiting) {
    UserIdentity user = waiting.user();
    return new Question.Line(
        OutgoingUnits.userIndex(vault, user),
        "保険者番号 "
            + user.insurerNumber()
            + " 被保険者番号 "
            + user.insuredNumber()
            + " の利用者（"
            + waiting.rows().size()
            + " 件）の居宅介護支援事業所",
        null);
  }
}
