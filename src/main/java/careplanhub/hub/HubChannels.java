package careplanhub.hub;

import careplanhub.channel.HostBreakers;
import careplanhub.channel.OneTimePasswords;
import careplanhub.channel.RelayAccountFiles;
import careplanhub.channel.RelayChannel;
import careplanhub.channel.client.ClientFolderChannel;
import careplanhub.channel.fax.FaxBooks;
import careplanhub.channel.fax.FaxChannel;
import careplanhub.channel.sftp.SftpChannel;
import careplanhub.channel.sftp.SftpOffices;
import careplanhub.fax.forms.Forms;
import careplanhub.fax.page.PageDecoder;
import careplanhub.fax.read.PageReader;
import careplanhub.hub.notice.KeyNotices;
import careplanhub.office.ConfigurationException;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeyChanges;
import careplanhub.security.OfficeKeys;
import careplanhub.standard.OfficeNumber;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** The channels that lead out of this hub, with the keys they sign and log in with. */
final class HubChannels {
  /** The program's own class that decodes pages in a process of its own. */
  private static final String PAGE_PROCESS = "careplanhub.cli.PageProcess";

  private final Ground ground;
  private final HostBreakers breakers;
  private final OfficeKeys officeKeys;
  private final KeyNotices keyNotices;
  private final RevocationDownload revocation;
  private final RelayChannel relay;
  private final SftpChannel sftp;
  private final ClientFolderChannel client;
  private final FaxChannel fax;

  HubChannels(Ground ground, SharedParts shared) throws IOException, ConfigurationException {
    this.ground = ground;
    this.breakers = new HostBreakers(ground.settings().breaker(), System::nanoTime);
    char[] password = ground.keys().password(System.getenv());
    this.officeKeys =
        new OfficeKeys(
            ground.keys(),
            password,
            ground.files()::replaceSecret,
            ground.books().evidence().keyChanges("hub"),
            ground.settings().keys().refusedCertificatePause(),
            ground.clock());
    this.keyNotices =
        new KeyNotices(
            officeKeys,
            password,
            ground.directory().offices(),
            ground.settings().keys(),
            ground.settings().revocation(),
            ground.clock());
    this.revocation = revocation(password);
    this.relay = relay();
    this.sftp = sftp(shared);
    this.client = client();
    this.fax = fax(shared);
  }

  private RevocationDownload revocation(char[] password) {
    return new RevocationDownload(
        ground.settings().revocation(),
        ground.keys(),
        new OfficeKeyChanges(
            ground.keys(),
            password,
            ground.files()::replaceSecret,
            ground.books().evidence().keyChanges("hub"),
            ground.settings().keys().maximumKeysPerOffice(),
            ground.clock()),
        ground.clock());
  }

  private RelayChannel relay() {
    return new RelayChannel(
        ground.settings().relay(),
        new RelayAccountFiles(officeKeys),
        breakers,
        new OneTimePasswords(ground.folder().logins()),
        ground.parcelRules(),
        ground.clock());
  }

  private SftpChannel sftp(SharedParts shared) throws IOException {
    return new SftpChannel(
        ground.settings().sftp(),
        new DirectorySftpPartners(ground.directory()),
        new KeysOfOffices(),
        ground.keys().followingTrust(),
        ground.folder().config().resolve("partners"),
        new RefusedParcels(shared.folders(), ground.files(), ground.books().receptions()),
        ground.clock());
  }

  /** The official client's folders, for the offices that have it. */
  private ClientFolderChannel client() throws ConfigurationException {
    return new ClientFolderChannel(
        ground.settings().clientFolder(),
        ground.settings().retention(),
        ClientFolders.of(ground.folder(), ground.directory(), ground.settings().clientFolder()),
        new ClientFolderChannel.Ground(
            ground.folder().data().resolve("client-folders"),
            office -> ground.directory().nameOf(office).orElse(""),
            () -> new OutboxFilter(ground.quietFiles(), () -> true),
            ground.layer(),
            ground.clock(),
            System::nanoTime));
  }

  private FaxChannel fax(SharedParts shared) {
    Books books = ground.books();
    return new FaxChannel(
        ground.settings().faxSending(),
        new FaxChannel.Ground(
            ground.folder().root(),
            ground.directory(),
            new FaxBooks(
                books.faxJobs(),
                books.faxNumbers(),
                books.faxInbox(),
                books.parcels(),
                books.questions(),
                books.serials(),
                books.vault()),
            Forms.of(ground.settings().forms(), new DirectoryNames(ground.directory())),
            new FaxChannel.Paper(
                ground.settings().faxInbox(),
                new PageDecoder(ground.settings().fax(), PAGE_PROCESS),
                PageReader.of(ground.settings().fax().reading()),
                shared.folders()::office),
            ground.settings().check().tolerant().reading(),
            new OutboxFilter(ground.quietFiles(), () -> true),
            ground.files(),
            ground.clock()));
  }

  /** What health asks of them, by its name there. */
  Map<String, Supplier<String>> troubles() {
    return Map.of("clientFolders", client::trouble, "fax", fax::trouble);
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
        "checklists",
        client::warning,
        "faxSending",
        fax::warning,
        "keys",
        keyNotices::warning,
        "revocation",
        revocation::warning);
  }

  /** What a person is to do about keys, certificates and licences. */
  KeyNotices keyNotices() {
    return keyNotices;
  }

  /** Counts what the channels know. */
  void count(MeterRegistry meters) {
    ChannelMeters.bind(breakers, relay, meters);
  }

  /** The routes to the partners' SFTP servers, for a context whose templates are loaded. */
  FilledRoutes sftpRoutes(CamelContext context, RouteSecrets secrets) {
    return new FilledRoutes(
        context,
        new SftpRoutes(ground.directory(), secrets, breakers, context.getRegistry()),
        ground.folder().routes(),
        running -> {});
  }

  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(relay.properties());
    properties.putAll(sftp.properties());
    properties.putAll(client.properties());
    properties.putAll(fax.properties());
    properties.putAll(RevocationDownload.properties(ground.settings().revocation()));
    return properties;
  }

  Map<String, Object> beans() {
    Map<String, Object> beans = new HashMap<>(relay.beans());
    beans.putAll(sftp.beans());
    beans.putAll(client.beans());
    beans.putAll(fax.beans());
    beans.put("revocation", revocation);
    return beans;
  }

  /** The newest good key of an office. */
  OfficeKey keyOf(OfficeNumber office) {
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
