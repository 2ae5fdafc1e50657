package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.office.HubSettings;
import careplanhub.office.IntakeSettings;
import careplanhub.office.SupportOfficeTable;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beans that carry a file from an office's outbox to its channel. */
final class SendingStages {
  private static final Logger LOG = LoggerFactory.getLogger(SendingStages.class);

  private final Ground ground;
  private final SharedParts shared;
  private final VendorPolls vendorPolls;
  private final MailRefusals mailRefusals;
  private final DamagedParcels damaged;
  private final SatelliteSets satellites;
  private final Attachments attachments;

  SendingStages(
      Ground ground,
      SharedParts shared,
      VendorPolls vendorPolls,
      MailRefusals mailRefusals,
      DamagedParcels damaged) {
    this.ground = ground;
    this.shared = shared;
    this.vendorPolls = vendorPolls;
    this.mailRefusals = mailRefusals;
    this.damaged = damaged;
    this.satellites = new SatelliteSets(ground.directory());
    this.attachments =
        new Attachments(
            shared.folders(),
            ground.books().arrivals(),
            ground.books().units(),
            ground.books().vault(),
            ground.parcelRules(),
            ground::consentsGoTo,
            ground.settings().attachments(),
            ground.clock());
  }

  Map<String, Object> beans(Channels channels) {
    Map<String, Object> beans = new HashMap<>();
    intake(beans);
    vendorArrivals(beans);
    makingParcels(beans);
    destinations(beans, channels);
    return beans;
  }

  private void intake(Map<String, Object> beans) {
    HubSettings settings = ground.settings();
    Books books = ground.books();
    OutboxFilter filter = new OutboxFilter(ground.quietFiles(), shared.gate()::isOpen);
    Quarantine quarantine =
        new Quarantine(
            shared.folders(), ground.files(), books.vault(), books.units(), shared.changes());
    beans.put("outboxFilter", filter);
    beans.put("attachmentFilter", new AttachmentFilter(attachmentFiles()));
    beans.put("quarantine", quarantine);
    Intake intake =
        new Intake(
            shared.folders(),
            settings,
            satellites,
            books.vault(),
            books.arrivals(),
            shared.gate(),
            filter,
            quarantine,
            shared.changes());
    ground.directory().offices().forEach(office -> intake.noteWhatWasMoved(office.number()));
    beans.put("intake", intake);
    beans.put("worksheetFilter", new WorksheetFilter(ground.quietFiles()));
    beans.put(
        "worksheets",
        new Worksheets(
            shared.folders(),
            ground.directory(),
            settings,
            ground.files(),
            books.questions(),
            books.units(),
            shared.memory(),
            sheets(),
            shared.changes(),
            shared.lanes()));
    beans.put(
        "outgoing",
        new Outgoing(
            shared.folders(),
            settings,
            satellites,
            attachments::areWhole,
            books.arrivals(),
            books.units(),
            shared.lanes(),
            ground.clock(),
            System::nanoTime));
  }

  private List<StaffSheet> sheets() {
    Books books = ground.books();
    return List.of(
        new StaffSheet(
            shared.folders(),
            ground.files(),
            WithdrawalSheet.NAME,
            WithdrawalSheet.COLUMNS,
            new WithdrawalSheet(
                books.parcels(), new Withdrawing(books, shared.options().reading()))),
        new StaffSheet(
            shared.folders(),
            ground.files(),
            ConsentSheet.NAME,
            ConsentSheet.COLUMNS,
            new ConsentSheet(
                shared.folders(),
                ground.files(),
                books.parcels(),
                new Consenting(books, ground.settings(), ground.directory()))));
  }

  /** No line has to end in them. */
  private OutboxFilter attachmentFiles() {
    IntakeSettings intake = ground.settings().intake();
    return new OutboxFilter(
        new QuietFiles(
            intake.quietPeriod(), intake.quietPeriod(), intake.quietScans(), System::nanoTime),
        shared.gate()::isOpen);
  }

