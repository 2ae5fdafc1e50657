package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.SyntheticUser;
import careplanhub.office.SupportOfficeTable;
import careplanhub.security.Certificates;
import careplanhub.security.TestAuthority;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A route of the template vendor-mail against a real IMAP server with TLS: an attachment is
 * fetched, translated and sent; what must not be taken is put aside and told without a word of it,
 * and harms nobody else. One hub, whose mailbox gets one message after another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VendorMailRouteTest {
  private static final String SECRET = "jittai-mail";
  private static final String SENDER = "soft@vendor.example";
  private static final String STRANGER = "dareka@elsewhere.example";
  private static final int MOST_BYTES = 400_000;

  @TempDir private static Path folder;
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static TestAuthority authority;
  private static MailServer server;
  private static HubWorld world;
  private static int done;
  private static int refused;

  @BeforeAll
  static void start() throws Exception {
    authority = TestAuthority.create("test mail authority", Clock.systemUTC());
    MailServer.useKey(authority, folder.resolve("server.p12"));
    server = MailServer.start("127.0.0.1");
    LOG.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
    world = HubWorld.start(folder.resolve("world"), VendorMailRouteTest::prepare);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
    if (server != null) {
      server.close();
    }
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
  }

  private static void prepare(Path hub) throws Exception {
    HubFolder own = new HubFolder(hub);
    writePassword(own, MailServer.PASSWORD);
    writeAuthority(own, authority);
    Files.writeString(
        own.settings(),
        Files.readString(own.settings())
            + "vendorRoutes:\n  pollInterval: 300ms\n  connectTimeout: 5s\n"
            + "  failuresBeforePause: 100\nvendors:\n  scanInterval: 200ms\n  approvedOnly: false\n"
            + "vendorMail:\n  maximumAttachments: 2\n  maximumAttachmentSize: "
            + MOST_BYTES
            + "B\n  maximumMessageSize: 1MB\n");
    Path table = SupportOfficeTable.fileOf(own.config(), HOME_HELP.number());
    Files.createDirectories(table.resolveSibling(""));
    Files.write(table, MONTH.users().stream().map(VendorMailRouteTest::line).toList());
    Files.writeString(
        own.config().resolve("vendors").resolve("jittai").resolve("route.yaml"),
        """
        - templatedRoute:
            routeTemplateRef: vendor-mail
            routeId: "jittai-mail-{{vendor.office}}"
            parameters:
              - { name: office, value: "{{vendor.office}}" }
              - { name: host, value: "{{vendor.host}}" }
              - { name: port, value: "{{vendor.port:993}}" }
              - { name: user, value: "{{vendor.user}}" }
              - { name: password, value: "{{vendor.password}}" }
              - { name: senders, value: "{{vendor.senders}}" }
              - { name: files, value: "*.csv" }
        """);
    use(own, "127.0.0.1", server.port());
  }

  private static String line(SyntheticUser user) {
    return String.join(
        ",",
        user.identity().insurerNumber(),
        user.identity().insuredNumber(),
        user.support().number().value());
  }

  private static void use(HubFolder own, String host, int port) throws IOException {
    Files.writeString(
        own.config().resolve(VendorRoutes.FILE),
        """
        routes:
          - adapter: jittai
            office: "%s"
            host: %s
            port: "%d"
            user: %s
            password: secret:%s
            senders:
              - other@vendor.example
              - %s
        """
            .formatted(HOME_HELP.number(), host, port, MailServer.USER, SECRET, SENDER));
  }

  private static void writePassword(HubFolder own, String password) throws IOException {
    Path secrets = Files.createDirectories(own.keys().resolve("secrets"));
    Files.writeString(secrets.resolve(SECRET), password + "\n");
  }

  private static void writeAuthority(HubFolder own, TestAuthority trusted) throws IOException {
    Files.writeString(
        own.keys().resolve("mail-authorities.pem"), Certificates.toPem(trusted.certificate()));
  }

  private static HubFolder hub() {
    return new HubFolder(folder.resolve("world").resolve("first"));
  }

  private static MimeMessage mail(String from, MimeBodyPart... attachments) throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(MailServer.USER));
    message.setSubject("実績", "ISO-2022-JP");
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText("お送りします。", "ISO-2022-JP");
    parts.addBodyPart(text);
    for (MimeBodyPart attachment : attachments) {
      parts.addBodyPart(attachment);
    }
    message.setContent(parts);
    // What would tell Camel where to put the message, were the sender's headers the route's.
    message.setHeader("moveTo", "elsewhere");
    message.setHeader("copyTo", "elsewhere");
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart attached(String name, byte[] content) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(name);
    return part;
  }

  private static void awaitDone() throws Exception {
    done++;
    world.await("the message is in done", () -> server.count("done") == done);
    assertEquals(refused, server.count("refused"));
  }

  private static void awaitRefused(MailRefusal reason) throws Exception {
    refused++;
    world.await("the message is in refused", () -> server.count("refused") == refused);
    world.await("health tells why", () -> health().contains(reason.words()));
    assertEquals(done, server.count("done"));
    assertEquals(0, server.count("INBOX"));
    assertTrue(world.files(HOME_HELP, "outbox").stream().noneMatch(Files::isRegularFile));
  }

  private static String health() throws Exception {
    return new AdminClient(world.first().adminAddress()).get("health").body();
  }

  private static void awaitTrouble(VendorTrouble trouble) throws Exception {
    world.await("health tells " + trouble, () -> health().contains(trouble.sentence()));
  }

  private static void awaitNoTrouble(VendorTrouble trouble) throws Exception {
    world.await("health is well again", () -> !health().contains(trouble.sentence()));
  }

  private static long sent() {
    return world.first().books().parcels().sentBy(HOME_HELP.number(), 100).size();
  }

  private static void awaitTaken(String name) throws Exception {
    world.await(
        name + " is taken",
        () ->
            Stream.concat(
                    world.files(HOME_HELP, "done").stream(),
                    world.files(HOME_HELP, "error").stream())
                .anyMatch(file -> file.getFileName().toString().equals(name)));
  }

  @Test
  @Order(1)
  void anAttachedExportIsTakenAndSentOn() throws Exception {
    byte[] export = MONTH.jittaiExport(HOME_HELP).content();
    server.deliver(
        mail(
            "Soft <SOFT@Vendor.Example>",
            attached(MimeUtility.encodeText("実態.csv", "ISO-2022-JP", "B"), export)));

    awaitDone();
    assertArrayEquals(export, Files.readAllBytes(world.await(HOME_HELP, "done", "実態.csv")));
    String beginning = "UPJSK_202611_" + HOME_HELP.number();
    world.await(
        "the results of the export are sent",
        () ->
            world.first().books().parcels().sentBy(HOME_HELP.number(), 10).stream()
                .anyMatch(parcel -> parcel.files().get(0).name().startsWith(beginning)));
    assertEquals(0, server.count("INBOX"));
    assertEquals(0, server.count("elsewhere"));
  }

  @Test
  @Order(2)
  void theSameExportAgainIsARepeat() throws Exception {
    long before = sent();
    server.deliver(mail(SENDER, attached("実態.csv", MONTH.jittaiExport(HOME_HELP).content())));

    awaitDone();
    world.await(
        "the intake knows it", () -> world.first().books().arrivals().count().repeats() == 1);
    assertEquals(before, sent());
  }

  @Test
  @Order(3)
  void aSenderWhoIsNotInTheListIsRefusedAndStopsNoOther() throws Exception {
    server.deliver(mail(STRANGER, attached("stranger.csv", new byte[] {1})));
    server.deliver(mail("x" + SENDER, attached("stranger.csv", new byte[] {1})));
    server.deliver(mail(SENDER, attached("after.csv", "あと\r\n".getBytes("windows-31j"))));

    done++;
    refused += 2;
    awaitTaken("after.csv");
    world.await("one is done", () -> server.count("done") == done);
    world.await("two are refused", () -> server.count("refused") == refused);
    world.await("health tells why", () -> health().contains(MailRefusal.SENDER.words() + " 2 通"));
    assertEquals(0, server.count("elsewhere"));
  }

  @Test
  @Order(4)
  void whatIsTooLargeOrTooMuchIsRefusedWhole() throws Exception {
    server.deliver(
        mail(
            SENDER,
            attached("small.csv", new byte[] {1}),
            attached("large.csv", new byte[MOST_BYTES + 1])));
    awaitRefused(MailRefusal.TOO_LARGE);
    server.deliver(mail(SENDER, attached("much.csv", new byte[1_000_000])));
    awaitRefused(MailRefusal.TOO_LARGE);
    server.deliver(
        mail(
            SENDER,
            attached("1.csv", new byte[] {1}),
            attached("2.csv", new byte[] {2}),
            attached("3.csv", new byte[] {3})));
    awaitRefused(MailRefusal.TOO_MANY);
    server.deliver(mail(SENDER));
    awaitRefused(MailRefusal.NOTHING);
    assertFalse(Files.exists(world.folder(HOME_HELP, "done").resolve("small.csv")));
  }

  @Test
  @Order(5)
  void namesThatAreNoPlainNamesOfThePatternAreRefused() throws Exception {
    for (String name :
        List.of(
            "../../trick.csv",
            "C:\\trick.csv",
            "/tmp/trick.csv",
            "nul.csv",
            "trick.exe",
            "trick\u0000.csv",
            MimeUtility.encodeText("../実.csv", "UTF-8", "B"))) {
      server.deliver(mail(SENDER, attached(name, new byte[] {1})));
      awaitRefused(MailRefusal.NAME);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertTrue(all.noneMatch(file -> file.getFileName().toString().contains("trick")));
    }
  }

  @Test
  @Order(6)
  void aMessageThatCannotBePlacedNowStaysUnreadAndComesAgain() throws Exception {
    Path inTheWay = Files.createDirectory(world.folder(HOME_HELP, "outbox").resolve("later.csv"));
    byte[] content = "あとで\r\n".getBytes("windows-31j");
    server.deliver(mail(SENDER, attached("later.csv", content)));
    awaitTrouble(VendorTrouble.NOT_PLACED);
    assertEquals(1, server.count("INBOX"));
    assertTrue(server.isInboxUnread());

    Files.delete(inTheWay);
    awaitDone();
    awaitTaken("later.csv");
    awaitNoTrouble(VendorTrouble.NOT_PLACED);
  }

  @Test
  @Order(7)
  void aServerOfAnotherAuthorityOrNameIsNotTalkedTo() throws Exception {
    writeAuthority(hub(), TestAuthority.create("another", Clock.systemUTC()));
    awaitTrouble(VendorTrouble.WRONG_CERTIFICATE);
    server.deliver(mail(SENDER, attached("trusted.csv", "先\r\n".getBytes("windows-31j"))));
    writeAuthority(hub(), authority);
    awaitDone();
    awaitNoTrouble(VendorTrouble.WRONG_CERTIFICATE);

    try (MailServer other = MailServer.start("127.0.0.2")) {
      use(hub(), "127.0.0.2", other.port());
      awaitTrouble(VendorTrouble.WRONG_CERTIFICATE);
    }
    use(hub(), "127.0.0.1", server.port());
    awaitNoTrouble(VendorTrouble.WRONG_CERTIFICATE);
  }

  @Test
  @Order(8)
  void aPasswordThatIsRefusedIsToldAndANewOneHoldsAtOnce() throws Exception {
    server.changePassword("atarashii-kotoba");
    awaitTrouble(VendorTrouble.LOGIN_REFUSED);
    writePassword(hub(), "atarashii-kotoba");
    awaitNoTrouble(VendorTrouble.LOGIN_REFUSED);
  }

  @Test
  @Order(9)
  void aServerThatIsGoneIsTold() throws Exception {
    server.close();
    awaitTrouble(VendorTrouble.NOT_CONNECTED);
  }

  @Test
  @Order(10)
  void neitherTheLogNorHealthTellsOfAMessageOrThePassword() throws Exception {
    StringBuilder told = new StringBuilder(health());
    for (ILoggingEvent event : List.copyOf(LOG.list)) {
      if (!event.getLoggerName().startsWith("com.icegreen")) {
        told.append(event.getFormattedMessage()).append('\n');
        if (event.getThrowableProxy() != null) {
          told.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
      }
    }
    assertTrue(told.toString().contains("is refused: SENDER"));
    for (String secret :
        List.of(
            STRANGER,
            SENDER,
            MailServer.PASSWORD,
            MailServer.USER,
            "trick",
            "stranger.csv",
            "later.csv")) {
      assertFalse(told.toString().contains(secret), secret);
    }
  }

  @Test
  @Order(11)
  void jmxShowsNoPassword() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    StringBuilder shown = new StringBuilder();
    for (ObjectName name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
      shown.append(name).append('\n');
      if ("endpoints".equals(name.getKeyProperty("type"))) {
        shown.append(beans.getAttribute(name, "EndpointUri")).append('\n');
      }
      if ("routes".equals(name.getKeyProperty("type"))) {
        shown.append(beans.invoke(name, "dumpRouteAsXml", null, null)).append('\n');
      }
    }
    assertTrue(shown.toString().contains("imaps"));
    assertFalse(shown.toString().contains(MailServer.PASSWORD));
    assertFalse(shown.toString().contains("atarashii-kotoba"));
  }
}
