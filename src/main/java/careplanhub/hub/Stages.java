package careplanhub.hub;

import careplanhub.channel.ChannelLimits;
import careplanhub.channel.Channels;
import careplanhub.channel.HostBreakers;
import careplanhub.channel.OneTimePasswords;
import careplanhub.channel.RelayAccountFiles;
import careplanhub.channel.RelayChannel;
import careplanhub.channel.client.ClientFolderChannel;
import careplanhub.channel.direct.DirectChannel;
import careplanhub.channel.sftp.SftpChannel;
import careplanhub.channel.sftp.SftpOffices;
import careplanhub.hub.notice.KeyNotices;
import careplanhub.hub.partners.PartnerList;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.SupportOfficeTable;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeys;
import careplanhub.security.Trust;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beans that the stages' routes name, joined to one another. */
final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private final HubFolder folder;
  private final HubSettings settings;
  private final Directory directory;
  private final LoadedAdapters adapters;
  private final KeyFolder keys;
  private final Books books;
  private final FileLayer layer;
  private final Clock clock;
  private final HostBreakers breakers;
  private final RelayChannel relay;
  private final SftpChannel sftp;
  private final ClientFolderChannel client;
  private final char[] password;
  private final CheckOptions options;
  private final Rewriting rewriting;
  private final Versions versions;
  private final OfficeFolders folders;
  private final OfficeMemory memory;
  private final OfficeFolderWatch folderWatch;
  private final IntakeGate gate;
  private final DamagedParcels damaged = new DamagedParcels();
  private final SendTroubles sendTroubles = new SendTroubles();
  private final VendorPolls vendorPolls = new VendorPolls();
  private final RouteSecrets secrets;
  private final MailRefusals mailRefusals;
  private final OfficeKeys officeKeys;
  private final KeyNotices keyNotices;

  Stages(
      HubFolder folder,
      HubSettings settings,
      Directory directory,
      LoadedAdapters adapters,
      KeyFolder keys,
      Books books,
      FileLayer layer,
      Clock clock)
      throws IOException, ConfigurationException {
    this.folder = folder;
    this.settings = settings;
    this.directory = directory;
    this.adapters = adapters;
    this.keys = keys;
    this.books = books;
    this.layer = layer;
    this.clock = clock;
    this.password = keys.password(System.getenv());
    this.secrets = new RouteSecrets(folder.keys().resolve("secrets"), System.getenv());
    this.mailRefusals = new MailRefusals(settings.vendorMail().refusalsShown(), System::nanoTime);
    this.options = settings.check().tolerant();
    this.rewriting = new Rewriting(options.reading());
    this.versions =
        new Versions(directory, rewriting, options, settings.dispatch().lastDayOfVersion3(), clock);
    this.breakers = new HostBreakers(settings.breaker(), System::nanoTime);
    this.officeKeys =
        new OfficeKeys(
            keys,
            password,
            new DurableFiles(layer)::replaceSecret,
            books.evidence().keyChanges("hub"),
            settings.keys().refusedCertificatePause(),
            clock);
    this.keyNotices =
        new KeyNotices(officeKeys, password, directory.offices(), settings.keys(), clock);
    this.relay =
        new RelayChannel(
            settings.relay(),
            new RelayAccountFiles(officeKeys),
            breakers,
            new OneTimePasswords(folder.logins()),
            office -> directory.partner(office).map(p -> p.terms().otherFiles()).orElse(false),
            clock);
    this.client = client(folder, settings, directory, layer, clock);
    this.folders = new OfficeFolders(folder.root(), directory);
    this.sftp =
        new SftpChannel(
            settings.sftp(),
            new DirectorySftpPartners(directory),
            new KeysOfOffices(),
            keys.followingTrust(),
            folder.config().resolve("partners"),
            new RefusedParcels(folders, new DurableFiles(layer), books.receptions()),
            clock);
    this.memory =
        new OfficeMemory(
            folder.config(), settings.vendors(), books.confirmedUsers(), books.questions());
    this.folderWatch =
        new OfficeFolderWatch(folders, directory, new DurableFiles(layer), books.receptions());
    this.gate =
        new IntakeGate(
            books.evidence(),
            books.vault(),
            List.of(folder.data(), folder.vault()),
            settings.intake(),
            System::nanoTime);
  }

  /** The official client's folders, for the offices that have it. */
  private static ClientFolderChannel client(
      HubFolder folder, HubSettings settings, Directory directory, FileLayer layer, Clock clock)
      throws ConfigurationException {
    return new ClientFolderChannel(
        settings.clientFolder(),
        settings.retention(),
        ClientFolders.of(folder, directory, settings.clientFolder()),
        new ClientFolderChannel.Ground(
            folder.data().resolve("client-folders"),
            office -> directory.nameOf(office).orElse(""),
            () -> new OutboxFilter(quietFiles(settings), () -> true),
            layer,
            clock,
            System::nanoTime));
  }

  OfficeFolders folders() {
    return folders;
  }

  OfficeFolderWatch folderWatch() {
    return folderWatch;
  }

  /** What health asks of them, by its name there. */
  Map<String, Supplier<String>> troubles() {
    return Map.of(
        "intake",
        gate::trouble,
        "folders",
        folderWatch::trouble,
        "clientFolders",
        client::trouble,
        "ledger",
        damaged::trouble);
  }

  /** The same for what only needs a look. */
  Map<String, Supplier<String>> warnings() {
    return Map.of(
        "hosts",
        breakers::warning,
        "sftp",
        sftp::warning,
        "relay",
        relay::warning,
        "adapters",
        adapters::warning,
        "tables",
        memory::warning,
        "partners",
        directory::troubleOfPartners,
        "vendorFiles",
        vendorPolls::trouble,
        "vendorMail",
        mailRefusals::warning,
        "checklists",
        client::warning,
        "keys",
        keyNotices::warning);
  }

  /** What a person is to do about keys, certificates and licences. */
  KeyNotices keyNotices() {
    return keyNotices;
  }

  /** Counts what the channels know. */
  void count(MeterRegistry meters) {
    ChannelMeters.bind(breakers, relay, meters);
  }

  /** What vendor routes name {@code #secret:…} and {@code #mail-…:…}. */
  SharedRegistry.Secrets secrets() {
    MailAccess mail = new MailAccess(secrets, folder.keys());
    return (name, type) -> secrets.lookup(name, type).or(() -> mail.lookup(name, type));
  }

  /** The vendor routes that are to run, for a context whose templates are loaded. */
  FilledRoutes vendorRoutes(CamelContext context) {
    return new FilledRoutes(
        context,
        new VendorRoutes(folder.config(), settings.vendors(), directory, secrets),
        folder.config().resolve("vendors"),
        vendorPolls::keepOnly);
  }

  /** The routes to the partners' SFTP servers, for a context whose templates are loaded. */
  FilledRoutes sftpRoutes(CamelContext context) {
    return new FilledRoutes(
        context,
        new SftpRoutes(directory, secrets, breakers, context.getRegistry()),
        folder.routes(),
        running -> {});
  }

  Map<String, String> channelProperties() {
    Map<String, String> properties = new HashMap<>(relay.properties());
    properties.putAll(sftp.properties());
    properties.putAll(client.properties());
    properties.putAll(StageProperties.ofVendorRoutes(settings, folder.keys()));
    return properties;
  }

  Map<String, Object> beans(CamelContext context) throws IOException {
    DurableFiles files = new DurableFiles(layer);
    Channels channels = new Channels(context, ChannelLimits.defaults());
    Lanes lanes = new Lanes();
    Changes changes = new Changes();
    directory.offices().forEach(office -> changes.touch(office.number()));
    Map<String, Object> beans = new HashMap<>(relay.beans());
    beans.putAll(sftp.beans());
    beans.putAll(client.beans());
    beans.put("lanes", lanes);
    beans.put("adapters", adapters);
    beans.put("evidence", books.evidence());
    beans.put("officeFolders", folderWatch);
    beans.put("patience", new Patience(books.postponements(), settings, clock));
    beans.put(
        "officeLists",
        new OfficeLists(
            folders,
            directory,
            settings,
            files,
            books.parcels(),
            books.receptions(),
            changes,
            sendTroubles,
            clock));
    beans.put(
        "retention",
        new Retention(
            folders,
            directory,
            settings.retention(),
            files,
            books.vault(),
            books.keptContents(),
            clock));
    partnerLists(beans, files);
    sending(beans, files, channels, lanes, changes);
    receiving(beans, channels, lanes, changes);
    return beans;
  }

  private void partnerLists(Map<String, Object> beans, DurableFiles files) throws IOException {
    OutboxFilter filter = new OutboxFilter(quietFiles(settings), () -> true);
    beans.put("partnerListFilter", filter);
    beans.put(
        "partnerList", new PartnerList(folder.config(), directory, settings.partnerList(), files));
    beans.put("partnerListFolder", PartnerListFolder.of(folder.partners(), files, filter));
  }

  private void sending(
      Map<String, Object> beans,
      DurableFiles files,
      Channels channels,
      Lanes lanes,
      Changes changes) {
    OutboxFilter filter = new OutboxFilter(quietFiles(settings), gate::isOpen);
    SatelliteSets satellites = new SatelliteSets(directory);
    Quarantine quarantine = new Quarantine(folders, files, books.vault(), books.units(), changes);
    beans.put("outboxFilter", filter);
    beans.put("worksheetFilter", new WorksheetFilter(quietFiles(settings)));
    beans.put("vendorPolls", vendorPolls);
    beans.put(
        "vendorFiles",
        new VendorFileFilter(
            settings.vendorRoutes().quietPeriod(), gate::isOpen, System::nanoTime));
    VendorArrivals arrivals =
        new VendorArrivals(folders, files, gate, vendorPolls, settings.intake());
    beans.put("vendorArrivals", arrivals);
    beans.put("mailByNumber", new MailByNumber());
    beans.put(
        "vendorMails", new VendorMails(arrivals, vendorPolls, mailRefusals, settings.vendorMail()));
    beans.put("quarantine", quarantine);
    Intake intake =
        new Intake(
            folders,
            settings,
            satellites,
            books.vault(),
            books.arrivals(),
            gate,
            filter,
            quarantine,
            changes);
    directory.offices().forEach(office -> intake.noteWhatWasMoved(office.number()));
    beans.put("intake", intake);
    beans.put(
        "worksheets",
        new Worksheets(
            folders,
            directory,
            settings,
            files,
            books.questions(),
            books.units(),
            memory,
            changes,
            lanes));
    beans.put(
        "outgoing",
        new Outgoing(
            folders,
            settings,
            satellites,
            books.arrivals(),
            books.units(),
            lanes,
            clock,
            System::nanoTime));
    beans.put(
        "translation",
        new Translation(
            books.vault(),
            directory,
            adapters,
            books.arrivals(),
            books.units(),
            exports(),
            options));
    beans.put("checking", new Checking(books.questions(), rewriting, options));
    beans.put("addressees", new AddresseeCheck(directory, books.questions(), rewriting));
    beans.put("versions", versions);
    beans.put(
        "satellites",
        new SatelliteFiles(
            satellites,
            books.satelliteOffices(),
            new SentResults(
                books.arrivals(),
                books.parcels(),
                books.vault(),
                rewriting,
                directory::serviceTypesOf),
            books.questions(),
            books.serials(),
            rewriting));
    beans.put(
        "packing",
        new Packing(directory, books.vault(), books.parcels(), rewriting, changes, clock));
    Destinations destinations =
        new Destinations(
            directory, books.confirmedPartners(), books.waitingParcels(), books.parcels(), changes);
    beans.put("destinations", destinations);
    beans.put(
        "dispatching",
        new Dispatching(
            settings,
            books.vault(),
            books.parcels(),
            books.lights(),
            destinations,
            books.evidence(),
            channels,
            lanes,
            changes,
            damaged,
            sendTroubles));
  }

  private void receiving(Map<String, Object> beans, Channels channels, Lanes lanes, Changes changes)
      throws IOException {
    ChannelWaits waits = new ChannelWaits(settings.dispatch(), clock);
    Supplier<Trust> trust = keys.followingTrust();
    DeliveryReceipts receipts =
        new DeliveryReceipts(books.vault(), books.evidence(), this::keyOf, trust, clock);
    beans.put(
        "collecting",
        new Collecting(
            directory,
            settings,
            books.vault(),
            books.receptions(),
            channels,
            lanes,
            waits,
            changes,
            gate));
    beans.put(
        "delivering",
        new Delivering(
            settings,
            books.vault(),
            books.receptions(),
            books.supportOffices(),
            new Software(directory, adapters, memory::of, rewriting),
            rewriting,
            options,
            lanes));
    beans.put(
        "lateUnits",
        new LateUnits(books.receptions(), books.questions(), books.vault(), rewriting));
    Inbox inbox = new Inbox(folders, layer, books.receptions(), changes);
    beans.put("inbox", inbox);
    beans.putAll(
        new DirectChannel(
                directory,
                books.parcels(),
                books.lights(),
                books.receptions(),
                books.vault(),
                reception ->
                    inbox.isTaken(reception, clock.instant().minus(settings.retention().inbox())),
                ChannelLimits.defaults().listedEntries(),
                clock)
            .beans());
    beans.put(
        "acknowledging",
        new Acknowledging(settings, books.receptions(), receipts, channels, lanes, changes));
    beans.put(
        "tracking",
        new Tracking(
            directory,
            settings.dispatch(),
            books.parcels(),
            books.lights(),
            receipts,
            channels,
            lanes,
            new ChannelWaits(settings.dispatch(), clock),
            changes,
            clock));
  }

  private VendorExports exports() {
    SentResults sent =
        new SentResults(
            books.arrivals(), books.parcels(), books.vault(), rewriting, directory::serviceTypesOf);
    return new VendorExports(
        books.vault(),
        books.arrivals(),
        new ResultCorrections(sent, books.questions(), books.serials()),
        directory,
        settings,
        books.questions(),
        books.supportOffices(),
        books.serials(),
        this::tableOf,
        memory,
        new ExportNotes(folders, new DurableFiles(layer)),
        clock);
  }

  private static QuietFiles quietFiles(HubSettings settings) {
    return new QuietFiles(
        settings.intake().quietPeriod(),
        settings.intake().unfinishedQuietPeriod(),
        settings.intake().quietScans(),
        System::nanoTime);
  }

  /** Read at each use, so that what staff add to the table holds at once. */
  private SupportOfficeTable tableOf(OfficeNumber office) {
    try {
      SupportOfficeTable table =
          SupportOfficeTable.read(SupportOfficeTable.fileOf(folder.config(), office));
      if (!table.findings().isEmpty()) {
        LOG.warn(
            "office {}: {} lines of its table are passed over", office, table.findings().size());
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("an office's table cannot be read", e);
    }
  }

  private OfficeKey keyOf(OfficeNumber office) {
    try {
      return officeKeys.forSigning(office.value());
    } catch (IOException e) {
      throw new UncheckedIOException("an office has no key to sign with", e);
    }
  }

  /** While certificates overlap, the newest good one signs, and all open. */
  private final class KeysOfOffices implements SftpOffices {
    @Override
    public OfficeKey signingKeyOf(OfficeNumber office) throws IOException {
      return officeKeys.forSigning(office.value());
    }

    @Override
    public List<OfficeKey> openingKeysOf(OfficeNumber office) throws IOException {
      return officeKeys.forOpening(office.value());
    }
  }
}
