package careplanhub.channel;

import careplanhub.office.AttachmentSettings;
import careplanhub.office.DataSize;
import careplanhub.office.HubSettings;
import careplanhub.office.RelayChannelSettings;
import careplanhub.relay.RelayFixture;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyJournal;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeys;
import careplanhub.standard.OfficeNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.CamelLogger;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.helpers.NOPLogger;

/** A hub's side of the relay: its keys, a Camel context with the shipped routes, and Channels. */
final class ChannelFixture implements AutoCloseable {
  static final String RELAY = "relay";

  private final CamelContext context = new DefaultCamelContext();
  private final KeyFolder keys;
  private final AtomicLong nanoTime = new AtomicLong();
  private final HostBreakers breakers =
      new HostBreakers(HubSettings.defaults().breaker(), nanoTime::get);
  private final OfficeKeys officeKeys;
  private final RelayChannel relayChannel;
  private final Channels channels;

  /**
   * Connects two of the relay's offices.
   *
   * @param keysDirectory where their keys are put
   */
  ChannelFixture(RelayFixture relay, String baseUrl, Path keysDirectory, Clock clock)
      throws Exception {
    this(relay, baseUrl, keysDirectory, clock, Duration.ofSeconds(30));
  }

  /**
   * The same.
   *
   * @param responseTimeout how long an answer is waited for
   */
  ChannelFixture(
      RelayFixture relay, String baseUrl, Path keysDirectory, Clock clock, Duration responseTimeout)
      throws Exception {
    keys = new KeyFolder(Files.createDirectories(keysDirectory));
    Files.copy(relay.keys().authorityCertificate(), keys.authorityCertificate());
    Files.copy(relay.keys().revocationList(), keys.revocationList());
    putKey(relay.support());
    putKey(relay.helpers());
    RelayChannelSettings settings =
        new RelayChannelSettings(
            baseUrl,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            responseTimeout,
            new DataSize(200L << 20),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1));
    officeKeys =
        new OfficeKeys(
            keys,
            RelayFixture.KEY_PASSWORD,
            Files::write,
            KeyJournal.none(),
            Duration.ofMinutes(15),
            clock);
    relayChannel =
        new RelayChannel(
            settings,
            new RelayAccountFiles(officeKeys),
            breakers,
            new OneTimePasswords(keysDirectory.resolve("logins")),
            new ParcelRules(
                new AttachmentSettings(
                    200,
                    new DataSize(10L << 20),
                    20,
                    List.of("xlsx"),
                    Duration.ofMinutes(1),
                    new DataSize(40L << 20),
                    100),
                RelayFixture.DAY_CARE::equals),
            clock);
    relayChannel.beans().forEach(context.getRegistry()::bind);
    Properties properties = new Properties();
    properties.putAll(relayChannel.properties());
    context.getPropertiesComponent().setInitialProperties(properties);
    context.setStreamCaching(false);
    DefaultErrorHandlerDefinition quiet = new DefaultErrorHandlerDefinition();
    quiet.logger(new CamelLogger(NOPLogger.NOP_LOGGER));
    context.getCamelContextExtension().setErrorHandlerFactory(quiet);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString(
                "channel-relay.yaml", Files.readString(Path.of("routes/channel-relay.yaml"))));
    context.start();
    channels = new Channels(context, new ChannelLimits(10_000, Duration.ofMillis(200)));
  }

  OfficeKeys officeKeys() {
    return officeKeys;
  }

  KeyFolder keys() {
    return keys;
  }

  Channels channels() {
    return channels;
  }

  RelayChannel relayChannel() {
    return relayChannel;
  }

  HostBreakers breakers() {
    return breakers;
  }

  /** Lets the breakers' pauses be over. */
  void pass(Duration duration) {
    nanoTime.addAndGet(duration.toNanos());
  }

  /** Puts an office's key where the hub reads it, as a rotation does. */
  void putKey(OfficeKey key) throws Exception {
    OfficeNumber office = new OfficeNumber(key.officeNumber());
    keys.store(keys.office(office.value()), key, RelayFixture.KEY_PASSWORD, Files::write);
    putPassword(office, String.valueOf(RelayFixture.passwordOf(office)));
  }

  void putPassword(OfficeNumber office, String password) throws Exception {
    Files.writeString(RelayAccountFiles.passwordFile(keys.directory(), office), password);
  }

  /** A parcel of one result file from the helpers to the support office. */
  static OutgoingParcel parcel(String content) {
    return parcel(UUID.randomUUID(), content.getBytes(StandardCharsets.UTF_8));
  }

  static OutgoingParcel parcel(UUID id, byte[] content) {
    String name =
        "UPJSK_202604_"
            + RelayFixture.HELPERS
            + "_11_"
            + RelayFixture.SUPPORT
            + "_43_20260501101500.CSV";
    return new OutgoingParcel(
        id.toString(),
        RelayFixture.HELPERS,
        RelayFixture.SUPPORT,
        "4月分です",
        List.of(new ParcelFile(name, content)),
        "c".repeat(64));
  }

  @Override
  public void close() {
    channels.close();
    context.stop();
  }
}
