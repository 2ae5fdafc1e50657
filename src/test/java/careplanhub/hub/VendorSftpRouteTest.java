package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticUser;
import careplanhub.office.SupportOfficeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped adapter's route against a real OpenSSH server: an export is pulled, translated and
 * sent; what the server does not allow is told and harms nobody else. One hub, whose server gets
 * into one trouble after another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VendorSftpRouteTest {
  private static final String SECRET = "jittai-sftp";
  private static final Instant EARLIER = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir private static Path folder;
  private static SshServer server;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    SshServer.require();
    server = SshServer.start(folder.resolve("server"));
    Files.createDirectories(server.root().resolve("export"));
    world = HubWorld.start(folder.resolve("world"), VendorSftpRouteTest::prepare);
  }

  @AfterAll
  static void stop() throws Exception {
    if (world != null) {
      world.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static void prepare(Path hub) throws Exception {
    HubFolder own = new HubFolder(hub);
    Path secrets = Files.createDirectories(own.keys().resolve("secrets"));
    Files.copy(server.clientKey(), secrets.resolve(SECRET));
    Files.writeString(own.keys().resolve("known_hosts"), server.knownHost());
    Files.writeString(
        own.settings(),
        Files.readString(own.settings())
            + "vendorRoutes:\n  pollInterval: 300ms\n  quietPeriod: 100ms\n  connectTimeout: 5s\n"
            + "  failuresBeforePause: 100\nvendors:\n  scanInterval: 200ms\n");
    Path table = SupportOfficeTable.fileOf(own.config(), HOME_HELP.number());
    Files.createDirectories(table.resolveSibling(""));
    Files.write(table, MONTH.users().stream().map(VendorSftpRouteTest::line).toList());
    use(own.config(), "127.0.0.1", "");
  }

  private static String line(SyntheticUser user) {
    return String.join(
        ",",
        user.identity().insurerNumber(),
        user.identity().insuredNumber(),
        user.support().number().value());
  }

  private static void use(Path config, String host, String more) throws IOException {
    Files.writeString(
        config.resolve(VendorRoutes.FILE),
        """
        routes:
          - adapter: jittai
            office: "%s"
            host: %s
            port: "%d"
            user: %s
            key: secret:%s
            folder: export
        %s
        """
            .formatted(
                HOME_HELP.number(),
                host,
                server.port(),
                System.getProperty("user.name"),
                SECRET,
                more));
  }

  private static HubFolder hub() {
    return new HubFolder(folder.resolve("world").resolve("first"));
  }

  private static Path export(String name) {
    return server.root().resolve("export").resolve(name);
  }

  private static void upload(String name, byte[] bytes, Instant modified) throws IOException {
    Path hidden = export(name + ".part");
    Files.write(hidden, bytes);
    Files.setLastModifiedTime(hidden, FileTime.from(modified));
    Files.move(hidden, export(name));
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String health() throws Exception {
    return new AdminClient(world.first().adminAddress()).get("health").body();
  }

  private static void awaitTrouble(VendorTrouble trouble) throws Exception {
    world.await("health tells " + trouble, () -> health().contains(trouble.sentence()));
  }

  private static void awaitNoTrouble() throws Exception {
    world.await("health is well again", () -> !health().contains("経路"));
  }

  @Test
  @Order(1)
  void aFileThatCannotBeMovedAwayIsTakenOnceAndTold() throws Exception {
    GeneratedFile export = MONTH.jittaiExport(HOME_HELP);
    Files.createFile(export("done"));
    upload("export.csv", export.content(), EARLIER);

    Path taken = world.await(HOME_HELP, "done", "export.csv");
    awaitTrouble(VendorTrouble.NOT_MOVED);

    assertArrayEquals(export.content(), Files.readAllBytes(taken));
    assertEquals(1, world.first().books().arrivals().count().arrivals());
    assertEquals(0, world.first().books().arrivals().count().repeats());
  }

  @Test
  @Order(2)
  void itIsMovedWhenItCanBeAndSentOn() throws Exception {
    Files.delete(export("done"));

    world.await(
        "the server's file is in its done folder",
        () -> Files.isDirectory(export("done")) && !names(export("done")).isEmpty());
    awaitNoTrouble();
    assertFalse(Files.exists(export("export.csv")));
    String beginning = "UPJSK_202611_" + HOME_HELP.number();
    world.await(
        "the results of the export are sent",
        () ->
            world.first().books().parcels().sentBy(HOME_HELP.number(), 10).stream()
                .anyMatch(parcel -> parcel.files().get(0).name().startsWith(beginning)));
  }

  @Test
  @Order(3)
  void theSameFileAgainIsARepeatAsAfterACrashBeforeTheMove() throws Exception {
    long sent = world.first().books().parcels().sentBy(HOME_HELP.number(), 100).size();
    upload("export.csv", MONTH.jittaiExport(HOME_HELP).content(), EARLIER.plusSeconds(60));

    world.await(
        "the intake knows it", () -> world.first().books().arrivals().count().repeats() == 1);
    world.await("it is moved away", () -> names(export("done")).size() == 2);
    assertEquals(sent, world.first().books().parcels().sentBy(HOME_HELP.number(), 100).size());
  }

  @Test
  @Order(4)
  void anUnreadableFileStopsNoOther() throws Exception {
    Files.createSymbolicLink(export("unreadable.csv"), Path.of("nowhere"));
    byte[] other = "これは書き出しではない\r\n".getBytes("windows-31j");
    upload("other.csv", other, EARLIER);

    world.await(
        "the other one is moved away",
        () -> names(export("done")).stream().anyMatch(name -> name.endsWith("-other.csv")));
    awaitTrouble(VendorTrouble.NOT_READ);
    Files.delete(export("unreadable.csv"));
    awaitNoTrouble();
  }

  @Test
  @Order(5)
  void aServerWithAnotherKeyThanTheKnownOneIsRefused() throws Exception {
    Path known = hub().keys().resolve("known_hosts");
    Files.writeString(known, server.otherHost());
    awaitTrouble(VendorTrouble.WRONG_HOST_KEY);
    Files.writeString(known, server.knownHost());
    awaitNoTrouble();
  }

  @Test
  @Order(6)
  void aKeyThatTheServerDoesNotKnowIsTold() throws Exception {
    Path secret = hub().keys().resolve("secrets").resolve(SECRET);
    Files.copy(
        SshServer.key(folder.resolve("stranger")), secret, StandardCopyOption.REPLACE_EXISTING);
    awaitTrouble(VendorTrouble.LOGIN_REFUSED);
    Files.delete(secret);
    Files.copy(server.clientKey(), secret);
    Files.setLastModifiedTime(secret, FileTime.from(EARLIER));
    awaitNoTrouble();
  }

  @Test
  @Order(7)
  void aUseThatIsWrittenWronglyIsToldWithItsLineAndTheOthersRun() throws Exception {
    use(hub().config(), "127.0.0.1", "  - adapter: nobody\n    office: \"0000000000\"\n");

    world.await("health tells file and line", () -> health().contains("vendor-routes.yaml 9行目"));
    upload("later.csv", "あとから\r\n".getBytes("windows-31j"), EARLIER);
    world.await(
        "the other use goes on",
        () -> names(export("done")).stream().anyMatch(name -> name.endsWith("-later.csv")));
    use(hub().config(), "127.0.0.1", "");
    awaitNoTrouble();
  }

  @Test
  @Order(8)
  void aServerThatDoesNotAnswerIsToldAndDelaysNobody() throws Exception {
    server.close();
    awaitTrouble(VendorTrouble.NOT_CONNECTED);

    byte[] content = "手で置いたもの\r\n".getBytes("windows-31j");
    world.drop(HOME_HELP, "by-hand.csv", content);
    world.await(
        "a file in the outbox is taken all the same",
        () ->
            Stream.concat(
                    world.files(HOME_HELP, "done").stream(),
                    world.files(HOME_HELP, "error").stream())
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet())
                .contains("by-hand.csv"));
  }
}
