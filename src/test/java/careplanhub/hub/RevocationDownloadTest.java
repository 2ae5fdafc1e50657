package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.office.RevocationSettings;
import careplanhub.relay.SettableClock;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyJournal;
import careplanhub.security.OfficeKeyChanges;
import careplanhub.security.TestAuthority;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The route that fetches revocation lists, against a real server: what counts and what does not.
 */
class RevocationDownloadTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final TestAuthority authority = TestAuthority.create("authority", clock);
  private final X509Certificate office = authority.issueOffice("9970000001").certificate();
  private final AtomicInteger asked = new AtomicInteger();
  private KeyFolder keys;
  private HttpServer server;
  private RevocationDownload download;
  private CamelRuntime runtime;
  private volatile byte[] served = new byte[0];

  @BeforeEach
  void prepare() throws Exception {
    DurableFiles files = new DurableFiles(new RealFiles());
    keys = new KeyFolder(Files.createDirectories(folder.resolve("keys")));
    keys.store(authority, PASSWORD, files::replaceSecret);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/authority.crl",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, served.length);
          exchange.getResponseBody().write(served);
          exchange.close();
        });
    server.start();
    clock.advance(Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    if (runtime != null) {
      runtime.close();
    }
    server.stop(0);
  }

  private void use(String url) throws Exception {
    Path file = folder.resolve("hub.yaml");
    Files.writeString(
        file, "revocation:\n  url: " + url + "\n  maximumSize: 2KB\n  retryDelay: 10m\n");
    RevocationSettings settings = HubSettings.read(file).revocation();
    DurableFiles files = new DurableFiles(new RealFiles());
    download =
        new RevocationDownload(
            settings,
            keys,
            new OfficeKeyChanges(
                keys, PASSWORD, files::replaceSecret, KeyJournal.none(), 20, clock),
            clock);
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Files.copy(Path.of("routes", "revocation.yaml"), routes.resolve("revocation.yaml"));
    runtime =
        CamelRuntime.start(
            routes,
            context -> Map.of("revocation", download),
            new MailAccess(new RouteSecrets(folder, Map.of()), keys.directory())::lookup,
            RevocationDownload.properties(settings),
            RuntimeSettings.defaults().named("revocation"),
            clock);
  }

  private void useServer() throws Exception {
    use("http://127.0.0.1:" + server.getAddress().getPort() + "/authority.crl");
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Eventually.holds(what, LIMIT, condition);
  }

  private boolean isRevokedHere() throws Exception {
    return Certificates.readRevocationList(keys.revocationList()).isRevoked(office);
  }

  private X509CRL revoking() {
    return authority.revocationList(null, List.of(office));
  }

  @Test
  void aNewerListReplacesThePresentOneAndTrustFollows() throws Exception {
    var trust = keys.followingTrust();
    assertFalse(trust.get().revocationLists().get(0).isRevoked(office));
    served = revoking().getEncoded();
    useServer();

    await("the list is there", this::isRevokedHere);
    await("trust follows", () -> trust.get().revocationLists().get(0).isRevoked(office));
    await("the next one is due later", () -> !download.isDue());
    clock.advance(Duration.ofHours(6));
    await("it is asked for again", () -> asked.get() >= 2);
    assertEquals("", download.warning());
  }

  @Test
  void aListInAFileIsTakenToo() throws Exception {
    Path published = folder.resolve("published.crl");
    Files.writeString(published, Certificates.toPem(revoking()));
    use(published.toUri().toString());
    await("the list is there", this::isRevokedHere);
  }

  @Test
  void whatDoesNotCountChangesNothingAndIsToldAfterAWhile() throws Exception {
    byte[] before = Files.readAllBytes(keys.revocationList());
    List<byte[]> wrong =
        List.of(
            TestAuthority.create("another", clock)
                .revocationList(null, List.of(office))
                .getEncoded(),
            new byte[3000],
            "<html>ログイン</html>".getBytes(StandardCharsets.UTF_8),
            new byte[0]);
    served = wrong.get(0);
    useServer();
    for (byte[] each : wrong) {
      served = each;
      int until = asked.get() + 2;
      await(
          "it is asked for twice",
          () -> {
            clock.advance(Duration.ofMinutes(10));
            return asked.get() >= until;
          });
      assertArrayEquals(before, Files.readAllBytes(keys.revocationList()));
    }
    clock.advance(Duration.ofDays(1));
    await("it is told", () -> download.warning().contains("失効リストを"));

    served = revoking().getEncoded();
    clock.advance(Duration.ofMinutes(10));
    await("the right list is taken", this::isRevokedHere);
    await("nothing is told any more", () -> download.warning().isEmpty());
  }

  @Test
  void anOlderListDoesNotBringBackWhoIsRevoked() throws Exception {
    X509CRL old = authority.revocationList(null, List.of());
    clock.advance(Duration.ofHours(1));
    Files.writeString(keys.revocationList(), Certificates.toPem(revoking()));
    served = old.getEncoded();
    useServer();
    await("it was asked for", () -> asked.get() >= 1 && !download.isDue());
    clock.advance(Duration.ofDays(1));
    await("it is told why", () -> download.warning().contains("今の失効リストのほうが新しい"));
    assertTrue(isRevokedHere());
  }
}
