package careplanhub.lab;

import careplanhub.office.ChannelName;
import careplanhub.store.DurableFiles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which channels the offices of a small world reach each other. Within a corporation it is
 * always directly. Immutable.
 *
 * @param reached how an office is reached from the other corporation; the relay where nothing is
 *     said
 * @param sharing the offices between which parcels go over the SFTP server
 * @param withClient the offices whose staff use the official client
 * @param server the SFTP server; null when no office shares one
 */
public record DemoWays(
    Map<SyntheticOffice, ChannelName> reached,
    Set<SyntheticOffice> sharing,
    Set<SyntheticOffice> withClient,
    @Nullable Server server) {
  private static final String KEY = "demo-sftp";
  private static final String FIRST_PUTS = "from-first";
  private static final String SECOND_PUTS = "from-second";

  /** Where the FAX server of a hub takes files from, from the hub's folder on. */
  public static final String FAX_OUT = "fax/out";

  /** Where it reports. */
  public static final String FAX_REPORTS = "fax/reports";

  /** Where the FAX machine of all offices of a hub puts what came. */
  public static final String FAX_IN = "fax/in";

  /** Everything goes over the relay. */
  public static final DemoWays RELAY = new DemoWays(Map.of(), Set.of(), Set.of(), null);

  public DemoWays {
    reached = Map.copyOf(reached);
    sharing = Set.copyOf(sharing);
    withClient = Set.copyOf(withClient);
  }

  /**
   * A login of one corporation at the SFTP server.
   *
   * @param user its name
   * @param key its private key, as OpenSSH writes it
   */
  public record Login(String user, String key) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * An SFTP server that both corporations use.
   *
   * @param knownHost its line for known_hosts
   * @param first the login of the first corporation
   * @param second that of the second
   */
  public record Server(String host, int port, String knownHost, Login first, Login second) {}

  /**
   * Every channel in one month end: of the first corporation's partners one is reached over the
   * relay, one over SFTP and one by the official client; of the second's, two over the relay and
   * one over SFTP; of both, one by FAX.
   */
  public static DemoWays all(Server server) {
    List<SyntheticOffice> first = SyntheticCorporation.first().offices();
    List<SyntheticOffice> second = SyntheticCorporation.second().offices();
    return new DemoWays(
        Map.of(
            second.get(0), ChannelName.CLIENT_FOLDER,
            second.get(2), ChannelName.SFTP,
            first.get(2), ChannelName.SFTP,
            DemoMonthEnd.faxOnly(), ChannelName.FAX),
        Set.of(first.get(0), first.get(2), second.get(0), second.get(2)),
        Set.of(first.get(1), first.get(2), second.get(0)),
        server);
  }

  /**
   * The first corporation's support office and a service office of the second's are reached over
   * SFTP, all others over the relay.
   */
  public static DemoWays relayAndSftp(Server server) {
    List<SyntheticOffice> first = SyntheticCorporation.first().offices();
    List<SyntheticOffice> second = SyntheticCorporation.second().offices();
    return new DemoWays(
        Map.of(first.get(0), ChannelName.SFTP, second.get(1), ChannelName.SFTP),
        Set.of(first.get(0), second.get(1), second.get(2)),
        Set.of(),
        server);
  }

  /** How a parcel between two offices must go. */
  public ChannelName between(SyntheticOffice from, SyntheticOffice to, DemoWorld world) {
    return Stream.of(world.one(), world.other())
            .anyMatch(one -> one.offices().containsAll(List.of(from, to)))
        ? ChannelName.DIRECT
        : reached.getOrDefault(to, ChannelName.RELAY);
  }

  /** The offices of neither corporation, which have no hub, in the order of their numbers. */
  List<SyntheticOffice> beyond(SyntheticCorporation one, SyntheticCorporation other) {
    return reached.keySet().stream()
        .filter(office -> !one.offices().contains(office) && !other.offices().contains(office))
        .sorted(Comparator.comparing(office -> office.number().value()))
        .toList();
  }

  /** Adds to an own office of {@code corporation.yaml} what it needs. */
  void describeOwn(SyntheticOffice office, ObjectNode node) {
    if (withClient.contains(office)) {
      node.putObject("clientFolder");
    }
    if (usesFax()) {
      node.putObject("fax").put("number", faxNumberOf(office));
    }
  }

  /**
   * Adds to a partner of {@code corporation.yaml} how it is reached.
   *
   * @param byFirst whether it is the first corporation's file
   */
  void describePartner(SyntheticOffice office, boolean byFirst, ObjectNode node) {
    ChannelName channel = reached.get(office);
    if (channel != null) {
      node.put("channel", channel.word());
    }
    if (channel == ChannelName.FAX) {
      node.putObject("fax").put("number", faxNumberOf(office));
    }
    if (server != null && sharing.contains(office)) {
      node.putObject("sftp")
          .put("host", server.host())
          .put("port", server.port())
          .put("user", (byFirst ? server.first() : server.second()).user())
          .put("key", "secret:" + KEY)
          .put("send", byFirst ? FIRST_PUTS : SECOND_PUTS)
          .put("receive", byFirst ? SECOND_PUTS : FIRST_PUTS);
    }
  }

  /** Whether anything goes by FAX. */
  boolean usesFax() {
    return reached.containsValue(ChannelName.FAX);
  }

  /** An office's FAX number, which nobody can dial. */
  public static String faxNumberOf(SyntheticOffice office) {
    return "03-0000-" + office.number().value().substring(6);
  }

  /** Puts the server's key and the login's into a hub's keys. */
  void equip(Path keys, boolean first, DurableFiles files) throws IOException {
    if (server != null) {
      files.replaceWhole(
          keys.resolve("known_hosts"), server.knownHost().getBytes(StandardCharsets.UTF_8));
      Path secrets = keys.resolve("secrets");
      files.createSecretDirectory(secrets);
      files.replaceSecret(
          secrets.resolve(KEY),
          (first ? server.first() : server.second()).key().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What the settings of a hub say besides, so that nobody waits for people's paces. */
  String settings() {
    String client =
        """
        clientFolder:
          scanInterval: 200ms
          settleTime: 3s
          longestWait: 8s
          unitSettleTime: 2s
          unitLongestWait: 8s
        """;
    String fax =
        """
        faxSending:
          way: folder
          scanInterval: 200ms
          resolution: standard
          retryDelay: 1s
          gateway:
            folder: %s
            reportFolder: %s
        faxInbox:
          folder: %s
          scanInterval: 200ms
        """
            .formatted(FAX_OUT, FAX_REPORTS, FAX_IN);
    return (withClient.isEmpty() ? "" : client) + (usesFax() ? fax : "");
  }
}
