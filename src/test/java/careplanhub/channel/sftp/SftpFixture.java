package careplanhub.channel.sftp;

import careplanhub.channel.ChannelLimits;
import careplanhub.channel.Channels;
import careplanhub.channel.HostBreakers;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.hub.SshServer;
import careplanhub.office.HubSettings;
import careplanhub.office.SftpAccess;
import careplanhub.security.Certificates;
import careplanhub.security.OfficeKey;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.CamelLogger;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.helpers.NOPLogger;

/** One side: an office with its keys, a Camel context with the shipped routes, and Channels. */
final class SftpFixture implements AutoCloseable {
  static final String SFTP = "sftp";
  static final String SECRET = "secret:server";

  private final Path folder;
  private final List<OfficeKey> keys = new ArrayList<>();
  private final Map<OfficeNumber, SftpAccess> partners = new LinkedHashMap<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final CamelContext context = new DefaultCamelContext();
  private final AtomicLong nanoTime = new AtomicLong();
  private final HostBreakers breakers =
      new HostBreakers(HubSettings.defaults().breaker(), nanoTime::get);
  private final SftpChannel channel;
  private final Channels channels;

  SftpFixture(Path folder, OfficeKey key, Supplier<Trust> trust, SshServer server, Clock clock)
      throws Exception {
    this.folder = folder;
    this.keys.add(key);
    Files.createDirectories(certificates());
    Files.writeString(knownHosts(), server.knownHost());
    this.channel =
        new SftpChannel(
            ParcelContainerTest.settings(),
            new Partners(),
            new Keys(),
            trust,
            certificates(),
            (office, partner, parcel, code, sentence) ->
                refused.add(office + " " + partner + " " + parcel + " " + code),
            clock);
    channel.beans().forEach(context.getRegistry()::bind);
    context.getRegistry().bind(SECRET, Files.readAllBytes(server.clientKey()));
    Properties properties = new Properties();
    properties.putAll(channel.properties());
    properties.put("hub.knownHosts", knownHosts().toString());
    context.getPropertiesComponent().setInitialProperties(properties);
    DefaultErrorHandlerDefinition quiet = new DefaultErrorHandlerDefinition();
    quiet.logger(new CamelLogger(NOPLogger.NOP_LOGGER));
    context.getCamelContextExtension().setErrorHandlerFactory(quiet);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString(
                "channel-sftp.yaml", Files.readString(Path.of("routes/channel-sftp.yaml"))));
    context.start();
    channels = new Channels(context, ChannelLimits.defaults());
  }

  private final class Keys implements SftpOffices {
    @Override
    public OfficeKey signingKeyOf(OfficeNumber office) {
      return keys.get(0);
    }

    @Override
    public List<OfficeKey> openingKeysOf(OfficeNumber office) {
      return keys;
    }
  }

  private final class Partners implements SftpPartners {
    @Override
    public Map<OfficeNumber, SftpAccess> all() {
      return partners;
    }

    @Override
    public Optional<String> nameOf(OfficeNumber partner) {
      return Optional.of("相手 " + partner);
    }
  }

  /** Shares a server's folders with a partner. */
  void add(OfficeKey partner, int port, String send, String receive) throws Exception {
    SftpAccess access =
        new SftpAccess("127.0.0.1", port, System.getProperty("user.name"), SECRET, send, receive);
    partners.put(new OfficeNumber(partner.officeNumber()), access);
    putCertificate(partner);
    String id = "sftp-host-" + access.account();
    if (context.getRoute(id) == null) {
      context
          .getRegistry()
          .bind("sftpBreaker-" + access.account(), breakers.of(SFTP, access.account()));
      context.addRouteFromTemplate(
          id,
          "sftp-host",
          Map.of(
              "account", access.account(),
              "host", access.host(),
              "port", access.portNumber(),
              "user", access.user(),
              "key", access.key()));
    }
  }

  void putCertificate(OfficeKey partner) throws IOException {
    Files.writeString(certificateOf(partner), Certificates.toPem(partner.certificate()));
  }

  Path certificateOf(OfficeKey partner) {
    return certificates().resolve(partner.officeNumber() + ".crt");
  }

  private Path certificates() {
    return folder.resolve("partners");
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** The keys of the office, the one that signs first. */
  List<OfficeKey> keys() {
    return keys;
  }

  Channels channels() {
    return channels;
  }

  /** What was told of refused parcels: office, partner, parcel and code. */
  List<String> refused() {
    return refused;
  }

  String warning() {
    return channel.warning();
  }

  static OutgoingParcel parcel(OfficeKey from, OfficeKey to, String content) {
    String name =
        "UPJSK_202611_%s_11_%s_43_20261201101500.CSV"
            .formatted(from.officeNumber(), to.officeNumber());
    return new OutgoingParcel(
        UUID.randomUUID().toString(),
        new OfficeNumber(from.officeNumber()),
        new OfficeNumber(to.officeNumber()),
        "11月分です",
        List.of(new ParcelFile(name, content.getBytes(StandardCharsets.UTF_8))),
        "c".repeat(64));
  }

  @Override
  public void close() {
    channels.close();
    context.stop();
  }
}
