package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.LearntSupportOffices;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.SupportOfficeTable;
import careplanhub.standard.FileReport;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Vault;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AddressedFile;
import careplanhub.vendor.SupportOffice;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.Translated;
import careplanhub.vendor.UserRows;
import careplanhub.vendor.VendorContext;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Translates a vendor's export. Users whose support office nobody knows, and users with rows that
 * cannot be read, are a person's to decide about; the others go on. Safe for every thread.
 */
final class VendorExports {
  private final Vault vault;
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
      Directory directory,
      HubSettings settings,
      Questions questions,
      LearntSupportOffices learnt,
      LedgerSerials serials,
      Function<OfficeNumber, SupportOfficeTable> tables,
      Clock clock) {
    this.vault = vault;
    this.directory = directory;
    this.settings = settings;
    this.questions = questions;
    this.learnt = learnt;
    this.serials = serials;
    this.tables = tables;
    this.clock = clock;
  }

  List<Part> translate(OutgoingWork work, Adapter adapter, Predicate<UserIdentity> scope)
      throws RefusedException, NeedsPersonException, IOException {
    List<Part> parts = new ArrayList<>();
    for (Arrival arrival : work.arrivals()) {
      Translated translated =
          adapter.toStandard(() -> vault.open(arrival.content()), context(work.unit().office()));
      decideAboutErrors(work, arrival, translated, scope);
      askForSupportOffices(work, translated, scope);
      for (AddressedFile file : translated.files()) {
        List<Row> rows = file.rows().stream().filter(row -> scope.test(row.user())).toList();
        if (!rows.isEmpty()) {
          parts.add(new Part(List.of(new StandardFile(file.name(), write(work, rows)))));
        }
      }
    }
    return parts;
  }

  private static byte[] write(OutgoingWork work, List<Row> rows)
      throws RefusedException, IOException {
    try {
      return Rewriting.write(rows.get(0).layout(), rows, replacement -> {});
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
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
      OutgoingWork work, Arrival arrival, Translated translated, Predicate<UserIdentity> scope)
      throws RefusedException, NeedsPersonException {
    if (!translated.hasErrors()) {
      return;
    }
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