  private void vendorArrivals(Map<String, Object> beans) {
    HubSettings settings = ground.settings();
    VendorArrivals arrivals =
        new VendorArrivals(
            shared.folders(), ground.files(), shared.gate(), vendorPolls, settings.intake());
    beans.put("vendorPolls", vendorPolls);
    beans.put(
        "vendorFiles",
        new VendorFileFilter(
            settings.vendorRoutes().quietPeriod(), shared.gate()::isOpen, System::nanoTime));
    beans.put("vendorArrivals", arrivals);
    beans.put("mailByNumber", new MailByNumber());
    beans.put(
        "vendorMails", new VendorMails(arrivals, vendorPolls, mailRefusals, settings.vendorMail()));
  }

  private void makingParcels(Map<String, Object> beans) {
    Books books = ground.books();
    beans.put(
        "translation",
        new Translation(
            books.vault(),
            ground.directory(),
            ground.adapters(),
            books.arrivals(),
            books.units(),
            exports(),
            shared.options()));
    beans.put("checking", new Checking(books.questions(), shared.rewriting(), shared.options()));
    beans.put(
        "addressees",
        new AddresseeCheck(ground.directory(), books.questions(), shared.rewriting()));
    beans.put(
        "versions",
        new Versions(
            ground.directory(),
            shared.rewriting(),
            shared.options(),
            ground.settings().dispatch().lastDayOfVersion3(),
            ground.clock()));
    beans.put(
        "satellites",
        new SatelliteFiles(
            satellites,
            books.satelliteOffices(),
            sentResults(),
            books.questions(),
            books.serials(),
            shared.rewriting()));
    beans.put(
        "corrections",
        new Corrections(
            ground.settings().corrections(),
            ground.directory(),
            books.questions(),
            books.serials(),
            new Withdrawing(books, shared.options().reading()),
            new Differences(shared.keptUnits()),
            new DifferencePages(
                shared.folders(),
                ground.directory(),
                ground.settings().corrections(),
                ground.files(),
                ground.clock())));
    beans.put(
        "packing",
        new Packing(
            ground.directory(),
            books.vault(),
            books.parcels(),
            shared.rewriting(),
            new Takings(shared.keptUnits()),
            attachments,
            ground.settings().attachments(),
            books.serials(),
            shared.changes(),
            ground.clock()));
  }

  private void destinations(Map<String, Object> beans, Channels channels) {
    Books books = ground.books();
    Destinations destinations =
        new Destinations(
            ground.directory(),
            books.confirmedPartners(),
            books.waitingParcels(),
            books.faxNumbers(),
            books.parcels(),
            shared.changes());
    beans.put("destinations", destinations);
    beans.put(
        "dispatching",
        new Dispatching(
            ground.settings(),
            books.vault(),
            books.parcels(),
            books.enclosures(),
            books.lights(),
            destinations,
            books.evidence(),
            channels,
            shared.lanes(),
            shared.changes(),
            damaged,
            shared.sendTroubles()));
  }

  private SentResults sentResults() {
    Books books = ground.books();
    return new SentResults(
        books.arrivals(),
        books.parcels(),
        books.vault(),
        shared.rewriting(),
        ground.directory()::serviceTypesOf);
  }

  private VendorExports exports() {
    Books books = ground.books();
    return new VendorExports(
        books.vault(),
        books.arrivals(),
        new ResultCorrections(sentResults(), books.questions(), books.serials()),
        ground.directory(),
        ground.settings(),
        books.questions(),
        books.supportOffices(),
        books.serials(),
        this::tableOf,
        shared.memory(),
        new ExportNotes(shared.folders(), ground.files()),
        ground.clock());
  }

  /** Read at each use, so that what staff add to the table holds at once. */
  private SupportOfficeTable tableOf(OfficeNumber office) {
    try {
      SupportOfficeTable table =
          SupportOfficeTable.read(SupportOfficeTable.fileOf(ground.folder().config(), office));
      if (!table.findings().isEmpty()) {
        LOG.warn(
            "office {}: {} lines of its table are passed over", office, table.findings().size());
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("an office's table cannot be read", e);
    }
  }
}
