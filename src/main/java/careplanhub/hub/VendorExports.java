package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.LearntSupportOffices;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.ledger.UnitScope;
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
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.SupportOffice;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.Translated;
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
 * Translates a vendor's export. Users whose support office nobody knows, words that mean a user
 * whom nobody has named, and users with rows that cannot be read are a person's to decide about;
 * the others go on. Results go the way of corrections, slips as units of their own. Safe for every
 * thread.
 */
final class VendorExports {
  private static final String MONTH = "targetMonth";
  private static final String RESULT = "UPJSK";

  private final Vault vault;
  private final Arrivals arrivals;
  private final ResultCorrections corrections;
  private final Directory directory;
  private final HubSettings settings;
  private final Questions questions;
  private final LearntSupportOffices learnt;
  private final LedgerSerials serials;
  private final Function<OfficeNumber, SupportOfficeTable> tables;
  private final OfficeMemory memory;
  private final ExportQuestions asking;
  private final ExportNotes notes;
  private final Clock clock;

  /**
   * @param tables the table that an office keeps of its users' support offices
   * @param memory what else offices wrote down and persons confirmed
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
      OfficeMemory memory,
      ExportNotes notes,
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
    this.memory = memory;
    this.asking = new ExportQuestions(vault);
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * The parts to send.
   *
   * @param scope whom the unit carries; questions about others are not its to ask
   */
  List<Part> translate(OutgoingWork given, Adapter adapter, UnitScope scope)
      throws RefusedException, NeedsPersonException, IOException {
    OfficeKnowledge knowledge = memory.of(given.unit().office(), adapter);
    VendorContext context = context(given.unit().office()).with(knowledge);
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
    asking.aboutUsers(work, adapter, knowledge, translated, scope);
    asking.aboutSupportOffices(work, translated, scope);
    List<Part> parts = new ArrayList<>(corrections.parts(work, exported(merge, translated, scope)));
    ExportedSlips slips = ExportedSlips.of(work, translated.files(), scope);
    parts.addAll(slips.parts());
    if (parts.isEmpty() && slips.alone() && !hasWaiting(translated)) {
      throw new RefusedException(work, List.of(slips.refusal(work), report(work, translated)));
    }
    notes.tell(work, report(work, translated));
    return parts;
  }

  private static boolean hasWaiting(Translated translated) {
    return !translated.waiting().isEmpty()
        || !translated.unmatched().isEmpty()
        || translated.files().stream().anyMatch(file -> isResult(file.name().kind()));
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

  /** Results of an office's places are one result; what is planned is no place's alone. */
  private static SatelliteMerge merge(OutgoingWork work, Map<Arrival, VendorRows> read)
      throws RefusedException {
    List<SatelliteRows> exports = new ArrayList<>();
    read.forEach(
        (arrival, rows) ->
            exports.addAll(
                SatelliteRows.exportedBy(
                    arrival.satellite(),
                    rows.rows().stream().filter(row -> isResult(row.layout().kind())).toList())));
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

  private static boolean isResult(String kind) {
    return kind.equals(RESULT);
  }

  private static VendorRows together(SatelliteMerge merge, Collection<VendorRows> exports) {
    List<Row> rows = new ArrayList<>(merge.rows());
    for (VendorRows export : exports) {
      export.rows().stream().filter(row -> !isResult(row.layout().kind())).forEach(rows::add);
    }
    return new VendorRows(rows, ReadReport.of(exports.stream().map(VendorRows::report).toList()));
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
    for (AddressedFile file : results(translated)) {
      List<Row> rows = file.rows().stream().filter(row -> scope.test(row.user())).toList();
      if (!rows.isEmpty()) {
        files.add(new AddressedFile(file.name(), rows));
      }
    }
    return new ResultCorrections.Exported(files, replaced, months);
  }

  private static List<AddressedFile> results(Translated translated) {
    return translated.files().stream().filter(file -> isResult(file.name().kind())).toList();
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

  private static FileReport report(OutgoingWork work, Translated translated) {
    return new FileReport(
        work.arrivals().get(0).name(), null, null, translated.records(), translated.findings());
  }

  private void decideAboutErrors(
      OutgoingWork work, Translated translated, Predicate<UserIdentity> scope)
      throws RefusedException, NeedsPersonException {
    if (!translated.hasErrors()) {
      return;
    }
    FileReport report = report(work, translated);
    boolean nobodyElse =
        translated.files().isEmpty()
            && translated.waiting().isEmpty()
            && translated.unmatched().isEmpty();
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
          work, List.of(HubFinding.DECIDED_NOT_TO_SEND.of(report.file()), report));
    }
  }
}
