package careplanhub.channel.client;

import static org.junit.jupiter.api.Assertions.fail;

import careplanhub.channel.ChannelLimits;
import careplanhub.channel.Channels;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.SentEntry;
import careplanhub.office.ClientFolderSettings;
import careplanhub.office.ClientProfile;
import careplanhub.office.HubSettings;
import careplanhub.relay.SettableClock;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.FileLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** An office with the official client, a Camel context with the shipped routes, and Channels. */
final class ClientFixture implements AutoCloseable {
  static final OfficeNumber OFFICE = new OfficeNumber("9970000001");
  static final OfficeNumber HELPERS = new OfficeNumber("9980000011");
  static final OfficeNumber DAY_CARE = new OfficeNumber("0370000012");
  static final ClientFolderSettings SETTINGS = HubSettings.defaults().clientFolder();

  private static final Map<OfficeNumber, String> NAMES =
      Map.of(HELPERS, "つばめ訪問介護", DAY_CARE, "𠮷田デイサービス");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  final ClientPlace place;
  final Channels channels;
  final Set<String> beingWritten = ConcurrentHashMap.newKeySet();
  private final SettableClock clock;
  private final CamelContext context = new DefaultCamelContext();

  ClientFixture(Path folder, SettableClock clock, FileLayer layer) throws Exception {
    this(folder, clock, layer, "client-1.2");
  }

  ClientFixture(Path folder, SettableClock clock, FileLayer layer, String profile)
      throws Exception {
    ClientProfile takes = SETTINGS.profiles().get(profile);
    this.clock = clock;
    place = new ClientPlace(OFFICE, "ひばり居宅介護支援事業所", folder.resolve("連携クライアント"), takes);
    Instant start = clock.instant();
    ClientFolderChannel channel =
        new ClientFolderChannel(
            SETTINGS,
            HubSettings.defaults().retention(),
            List.of(place),
            new ClientFolderChannel.Ground(
                folder.resolve("remembered"),
                office -> NAMES.getOrDefault(office, ""),
                () -> file -> !beingWritten.contains(file.getFileNameOnly()),
                layer,
                clock,
                () -> ChronoUnit.NANOS.between(start, clock.instant())));
    channel.beans().forEach(context.getRegistry()::bind);
    Properties properties = new Properties();
    properties.putAll(channel.properties());
    properties.put("clientFolder.scanInterval", "20");
    properties.put("hub.purgeInterval", "86400000");
    context.getPropertiesComponent().setInitialProperties(properties);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString(
                "channel-client-folder.yaml",
                Files.readString(Path.of("routes/channel-client-folder.yaml"))));
    watch("client-downloads", place.watched());
    watch("client-checklists", place.handOver());
    context.start();
    channels = new Channels(context, ChannelLimits.defaults());
  }

  private void watch(String template, Path folder) {
    TemplatedRouteBuilder.builder(context, template)
        .routeId(template + "-" + OFFICE)
        .parameter("office", OFFICE.value())
        .parameter("folder", folder.toAbsolutePath().toString())
        .add();
  }

  /** A parcel of these files, whose names the standard would write. */
  static OutgoingParcel parcel(OfficeNumber to, String serial, String... kinds) {
    List<ParcelFile> files =
        List.of(kinds).stream()
            .map(kind -> new ParcelFile(name(kind, OFFICE, to, serial), content(kind, serial)))
            .toList();
    return new OutgoingParcel(
        UUID.randomUUID().toString(), OFFICE, to, "12月分です", files, "c".repeat(64));
  }

  static String name(String kind, OfficeNumber from, OfficeNumber to, String serial) {
    String month = Set.of("UPPLAN", "UPSIKYU", "UPHOSOKU", "UPJSK").contains(kind) ? "202612_" : "";
    return kind + "_" + month + from + "_43_" + to + "_11_" + serial + ".CSV";
  }

  static byte[] content(String kind, String serial) {
    return ("202407,\"" + kind + serial + "\"\r\n").getBytes(Checklist.MS932);
  }

  /** The serial of the n-th second of a day. */
  static String serial(int second) {
    return "20261130%02d%02d%02d".formatted(second / 3600, second / 60 % 60, second % 60);
  }

  SendOutcome send(OutgoingParcel parcel) throws Exception {
    return channels.send("client-folder", parcel);
  }

  List<SentEntry> sent() throws Exception {
    return channels.sent("client-folder", OFFICE);
  }

  SentEntry sent(OutgoingParcel parcel) throws Exception {
    return sent().stream()
        .filter(entry -> entry.parcelId().equals(parcel.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Lets the settle time pass and waits for this many folders. */
  List<Path> folders(int count) throws Exception {
    clock.advance(SETTINGS.settleTime());
    await(count + " folders", () -> Trees.inside(place.handOver()).size() == count);
    return Trees.inside(place.handOver());
  }

  /** Looks at the folders once, as the timer does. */
  void look() throws Exception {
    context
        .getRegistry()
        .lookupByNameAndType("clientFolder", ClientFolderEndpoints.class)
        .look(OFFICE.value());
  }

  static List<Path> data(Path folder) throws Exception {
    return Trees.inside(folder.resolve(ClientPlace.DATA));
  }

  static Path sheet(Path folder) {
    return folder.resolve(ClientPlace.CHECKLIST + ".csv");
  }

  void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        fail("did not happen within " + LIMIT + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public void close() {
    channels.close();
    context.stop();
  }
}
