package careplanhub.lab;

import careplanhub.channel.RelayAccountFiles;
import careplanhub.hub.Administrators;
import careplanhub.hub.HubFolder;
import careplanhub.hub.HubSetUp;
import careplanhub.relay.RelayRegistration;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.RandomSecret;
import careplanhub.security.TestAuthority;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small world to try the hub in, on this machine alone: a relay with its test authority, and two
 * corporations of invented offices with a hub each.
 *
 * @param relay the relay's folder
 * @param first the folder of one corporation's hub
 * @param second the folder of the other's
 * @param one the corporation of the first hub
 * @param other that of the second
 */
public record DemoWorld(
    Path relay, Path first, Path second, SyntheticCorporation one, SyntheticCorporation other) {
  /** The administrator that every hub of the world has. */
  public static final String ADMINISTRATOR = "admin";

  /** The world of the usual two corporations. */
  public DemoWorld(Path relay, Path first, Path second) {
    this(relay, first, second, SyntheticCorporation.first(), SyntheticCorporation.second());
  }

  /** The world whose first hub is this folder; relay and partner lie inside it. */
  public static DemoWorld around(Path hub) {
    return new DemoWorld(hub.resolve("demo-relay"), hub, hub.resolve("demo-partner"));
  }

  /**
   * The passwords of the two hubs' administrators; they stand nowhere else.
   *
   * @param first of the first corporation's hub
   * @param second of the partner's
   */
  public record Passwords(String first, String second) {
    @Override
    public String toString() {
      return "Passwords[hidden]";
    }
  }

  /** How fast things go: the demo does not wait as long as an office would. */
  public enum Pace {
    /** As an office wants it, but for the relay, which is asked twice a second. */
    OFFICE("quietPeriod: 3s", "unfinishedQuietPeriod: 15s", "unitSettleTime: 30s"),
    /** For a demonstration. */
    FAST("quietPeriod: 800ms", "unfinishedQuietPeriod: 6s", "unitSettleTime: 8s"),
    /** For measuring, where waiting is not what is measured. */
    BRISK("quietPeriod: 300ms", "unfinishedQuietPeriod: 1s", "unitSettleTime: 500ms");

    private final String intake;

    Pace(String... intake) {
      this.intake = String.join("\n  ", intake);
    }
  }

  /**
   * Makes the three folders.
   *
   * @param programHome where the program's own settings and routes lie
   */
  public Passwords create(Path programHome, Pace pace, Clock clock) throws IOException {
    return create(programHome, pace, DemoWays.RELAY, clock);
  }

  /**
   * The same.
   *
   * @param ways by which channels the offices reach each other
   */
  public Passwords create(Path programHome, Pace pace, DemoWays ways, Clock clock)
      throws IOException {
    DurableFiles files = new DurableFiles(new RealFiles());
    int port = freePort();
    TestAuthority authority = relay(files, port, clock);
    Passwords passwords =
        new Passwords(
            hub(first, one, other, programHome, pace, ways, port, authority, files, clock),
            hub(second, other, one, programHome, pace, ways, port, authority, files, clock));
    exchangeCertificates(first, one, second, ways, files);
    exchangeCertificates(second, other, first, ways, files);
    return passwords;
  }

  /** Puts the certificates of those who share the SFTP server where the others look for them. */
  private static void exchangeCertificates(
      Path from, SyntheticCorporation corporation, Path to, DemoWays ways, DurableFiles files)
      throws IOException {
    Path partners = new HubFolder(to).config().resolve("partners");
    files.createDirectories(partners);
    for (SyntheticOffice office : corporation.offices()) {
      if (ways.sharing().contains(office)) {
        String certificate = office.number() + ".crt";
        files.replaceWhole(
            partners.resolve(certificate),
            Files.readAllBytes(new HubFolder(from).keys().resolve(certificate)));
      }
    }
  }

  /** The offices of both corporations. */
  List<SyntheticOffice> offices() {
    return Stream.of(one, other).flatMap(corporation -> corporation.offices().stream()).toList();
  }

  /** The folder through which an office of the world and its hub hand files to each other. */
  public Path folderOf(SyntheticOffice office) {
    Path hub = one.offices().contains(office) ? first : second;
    return hub.resolve("offices").resolve(office.number().value());
  }

  /** Whether the folders were made before. */
  public boolean exists() {
    return Files.exists(new KeyFolder(relay.resolve("keys")).relay());
  }

  private TestAuthority relay(DurableFiles files, int port, Clock clock) throws IOException {
    files.createDirectories(relay);
    files.createSecretDirectory(relay.resolve("keys"));
    files.replaceWhole(
        relay.resolve("relay.yaml"),
        ("listening:\n  port: " + port + "\n").getBytes(StandardCharsets.UTF_8));
    KeyFolder keys = new KeyFolder(relay.resolve("keys"));
    char[] password = keys.passwordOrNew(System.getenv(), files::replaceSecret);
    TestAuthority authority = TestAuthority.create("careplan-hub demo", clock);
    keys.store(authority, password, files::replaceSecret);
    keys.store(keys.relay(), authority.issueServer(), password, files::replaceSecret);
    return authority;
  }

  private String hub(
      Path folder,
      SyntheticCorporation corporation,
      SyntheticCorporation partners,
      Path programHome,
      Pace pace,
      DemoWays ways,
      int port,
      TestAuthority authority,
      DurableFiles files,
      Clock clock)
      throws IOException {
    new HubSetUp(programHome, files, clock).create(folder);
    HubFolder hub = new HubFolder(folder);
    files.replaceWhole(hub.settings(), settings(pace, ways, port).getBytes(StandardCharsets.UTF_8));
    files.replaceWhole(
        hub.corporation(),
        CorporationText.of(corporation, partners, ways, folder.equals(first), LocalDate.now(clock))
            .getBytes(StandardCharsets.UTF_8));
    ways.equip(hub.keys(), folder.equals(first), files);
    KeyFolder keys = new KeyFolder(hub.keys());
    char[] password = keys.password(System.getenv());
    for (Path shared :
        List.of(
            new KeyFolder(relay.resolve("keys")).authorityCertificate(),
            new KeyFolder(relay.resolve("keys")).revocationList())) {
      files.replaceWhole(hub.keys().resolve(shared.getFileName()), Files.readAllBytes(shared));
    }
    for (SyntheticOffice office : corporation.offices()) {
      OfficeKey key = authority.issueOffice(office.number().value());
      keys.store(keys.office(office.number().value()), key, password, files::replaceSecret);
      char[] relayPassword = RandomSecret.password();
      files.replaceSecret(
          RelayAccountFiles.passwordFile(hub.keys(), office.number()),
          String.valueOf(relayPassword).getBytes(StandardCharsets.UTF_8));
      RelayRegistration.register(
          relay,
          office.number(),
          office.name(),
          List.of(office.type()),
          key.fingerprint(),
          relayPassword);
    }
    return String.valueOf(Administrators.renew(hub.keys(), ADMINISTRATOR, files));
  }

  private static String settings(Pace pace, DemoWays ways, int relayPort) {
    return "# デモ用の設定。ほかの項目は既定値です（項目の説明は config/hub.yaml の原本にあります）。\n"
        + "intake:\n  scanInterval: 100ms\n  "
        + pace.intake
        + "\ndispatch:\n  sweepInterval: 1s\n  retryFirstDelay: 1s\n  retryMaximumDelay: 5s\n"
        + "breaker:\n  pause: 2s\n"
        + "relay:\n  baseUrl: https://localhost:"
        + relayPort
        + "/v1\n  pollInterval: 500ms\n  trackInterval: 1s\n"
        + ways.settings()
        + "admin:\n  port: 0\n";
  }

  /** A port that was free a moment ago; the demo's relay keeps it in its settings. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
