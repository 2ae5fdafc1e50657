package careplanhub.channel.sftp;

import static careplanhub.channel.sftp.SftpFixture.SFTP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.ChannelException;
import careplanhub.channel.ChannelException.Reason;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.SentEntry;
import careplanhub.hub.SshServer;
import careplanhub.relay.SettableClock;
import careplanhub.security.Certificates;
import careplanhub.security.OfficeKey;
import careplanhub.security.Receipts;
import careplanhub.security.TestAuthority;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Two sides that share folders on one real OpenSSH server. */
class SftpChannelTest {
  private static final SettableClock CLOCK = new SettableClock();
  private static final TestAuthority AUTHORITY = TestAuthority.create("試験認証局", CLOCK);
  private static final OfficeKey HELPERS = AUTHORITY.issueOffice("9970000001");
  private static final OfficeKey SUPPORT = AUTHORITY.issueOffice("9980000001");
  private static final OfficeKey STRANGER = AUTHORITY.issueOffice("9980000002");
  private static final String CONTENT = "202407,\"9900000001\",合成データ\r\n";

  @TempDir private static Path shared;
  private static SshServer server;

  @TempDir private Path folder;
  private final AtomicReference<Trust> trust =
      new AtomicReference<>(
          new Trust(
              List.of(AUTHORITY.certificate()),
              List.of(AUTHORITY.revocationList(null, List.of()))));
  private SftpFixture helpers;
  private SftpFixture support;

  @BeforeAll
  static void startServer() throws Exception {
    SshServer.require();
    server = SshServer.start(shared);
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    helpers = new SftpFixture(folder.resolve("helpers"), HELPERS, trust::get, server, CLOCK);
    support = new SftpFixture(folder.resolve("support"), SUPPORT, trust::get, server, CLOCK);
    helpers.add(SUPPORT, server.port(), name("a"), name("b"));
    support.add(HELPERS, server.port(), name("b"), name("a"));
  }

  @AfterEach
  void stop() {
    helpers.close();
    support.close();
  }

  @Test
  void aParcelGoesOutIsFetchedAndItsSignedReceiptComesBack() throws Exception {
    OutgoingParcel parcel = parcel();

    SendOutcome.Accepted accepted = accepted(send(parcel));
    ReceivedEntry waiting = received().get(0);
    List<ParcelFile> files = fetch(parcel);
    byte[] receipt = receiptOf(parcel, SUPPORT);
    acknowledge(parcel, receipt);

    assertEquals(parcel.id(), accepted.receiptId());
    assertEquals(parcel.id(), waiting.parcelId());
    assertEquals(parcel.from(), waiting.from());
    assertEquals("相手 9970000001", waiting.fromName());
    assertEquals("11月分です", waiting.message());
    assertEquals(parcel.evidenceHead(), waiting.evidenceHead());
    assertEquals(accepted.at(), waiting.receivedAt());
    assertEquals(parcel.files().get(0).name(), waiting.files().get(0).name());
    assertEquals(1, files.size());
    assertEquals(parcel.files().get(0).name(), files.get(0).name());
    assertArrayEquals(parcel.files().get(0).content(), files.get(0).content());
    assertEquals(List.of(), received());
    SentEntry sent = sent().get(0);
    assertEquals(accepted.at(), sent.sentAt());
    assertTrue(sent.downloaded());
    assertNotNull(sent.acknowledgedAt());
    assertArrayEquals(receipt, sent.receipt());
  }

  @Test
  void beforeTheReceiptNothingIsSaidToBeFetched() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    received();
    fetch(parcel);

    SentEntry sent = sent().get(0);

