package careplanhub.channel;

import static careplanhub.channel.ChannelFixture.RELAY;
import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayRegistration;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.relay.SecondFactor;
import careplanhub.relay.SettableClock;
import careplanhub.security.OfficeKey;
import careplanhub.security.Receipts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's side of the relay, through the shipped routes to a real relay. */
class RelayChannelTest {
  private static final String CONTENT = "202407,\"9900000001\",合成データ\r\n";

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private ChannelFixture hub;
  private Channels channels;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory.resolve("relay"), clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    connect("127.0.0.1");
  }

  @AfterEach
  void stop() {
    hub.close();
    relay.close();
  }

  @Test
  void aParcelGoesOutIsFetchedAndItsSignedReceiptComesBack() throws Exception {
    OutgoingParcel parcel = ChannelFixture.parcel(CONTENT);

    SendOutcome.Accepted accepted = accepted(channels.send(RELAY, parcel));
    ReceivedEntry waiting = channels.received(RELAY, SUPPORT).get(0);
    List<ParcelFile> files = channels.fetch(RELAY, SUPPORT, waiting.parcelId());
    byte[] receipt =
        Receipts.sign(fixture.support(), accepted.receiptId().getBytes(StandardCharsets.UTF_8));
    channels.acknowledge(RELAY, SUPPORT, waiting.parcelId(), receipt);

    assertEquals(clock.instant(), accepted.at());
    assertEquals(parcel.id(), waiting.parcelId());
    assertEquals(HELPERS, waiting.from());
    assertEquals("試験訪問介護", waiting.fromName());
    assertEquals("4月分です", waiting.message());
    assertEquals(parcel.evidenceHead(), waiting.evidenceHead());
    assertFalse(waiting.fetched());
    EntryFile listed = waiting.files().get(0);
    assertEquals("登録", listed.kind());
    assertEquals("202407", listed.csvVersion());
    assertEquals("11: 訪問介護", listed.serviceType());
    assertEquals(parcel.files().get(0).name(), files.get(0).name());
    assertArrayEquals(parcel.files().get(0).content(), files.get(0).content());
    assertEquals(List.of(), channels.received(RELAY, SUPPORT));
    SentEntry sent = channels.sent(RELAY, HELPERS).get(0);
    assertTrue(sent.downloaded());
    assertEquals(clock.instant(), sent.acknowledgedAt());
    assertArrayEquals(receipt, sent.receipt());
    assertEquals(accepted.relayHead(), sent.relayHead());
  }

  @Test
  void aRepetitionHasTheSameOutcomeAndAnotherContentIsRefused() throws Exception {
    UUID id = UUID.randomUUID();
    SendOutcome first = channels.send(RELAY, ChannelFixture.parcel(id, new byte[] {'1'}));

    assertEquals(first, channels.send(RELAY, ChannelFixture.parcel(id, new byte[] {'1'})));
    SendOutcome.Refused refused =
        assertInstanceOf(
            SendOutcome.Refused.class,
            channels.send(RELAY, ChannelFixture.parcel(id, new byte[] {'2'})));
    assertEquals("PARCEL_CONFLICT", refused.code());
    assertTrue(refused.messageJapanese().endsWith("。"));
    assertEquals(1, channels.received(RELAY, SUPPORT).size());
  }

  @Test
  void theLoginIsRenewedBeforeItEndsAndAfterTheRelayForgotIt() throws Exception {
    channels.send(RELAY, ChannelFixture.parcel(CONTENT));
    clock.advance(Duration.ofMinutes(59));
    assertEquals(1, channels.received(RELAY, SUPPORT).size());
    channels.sent(RELAY, HELPERS);
    clock.advance(Duration.ofHours(9));
    assertEquals(1, channels.sent(RELAY, HELPERS).size());

    restartRelay();

    assertEquals(1, channels.received(RELAY, SUPPORT).size());
    accepted(
        channels.send(
            RELAY,
            ChannelFixture.parcel(
                UUID.randomUUID(), "2".repeat(3_000_000).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aLoginThatNeedsAPersonWaitsAndSaysSoAndAsksNoMore() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    relay.close();
    relay =
        RelayServer.start(
            RelaySettings.defaults().withPort(relay.port()),
            fixture.directory(),
            clock,
            (office, password) -> {
              asked.incrementAndGet();
              return password == null
                  ? SecondFactor.Verdict.NEEDED
                  : password.equals("135790")
                      ? SecondFactor.Verdict.GOOD
                      : SecondFactor.Verdict.WRONG;
            });

    assertFails(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON);
    assertFails(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON);
    assertEquals(1, asked.get());
    assertEquals(LoginState.LOGIN_WAITS_FOR_PERSON, hub.relayChannel().stateOf(SUPPORT));
    assertEquals(LoginState.READY, hub.relayChannel().stateOf(HELPERS), "others go on");

    hub.relayChannel().giveOneTimePassword(SUPPORT, "000000");
    assertFails(ChannelException.Reason.LOGIN_WAITS_FOR_PERSON);
    hub.relayChannel().giveOneTimePassword(SUPPORT, "135790");
    assertEquals(List.of(), channels.received(RELAY, SUPPORT));
    assertEquals(LoginState.READY, hub.relayChannel().stateOf(SUPPORT));
  }

  @Test
  void aRefusedLoginIsNotTriedAgainAtOnce() throws Exception {
    hub.putPassword(SUPPORT, "wrong");

    assertFails(ChannelException.Reason.LOGIN_REFUSED);
    assertEquals(LoginState.LOGIN_REFUSED, hub.relayChannel().stateOf(SUPPORT));
    hub.putPassword(SUPPORT, String.valueOf(RelayFixture.passwordOf(SUPPORT)));
    assertFails(ChannelException.Reason.LOGIN_REFUSED);
    hub.relayChannel().tryLoginAgain(SUPPORT);

    assertEquals(List.of(), channels.received(RELAY, SUPPORT));
  }

  @Test
  void aRelayThatIsAwayIsUnreachableAndTheParcelArrivesOnceLater() throws Exception {
    OutgoingParcel parcel = ChannelFixture.parcel(CONTENT);
    int port = relay.port();
    relay.close();
    ChannelException away =
        assertThrows(ChannelException.class, () -> channels.send(RELAY, parcel));
    assertEquals(ChannelException.Reason.UNREACHABLE, away.reason());

    relay = RelayServer.start(RelaySettings.defaults().withPort(port), fixture.directory(), clock);

    accepted(channels.send(RELAY, parcel));
    assertEquals(1, channels.received(RELAY, SUPPORT).size());
  }

  @Test
  void aNewCertificateIsUsedWithoutARestart() throws Exception {
    channels.received(RELAY, SUPPORT);
    OfficeKey former = fixture.support();
    OfficeKey next = fixture.authority().issueOffice(SUPPORT.value());
    RelayRegistration.addCertificate(fixture.directory(), SUPPORT, next.fingerprint());
    RelayRegistration.removeCertificate(fixture.directory(), former.fingerprint());
    assertFails(ChannelException.Reason.CERTIFICATE_REFUSED);

    hub.putKey(next);

    assertEquals(List.of(), channels.received(RELAY, SUPPORT));
  }

  @Test
  void aServerUnderAnotherNameIsNotTrusted() throws Exception {
    hub.close();
    relay.close();
    RelaySettings.Listening defaults = RelaySettings.defaults().listening();
    RelaySettings everywhere =
        new RelaySettings(
            new RelaySettings.Listening(
                "0.0.0.0",
                0,
                defaults.maximumThreads(),
                defaults.idleTime(),
                defaults.requestTime()),
            RelaySettings.defaults().login(),
            RelaySettings.defaults().limits(),
            RelaySettings.defaults().quotas(),
            RelaySettings.defaults().keeping());
    relay = fixture.start(everywhere, clock);
    connect("127.0.0.2");

    assertFails(ChannelException.Reason.SERVER_CERTIFICATE_REFUSED);
  }

  @Test
  void aRefusalThatIsNoSendingIsAnExceptionWithItsCode() {
    ChannelException refused =
        assertThrows(
            ChannelException.class,
            () -> channels.fetch(RELAY, SUPPORT, UUID.randomUUID().toString()));
    assertEquals(ChannelException.Reason.REFUSED, refused.reason());
    assertEquals("PARCEL_UNKNOWN", refused.code());
  }

  @Test
  void aChannelWithoutRoutesIsBroken() {
    ChannelException broken =
        assertThrows(ChannelException.class, () -> channels.received("pigeon", SUPPORT));
    assertEquals(ChannelException.Reason.CHANNEL_BROKEN, broken.reason());
  }

  private void connect(String host) throws Exception {
    hub =
        new ChannelFixture(
            fixture,
            "https://" + host + ":" + relay.port() + "/v1",
            directory.resolve("hub-" + host),
            clock);
    channels = hub.channels();
  }

  private void restartRelay() throws Exception {
    int port = relay.port();
    relay.close();
    relay = RelayServer.start(RelaySettings.defaults().withPort(port), fixture.directory(), clock);
  }

  private void assertFails(ChannelException.Reason reason) {
    ChannelException failure =
        assertThrows(ChannelException.class, () -> channels.received(RELAY, SUPPORT));
    assertEquals(reason, failure.reason(), () -> String.valueOf(failure.getCause()));
  }

  private static SendOutcome.Accepted accepted(SendOutcome outcome) {
    return assertInstanceOf(SendOutcome.Accepted.class, outcome);
  }
}
