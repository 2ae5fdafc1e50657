package careplanhub.relay;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.Passwords;
import careplanhub.security.TestAuthority;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A relay's folder with keys and three registered offices, and clients that speak to it. */
public final class RelayFixture {
  public static final OfficeNumber SUPPORT = new OfficeNumber("9910000011");
  public static final OfficeNumber HELPERS = new OfficeNumber("9910000022");
  public static final OfficeNumber DAY_CARE = new OfficeNumber("9910000033");
  public static final char[] KEY_PASSWORD = "synthetic-key-password".toCharArray();

  /** Hashing takes a while and is done once for all tests. */
  private static final Map<OfficeNumber, String> HASHES = new ConcurrentHashMap<>();

  private final Path directory;
  private final KeyFolder keys;
  private final TestAuthority authority;
  private final OfficeKey support;
  private final OfficeKey helpers;
  private final OfficeKey dayCare;

  /** Makes the folder. */
  public RelayFixture(Path directory, Clock clock) throws IOException {
    this.directory = directory;
    this.keys = new KeyFolder(Files.createDirectories(directory.resolve("keys")));
    this.authority = TestAuthority.create("試験認証局", clock);
    Files.writeString(keys.passwordFile(), String.valueOf(KEY_PASSWORD));
    keys.store(authority, KEY_PASSWORD, Files::write);
    keys.store(keys.relay(), authority.issueServer(), KEY_PASSWORD, Files::write);
    try (Database database = RelayFolder.openDatabase(directory)) {
      Offices offices = new Offices(database);
      this.support = register(offices, SUPPORT, "試験居宅介護支援", "43");
      this.helpers = register(offices, HELPERS, "試験訪問介護", "11");
      this.dayCare = register(offices, DAY_CARE, "試験通所介護", "15");
    }
  }

  public Path directory() {
    return directory;
  }

  public KeyFolder keys() {
    return keys;
  }

  public TestAuthority authority() {
    return authority;
  }

  public OfficeKey support() {
    return support;
  }

  public OfficeKey helpers() {
    return helpers;
  }

  public OfficeKey dayCare() {
    return dayCare;
  }

  /** The password with which an office logs in. */
  public static char[] passwordOf(OfficeNumber office) {
    return ("synthetic-" + office.value()).toCharArray();
  }

  /** Starts the relay on any free port with the given settings. */
  public RelayServer start(RelaySettings settings, Clock clock) throws IOException {
    return RelayServer.start(settings.withPort(0), directory, clock);
  }

  /** A client of the relay that is not logged in. */
  RelayClient client(RelayServer relay, OfficeKey key) {
    return new RelayClient(relay.port(), key, authority.certificate());
  }

  /** A client of the relay that is logged in for its office. */
  RelayClient loggedIn(RelayServer relay, OfficeKey key) throws IOException, InterruptedException {
    RelayClient client = client(relay, key);
    OfficeNumber office = new OfficeNumber(key.officeNumber());
    client.login(office.value(), String.valueOf(passwordOf(office)));
    return client;
  }

  private OfficeKey register(
      Offices offices, OfficeNumber number, String name, String serviceType) {
    OfficeKey key = authority.issueOffice(number.value());
    offices.register(
        new Office(number, name, List.of(new ServiceTypeCode(serviceType))),
        key.fingerprint(),
        HASHES.computeIfAbsent(number, office -> Passwords.hash(passwordOf(office))));
    return key;
  }
}