    assertEquals(parcel.id(), sent.parcelId());
    assertFalse(sent.downloaded());
    assertEquals(null, sent.receipt());
  }

  @Test
  void aRepetitionHasTheSameOutcomeAndNothingIsWrittenAgain() throws Exception {
    OutgoingParcel parcel = parcel();
    SendOutcome first = send(parcel);
    byte[] written = Files.readAllBytes(onServer(parcel, ""));

    assertEquals(first, send(parcel));
    assertArrayEquals(written, Files.readAllBytes(onServer(parcel, "")));
    assertEquals(1, received().size());
    acknowledge(parcel, receiptOf(parcel, SUPPORT));
    assertEquals(first, send(parcel));
    assertEquals(List.of(), received());
  }

  @Test
  void anAcknowledgementIsRepeatedAfterACrashBetweenReceiptAndMove() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    received();
    acknowledge(parcel, receiptOf(parcel, SUPPORT));
    byte[] receipt = Files.readAllBytes(pair().resolve("receipts").resolve(parcel.id() + ".p7s"));
    Files.move(onServer(parcel, "done"), onServer(parcel, ""));
    received();

    acknowledge(parcel, null);
    acknowledge(parcel, null);

    assertTrue(Files.exists(onServer(parcel, "done")));
    assertArrayEquals(
        receipt, Files.readAllBytes(pair().resolve("receipts").resolve(parcel.id() + ".p7s")));
  }

  @Test
  void namesOnTheServerTellNothingButOfficesAndTheParcel() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);

    try (Stream<Path> all = Files.walk(root("a"))) {
      assertEquals(
          List.of("", "9970000001-9980000001", "9970000001-9980000001/" + parcel.id() + ".p7m"),
          all.map(path -> root("a").relativize(path).toString()).sorted().toList());
    }
  }

  @Test
  void aParcelWithAChangedByteIsMovedAsideAndTheNextOneComes() throws Exception {
    OutgoingParcel damaged = parcel();
    OutgoingParcel good = parcel();
    send(damaged);
    send(good);
    byte[] bytes = Files.readAllBytes(onServer(damaged, ""));
    bytes[bytes.length / 2] ^= 1;
    Files.write(onServer(damaged, ""), bytes);

    List<ReceivedEntry> received = received();

    assertEquals(List.of(good.id()), received.stream().map(ReceivedEntry::parcelId).toList());
    assertEquals(List.of(told(damaged, "DAMAGED")), support.refused());
    assertArrayEquals(bytes, Files.readAllBytes(onServer(damaged, "rejected")));
    sent();
    assertTrue(helpers.warning().contains("受け取らなかった送信が 1 件"), helpers.warning());
    assertInstanceOf(SendOutcome.Accepted.class, send(damaged));
  }

  @Test
  void aParcelOfAnotherOfficeInThePartnersFolderIsRefused() throws Exception {
    try (SftpFixture stranger =
        new SftpFixture(folder.resolve("stranger"), STRANGER, trust::get, server, CLOCK)) {
      stranger.add(SUPPORT, server.port(), name("s"), name("t"));
      OutgoingParcel parcel = SftpFixture.parcel(STRANGER, SUPPORT, CONTENT);
      stranger.channels().send(SFTP, parcel);
      Files.createDirectories(pair());
      Files.move(
          root("s").resolve("9980000002-9980000001").resolve(parcel.id() + ".p7m"),
          onServer(parcel, ""));

      assertEquals(List.of(), received());
      assertEquals(List.of(told(parcel, "OTHER_SENDER")), support.refused());
    }
  }

  @Test
  void aParcelUnderAnotherNameOrForAnotherOfficeIsRefused() throws Exception {
    OutgoingParcel parcel = parcel();
    OutgoingParcel other = parcel();
    send(parcel);
    Files.move(onServer(parcel, ""), onServer(other, ""));

    assertEquals(List.of(), received());
    assertEquals(List.of(told(other, "OTHER_PARCEL")), support.refused());
    support.keys().set(0, STRANGER);
    send(parcel());
    assertEquals(List.of(), received());
    assertTrue(support.refused().get(1).endsWith("OTHER_RECIPIENT"), support.refused().get(1));
  }

  @Test
  void whatIsEnvelopedForTheKeyBeforeARotationIsStillOpened() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    support.keys().add(0, AUTHORITY.issueOffice("9980000001"));

    assertEquals(1, received().size());
    assertArrayEquals(parcel.files().get(0).content(), fetch(parcel).get(0).content());
  }

  @Test
  void aRevokedSenderIsRefused() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    revoke(HELPERS);

    assertEquals(List.of(), received());
    assertEquals(List.of(told(parcel, "REVOKED")), support.refused());
  }

  @Test
  void withoutACertificateOfThePartnerTheParcelWaitsAndHealthSaysWhy() throws Exception {
    Path certificate = helpers.certificateOf(SUPPORT);
    Files.delete(certificate);
    OutgoingParcel parcel = parcel();

    assertEquals(Reason.PARTNER_CERTIFICATE_UNUSABLE, reasonOf(() -> send(parcel)));
    assertTrue(helpers.warning().contains("config/partners"), helpers.warning());
    Files.writeString(certificate, "no certificate");
    assertEquals(Reason.PARTNER_CERTIFICATE_UNUSABLE, reasonOf(() -> send(parcel)));
    helpers.putCertificate(SUPPORT);
    accepted(send(parcel));
    assertEquals("", helpers.warning());
  }

  @Test
  void nothingIsEnvelopedForARevokedOrForeignCertificate() throws Exception {
    OfficeKey foreign = TestAuthority.create("他の認証局", CLOCK).issueOffice("9980000001");
    for (OfficeKey wrong : List.of(foreign, STRANGER)) {
      Files.writeString(helpers.certificateOf(SUPPORT), Certificates.toPem(wrong.certificate()));
      assertEquals(Reason.PARTNER_CERTIFICATE_UNUSABLE, reasonOf(() -> send(parcel())));
    }
    helpers.putCertificate(SUPPORT);
    revoke(SUPPORT);

    assertEquals(Reason.PARTNER_CERTIFICATE_UNUSABLE, reasonOf(() -> send(parcel())));
    assertFalse(Files.exists(pair()));
  }

  @Test
  void aPartnerWithoutAServerIsRefusedWithAReason() throws Exception {
    SendOutcome.Refused refused =
        assertInstanceOf(
            SendOutcome.Refused.class, send(SftpFixture.parcel(HELPERS, STRANGER, CONTENT)));

    assertEquals("ADDRESSEE_UNKNOWN", refused.code());
    assertTrue(refused.messageJapanese().endsWith("。"));
  }

  @Test
  void aServerWithAnotherKeyThanTheKnownOneGetsNothing() throws Exception {
    Files.writeString(helpers.knownHosts(), server.otherHost());
    assertEquals(Reason.HOST_KEY_REFUSED, reasonOf(() -> send(parcel())));
    Files.writeString(helpers.knownHosts(), "");
    assertEquals(Reason.HOST_KEY_REFUSED, reasonOf(() -> send(parcel())));
    assertTrue(helpers.warning().contains("known_hosts"), helpers.warning());

    Files.writeString(helpers.knownHosts(), server.knownHost());
    accepted(send(parcel()));
  }

  @Test
  void aUploadThatIsCutOffLeavesAHiddenPartAndTheRetryIsWhole() throws Exception {
    OutgoingParcel parcel = SftpFixture.parcel(HELPERS, SUPPORT, randomText(300_000));
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      Files.writeString(helpers.knownHosts(), server.knownHost(proxy.port()));
      helpers.add(SUPPORT, proxy.port(), name("a"), name("b"));
      proxy.cutAfter(100_000);

      assertEquals(Reason.UNREACHABLE, reasonOf(() -> send(parcel)));
      assertFalse(Files.exists(onServer(parcel, "")));
      assertTrue(Files.exists(pair().resolve("." + parcel.id() + ".p7m.part")));
      assertEquals(List.of(), received());
      assertEquals(List.of(), support.refused());

      proxy.cutAfter(Long.MAX_VALUE);
      accepted(send(parcel));
    }
    received();
    assertArrayEquals(parcel.files().get(0).content(), fetch(parcel).get(0).content());
    assertFalse(Files.exists(pair().resolve("." + parcel.id() + ".p7m.part")));
  }

  @Test
  void aServerThatIsSilentHidesNoOtherPartnerAndIsLeftAloneInTheEnd() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    try (CuttingProxy silent = new CuttingProxy(server.port())) {
      silent.cutAfter(-1);
      support.add(STRANGER, silent.port(), name("s"), name("t"));

      assertEquals(1, received().size());
      assertTrue(support.warning().contains("9980000002"), support.warning());
      OutgoingParcel other = SftpFixture.parcel(SUPPORT, STRANGER, CONTENT);
      for (int call = 0; call < 10; call++) {
        assertEquals(Reason.UNREACHABLE, reasonOf(() -> support.channels().send(SFTP, other)));
      }
      assertEquals(
          "BREAKER_OPEN",
          assertThrows(ChannelException.class, () -> support.channels().send(SFTP, other)).code());
      assertEquals(1, received().size());
    }
  }

  @Test
  void aReceiptThatSomebodyElseSignedOrForAnotherParcelProvesNothing() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    for (byte[] wrong :
        List.of(receiptOf(parcel, STRANGER), receiptOf(parcel(), SUPPORT), new byte[] {1})) {
      Path receipt = pair().resolve("receipts").resolve(parcel.id() + ".p7s");
      Files.createDirectories(receipt.getParent());
      Files.write(receipt, wrong);
      Files.setLastModifiedTime(receipt, FileTime.from(CLOCK.instant()));

      SentEntry sent = sent().get(0);

      assertFalse(sent.downloaded());
      assertEquals(null, sent.receipt());
      Files.delete(receipt);
    }
  }

  @Test
  void whatIsDoneWithStaysForAWhileAndIsThenDeletedByBothSides() throws Exception {
    OutgoingParcel parcel = parcel();
    send(parcel);
    received();
    acknowledge(parcel, null);
    sent();
    received();
    assertTrue(Files.exists(onServer(parcel, "done")));

    CLOCK.advance(Duration.ofDays(31));
    received();
    sent();

    assertFalse(Files.exists(onServer(parcel, "done")));
    assertFalse(Files.exists(pair().resolve("receipts").resolve(parcel.id() + ".p7s")));
    assertEquals(List.of(), sent());
  }

  @Test
  void aFileThatTheServerDoesNotLetUsReadStopsNoOther() throws Exception {
    OutgoingParcel good = parcel();
    send(good);
    Files.createSymbolicLink(onServer(parcel(), ""), Path.of("nowhere"));
    Files.writeString(pair().resolve("notes.txt"), "no parcel");

    assertEquals(List.of(good.id()), received().stream().map(ReceivedEntry::parcelId).toList());
    assertEquals(List.of(), support.refused());
  }

  private OutgoingParcel parcel() {
    return SftpFixture.parcel(HELPERS, SUPPORT, CONTENT);
  }

  private static String randomText(int length) {
    StringBuilder text = new StringBuilder(length);
    new Random(7).ints(length, ' ', '~').forEach(character -> text.append((char) character));
    return text.toString();
  }

  private SendOutcome send(OutgoingParcel parcel) throws ChannelException {
    return helpers.channels().send(SFTP, parcel);
  }

  private List<ReceivedEntry> received() throws ChannelException {
    return support.channels().received(SFTP, number(SUPPORT));
  }

  private List<ParcelFile> fetch(OutgoingParcel parcel) throws ChannelException {
    return support.channels().fetch(SFTP, number(SUPPORT), parcel.id());
  }

  private void acknowledge(OutgoingParcel parcel, byte[] receipt) throws ChannelException {
    support.channels().acknowledge(SFTP, number(SUPPORT), parcel.id(), receipt);
  }

  private List<SentEntry> sent() throws ChannelException {
    return helpers.channels().sent(SFTP, number(HELPERS));
  }

  private static OfficeNumber number(OfficeKey office) {
    return new OfficeNumber(office.officeNumber());
  }

  private static byte[] receiptOf(OutgoingParcel parcel, OfficeKey signer) {
    return Receipts.sign(
        signer, ("{\"parcel\":\"" + parcel.id() + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private void revoke(OfficeKey office) {
    trust.set(
        new Trust(
            List.of(AUTHORITY.certificate()),
            List.of(AUTHORITY.revocationList(null, List.of(office.certificate())))));
  }

  private static String told(OutgoingParcel parcel, String code) {
    return "9980000001 9970000001 " + parcel.id() + " " + code;
  }

  private static SendOutcome.Accepted accepted(SendOutcome outcome) {
    return assertInstanceOf(SendOutcome.Accepted.class, outcome);
  }

  private static Reason reasonOf(Executable call) {
    return assertThrows(ChannelException.class, call).reason();
  }

  /** A folder of this test alone. */
  private String name(String kind) {
    return kind + folder.getFileName().toString().replaceAll("[^0-9]", "");
  }

  private Path root(String kind) {
    return server.root().resolve(name(kind));
  }

  private Path pair() {
    return root("a").resolve("9970000001-9980000001");
  }

  private Path onServer(OutgoingParcel parcel, String below) {
    return pair().resolve(below).resolve(parcel.id() + ".p7m");
  }
}
