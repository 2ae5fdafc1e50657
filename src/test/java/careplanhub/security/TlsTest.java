package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes on the loopback: who is let in, and who is not. */
class TlsTest {
  private static final String OFFICE = "9970000001";
  private static final int LIMIT_MILLIS = 10_000;

  @TempDir Path folder;

  private final Clock clock = Clock.systemUTC();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);
  private final TestAuthority stranger = TestAuthority.create("Another authority", clock);
  private final OfficeKey server = authority.issueServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Supplier<Trust> clients = () -> Trust.in(authority.certificate());
  private SSLServerSocket listening;
  private Future<X509Certificate> served;

  @BeforeEach
  void listen() throws IOException {
    listen(() -> server);
  }

  private void listen(Supplier<OfficeKey> key) throws IOException {
    SSLContext context = Tls.serverContext(key, () -> clients.get());
    listening =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  @Test
  void anOfficeOfTheAuthorityIsLetInByTls13() throws Exception {
    OfficeKey office = authority.issueOffice(OFFICE);

    Talk talk = talk(Tls.clientContext(office, authority.certificate()));

    assertEquals("TLSv1.3", talk.protocol());
    assertEquals(office.fingerprint(), OfficeKey.fingerprint(talk.client()));
    assertEquals(OFFICE, OfficeKey.commonName(talk.client()));
    assertEquals(server.fingerprint(), OfficeKey.fingerprint(talk.server()));
  }

  @Test
  void aClientWithoutACertificateIsRefused() {
    assertRefused(Tls.clientContextWithoutKey(() -> Trust.in(authority.certificate())));
  }

  @Test
  void aClientOfAnotherAuthorityIsRefused() {
    assertRefused(Tls.clientContext(stranger.issueOffice(OFFICE), authority.certificate()));
  }

  @Test
  void anExpiredClientIsRefused() {
    Instant now = clock.instant();
    Validity past = new Validity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));

    assertRefused(Tls.clientContext(authority.issueOffice(OFFICE, past), authority.certificate()));
  }

  @Test
  void aClientWhoseTimeHasNotComeIsRefused() {
    Instant now = clock.instant();
    Validity future = new Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));

    assertRefused(
        Tls.clientContext(authority.issueOffice(OFFICE, future), authority.certificate()));
  }

  @Test
  void aServerCertificateIsNoClientCertificate() {
    assertRefused(Tls.clientContext(authority.issueServer(), authority.certificate()));
  }

  @Test
  void aRevokedClientIsRefusedAndTheOthersStay() throws Exception {
    OfficeKey revoked = authority.issueOffice(OFFICE);
    OfficeKey other = authority.issueOffice("9970000002");
    X509CRL list = authority.revocationList(null, List.of(revoked.certificate()));
    clients = () -> new Trust(List.of(authority.certificate()), List.of(list));

    assertRefused(Tls.clientContext(revoked, authority.certificate()));
    talk(Tls.clientContext(other, authority.certificate()));
  }

  @Test
  void aRevocationTakesEffectWithoutARestart() throws Exception {
    KeyFolder keys = new KeyFolder(folder);
    char[] password = "synthetic".toCharArray();
    keys.store(authority, password, Files::write);
    OfficeKey office = authority.issueOffice(OFFICE);
    keys.store(keys.office(OFFICE), office, password, Files::write);
    clients = keys.followingTrust();
    talk(Tls.clientContext(office, authority.certificate()));

    keys.revoke(authority, OFFICE, Files::write);

    assertRefused(Tls.clientContext(office, authority.certificate()));
  }

  @Test
  void aServerOfAnotherAuthorityIsNotBelieved() {
    OfficeKey office = authority.issueOffice(OFFICE);

    assertThrows(
        SSLHandshakeException.class, () -> talk(Tls.clientContext(office, stranger.certificate())));
  }

  @Test
  void aServerThatOnlySpeaksTls12IsNotSpokenWith() throws Exception {
    listening.close();
    SSLContext old = SSLContext.getInstance("TLSv1.2");
    OfficeKey other = authority.issueServer();
    old.init(new KeyManager[] {new CurrentKey(() -> other)}, null, null);
    listening =
        (SSLServerSocket)
            old.getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    listening.setEnabledProtocols(new String[] {"TLSv1.2"});

    assertThrows(
        IOException.class,
        () -> talk(Tls.clientContext(authority.issueOffice(OFFICE), authority.certificate())));
  }

  @Test
  void everyEngineAndParameterSetIsTls13WithClientCertificate() {
    SSLContext context = Tls.serverContext(() -> server, clients);

    assertArrayEquals(new String[] {"TLSv1.3"}, context.createSSLEngine().getEnabledProtocols());
    assertEquals(true, context.createSSLEngine().getNeedClientAuth());
    assertArrayEquals(new String[] {"TLSv1.3"}, context.getSupportedSSLParameters().getProtocols());
  }

  @Test
  void aNewCertificateIsShownWithoutANewContext() throws Exception {
    KeyFolder keys = new KeyFolder(folder);
    char[] password = "synthetic".toCharArray();
    OfficeKey first = authority.issueOffice(OFFICE);
    keys.store(keys.office(OFFICE), first, password, Files::write);
    Supplier<OfficeKey> following = keys.following(keys.office(OFFICE), password);
    assertEquals(first.fingerprint(), following.get().fingerprint());

    OfficeKey second = authority.issueOffice(OFFICE);
    keys.store(keys.office(OFFICE), second, password, Files::write);
    Talk talk = talk(Tls.clientContext(following, () -> Trust.in(authority.certificate())));

    assertEquals(second.fingerprint(), OfficeKey.fingerprint(talk.client()));
  }

  @Test
  void aKeyFileThatBecameUnreadableLeavesTheOldKeyInUse() throws Exception {
    KeyFolder keys = new KeyFolder(folder);
    char[] password = "synthetic".toCharArray();
    OfficeKey office = authority.issueOffice(OFFICE);
    keys.store(keys.office(OFFICE), office, password, Files::write);
    Supplier<OfficeKey> following = keys.following(keys.office(OFFICE), password);

    Files.writeString(keys.office(OFFICE), "no key file any more");

    assertEquals(office.fingerprint(), following.get().fingerprint());
  }

  /** What both sides saw of one connection over which a byte went each way. */
  private record Talk(String protocol, X509Certificate client, X509Certificate server) {}

  /** The client hears no answer, and it was the server's TLS that refused it. */
  private void assertRefused(SSLContext client) {
    assertThrows(IOException.class, () -> talk(client));
    ExecutionException refusal =
        assertThrows(
            ExecutionException.class, () -> served.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
    assertInstanceOf(SSLHandshakeException.class, refusal.getCause());
  }

  private Talk talk(SSLContext client) throws Exception {
    served = threads.submit(this::answer);
    SSLSession session;
    try (SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()));
      socket.getOutputStream().write("?".getBytes(StandardCharsets.US_ASCII));
      if (socket.getInputStream().read() != '!') {
        throw new IOException("the server said nothing");
      }
      session = socket.getSession();
    }
    return new Talk(
        session.getProtocol(),
        served.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS),
        (X509Certificate) session.getPeerCertificates()[0]);
  }

  private X509Certificate answer() throws IOException {
    try (SSLSocket socket = (SSLSocket) listening.accept()) {
      socket.setSoTimeout(LIMIT_MILLIS);
      if (socket.getInputStream().read() != '?') {
        throw new IOException("the client said nothing");
      }
      X509Certificate client = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      socket.getOutputStream().write("!".getBytes(StandardCharsets.US_ASCII));
      return client;
    }
  }
}
