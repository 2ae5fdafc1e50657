package careplanhub.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import careplanhub.security.Tls;
import careplanhub.security.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets no answer from the relay, whatever it asks. */
class RelayCertificatesTest {
  private static final String OFFICE = RelayFixture.SUPPORT.value();

  @TempDir static Path directory;

  private static RelayFixture fixture;
  private static RelayServer relay;

  @BeforeAll
  static void start() throws Exception {
    fixture = new RelayFixture(directory, Clock.systemUTC());
    relay = fixture.start(RelaySettings.defaults(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @Test
  void aRegisteredOfficeIsAnswered() throws Exception {
    fixture.loggedIn(relay, fixture.dayCare());
  }

  @Test
  void aClientWithoutACertificateIsRefused() {
    RelayClient client =
        RelayClient.withoutCertificate(relay.port(), fixture.authority().certificate());
    assertThrows(IOException.class, () -> client.get("/v1/sent"));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefusedThoughItsFingerprintIsRegistered() throws Exception {
    OfficeKey foreign = TestAuthority.create("別の認証局", Clock.systemUTC()).issueOffice(OFFICE);
    assertRefusedInTheHandshake(foreign);
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    Instant now = Clock.systemUTC().instant();
    assertRefusedInTheHandshake(
        fixture
            .authority()
            .issueOffice(
                OFFICE, new Validity(now.minus(Duration.ofDays(9)), now.minusSeconds(60))));
  }

  @Test
  void aCertificateThatIsNotYetValidIsRefused() throws Exception {
    Instant now = Clock.systemUTC().instant();
    assertRefusedInTheHandshake(
        fixture
            .authority()
            .issueOffice(
                OFFICE, new Validity(now.plusSeconds(3600), now.plus(Duration.ofDays(9)))));
  }

  @Test
  void aCertificateOfTheAuthorityThatIsNotRegisteredIsRefused() throws Exception {
    OfficeKey unregistered = fixture.authority().issueOffice(OFFICE);
    RelayClient client = fixture.client(relay, unregistered);
    assertEquals(403, client.statusOfGet("/v1/sent"));
    assertEquals(403, client.statusOfPost("/v1/login", "{}"));
  }

  @Test
  void aRevokedCertificateIsRefusedAtOnceAlsoOnAnOpenConnection() throws Exception {
    OfficeKey key = fixture.helpers();
    RelayClient open = fixture.loggedIn(relay, key);
    KeyFolder keys = fixture.keys();
    keys.store(keys.office(key.officeNumber()), key, RelayFixture.KEY_PASSWORD, Files::write);

    keys.revoke(fixture.authority(), key.officeNumber(), Files::write);

    assertEquals(403, open.statusOfGet("/v1/sent"));
    RelayClient fresh = fixture.client(relay, key);
    assertThrows(IOException.class, () -> fresh.get("/v1/sent"));
    fixture.loggedIn(relay, fixture.support());
  }

  @Test
  void theRelaySpeaksNothingOlderThanTls13() throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            Tls.clientContext(fixture.support(), fixture.authority().certificate())
                .getSocketFactory()
                .createSocket("127.0.0.1", relay.port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThrows(IOException.class, socket::startHandshake);
    }
  }

  /** Even a registered fingerprint does not help when the handshake's checks fail. */
  private static void assertRefusedInTheHandshake(OfficeKey key) throws Exception {
    RelayRegistration.addCertificate(directory, RelayFixture.SUPPORT, key.fingerprint());
    RelayClient client = fixture.client(relay, key);
    IOException refused = assertThrows(IOException.class, () -> client.get("/v1/sent"));
    assertEquals(false, String.valueOf(refused.getMessage()).startsWith("HTTP"));
  }
}
