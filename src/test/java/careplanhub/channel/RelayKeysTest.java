package careplanhub.channel;

import static careplanhub.channel.ChannelFixture.RELAY;
import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayRegistration;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.relay.SettableClock;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyJournal;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeyChanges;
import careplanhub.security.OfficeKeys;
import careplanhub.security.TestAuthority;
import careplanhub.security.Validity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With which certificate an office speaks to a real relay over TLS, and what it is told when none
 * will do: nothing is lost and nothing comes twice.
 */
class RelayKeysTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private ChannelFixture hub;
  private Channels channels;
  private OfficeKeyChanges changes;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory.resolve("relay"), clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    connect();
  }

  @AfterEach
  void stop() {
    hub.close();
    relay.close();
  }

  @Test
  void anExpiredCertificateIsNotShownAndTheSenderIsToldHowToRenew() throws Exception {
    only(
        fixture
            .authority()
            .issueOffice(HELPERS.value(), between(DAY.multipliedBy(-9), DAY.negated())));

    ChannelException refused = refusedToSend(ChannelException.Reason.CERTIFICATE_EXPIRED);

    assertTrue(refused.reason().messageJapanese().contains("期限が切れている"));
    assertTrue(refused.reason().messageJapanese().contains("keys renew"));
    assertEquals(0, atTheRelay());
    register(add(fixture.authority().issueOffice(HELPERS.value())));
    accepted(send());
    assertEquals(1, atTheRelay());
  }

  @Test
  void aCertificateWhoseTimeHasNotComeIsNotShown() throws Exception {
    only(fixture.authority().issueOffice(HELPERS.value(), between(DAY, DAY.multipliedBy(9))));

    ChannelException refused = refusedToSend(ChannelException.Reason.CERTIFICATE_NOT_YET_VALID);

    assertTrue(refused.reason().messageJapanese().contains("まだ有効になっていない"));
    assertEquals(0, atTheRelay());
  }

  @Test
  void beforeANewCertificatesTimeTheFormerOneCarriesOn() throws Exception {
    OfficeKey next =
        add(fixture.authority().issueOffice(HELPERS.value(), between(DAY, DAY.multipliedBy(900))));
    register(next);

    accepted(send());

    assertEquals(fixture.helpers().fingerprint(), inUse());
    clock.advance(DAY.plusSeconds(1));
    assertEquals(next.fingerprint(), inUse());
  }

  @Test
  void aCertificateInOurRevocationListIsNotShown() throws Exception {
    changes.importRevocationList(revoking(fixture.helpers()));

    ChannelException refused = refusedToSend(ChannelException.Reason.CERTIFICATE_REVOKED);

    assertTrue(refused.reason().messageJapanese().contains("失効している"));
    assertEquals(0, atTheRelay());
  }

  @Test
  void aCertificateThatOnlyTheRelayKnowsToBeRevokedIsRefusedByIt() throws Exception {
    revokeAtTheRelay(fixture.helpers());

    ChannelException refused = refusedToSend(ChannelException.Reason.CERTIFICATE_REFUSED);

    assertTrue(refused.reason().messageJapanese().contains("受け入れられませんでした"));
    assertEquals(0, atTheRelay());
    assertEquals(
        List.of(new OfficeKeys.Use(HELPERS.value(), RELAY, fixture.helpers().fingerprint())),
        hub.officeKeys().refusedNow());
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefusedByTheRelay() throws Exception {
    OfficeKey foreign = TestAuthority.create("別の認証局", clock).issueOffice(HELPERS.value());
    only(foreign);
    register(foreign);

    refusedToSend(ChannelException.Reason.CERTIFICATE_REFUSED);

    assertEquals(0, atTheRelay());
  }

  @Test
  void aRelayOfAnotherAuthorityIsNotBelievedAndOurCertificateIsNotBlamed() throws Exception {
    TestAuthority other = TestAuthority.create("別の認証局", clock);
    KeyFolder keys = fixture.keys();
    keys.store(keys.relay(), other.issueServer(), RelayFixture.KEY_PASSWORD, Files::write);

    ChannelException refused = refusedToSend(ChannelException.Reason.SERVER_CERTIFICATE_REFUSED);

    assertTrue(refused.reason().messageJapanese().contains("接続先の証明書を信用できない"));
    assertEquals(List.of(), hub.officeKeys().refusedNow());
  }

  @Test
  void anExpiredRelayIsNotBelieved() throws Exception {
    KeyFolder keys = fixture.keys();
    keys.store(
        keys.relay(),
        fixture.authority().issueServer(between(DAY.multipliedBy(-9), DAY.negated())),
        RelayFixture.KEY_PASSWORD,
        Files::write);

    refusedToSend(ChannelException.Reason.SERVER_CERTIFICATE_REFUSED);
  }

  @Test
  void underAStaleRevocationListNobodyIsBelieved() throws Exception {
    Clock then = Clock.fixed(clock.instant().minus(Duration.ofDays(400)), ZoneOffset.UTC);
    TestAuthority earlier =
        TestAuthority.load(fixture.keys().authority(), RelayFixture.KEY_PASSWORD, then);
    Files.writeString(
        hub.keys().revocationList(), Certificates.toPem(earlier.revocationList(null, List.of())));

    ChannelException refused = refusedToSend(ChannelException.Reason.SERVER_CERTIFICATE_REFUSED);

    assertTrue(refused.reason().messageJapanese().contains("失効リストの期限"));
  }

  @Test
  void aKeyFileThatBecameUnreadableLeavesTheKeyInUse() throws Exception {
    accepted(send());

    Files.writeString(hub.keys().office(HELPERS.value()), "no key file any more");

    accepted(send());
    assertEquals(2, atTheRelay());
  }

  @Test
  void trafficGoesOnWhileTheCertificateIsChanged() throws Exception {
    List<UUID> sent = new ArrayList<>();
    sendSome(sent);
    OfficeKey former = fixture.helpers();
    OfficeKey next = add(fixture.authority().issueOffice(HELPERS.value()));
    sendSome(sent);
    assertEquals(former.fingerprint(), inUse(), "the relay does not know the new one yet");

    register(next);
    clock.advance(Duration.ofMinutes(16));
    sendSome(sent);
    assertEquals(next.fingerprint(), inUse());

    revokeAtTheRelay(former);
    sendSome(sent);
    changes.giveUp(HELPERS.value(), (key, newest) -> !newest);
    sendSome(sent);

    List<String> arrived =
        channels.received(RELAY, SUPPORT).stream().map(ReceivedEntry::parcelId).sorted().toList();
    assertEquals(sent.stream().map(UUID::toString).sorted().toList(), arrived);
    try (Stream<String> lines =
        Files.lines(hub.keys().directory().resolve(HELPERS.value() + ".accepted"))) {
      assertTrue(lines.anyMatch(line -> line.startsWith("relay " + next.fingerprint())));
    }
  }

  @Test
  void aNewCertificateThatTheRelayTakesAndThenForgetsGivesWayToTheFormerOne() throws Exception {
    OfficeKey next = add(fixture.authority().issueOffice(HELPERS.value()));
    register(next);
    accepted(send());
    assertEquals(next.fingerprint(), inUse());

    RelayRegistration.removeCertificate(fixture.directory(), next.fingerprint());
    refusedToSend(ChannelException.Reason.CERTIFICATE_REFUSED);

    accepted(send());
    assertEquals(fixture.helpers().fingerprint(), inUse());
    assertEquals(2, atTheRelay());
  }

  /** Five parcels, each tried again with the same id until it is taken, as the hub does. */
  private void sendSome(List<UUID> sent) throws Exception {
    for (int count = 0; count < 5; count++) {
      UUID id = UUID.randomUUID();
      sent.add(id);
      OutgoingParcel parcel = ChannelFixture.parcel(id, new byte[] {(byte) ('0' + count)});
      SendOutcome outcome;
      try {
        outcome = channels.send(RELAY, parcel);
      } catch (ChannelException refused) {
        assertEquals(ChannelException.Reason.CERTIFICATE_REFUSED, refused.reason());
        outcome = channels.send(RELAY, parcel);
      }
      accepted(outcome);
    }
  }

  private SendOutcome send() throws Exception {
    return channels.send(RELAY, ChannelFixture.parcel(UUID.randomUUID(), new byte[] {'1'}));
  }

  /** A reset of the connection may overtake the alert that says why; the next try meets it. */
  private ChannelException refusedToSend(ChannelException.Reason reason) {
    ChannelException refused = assertThrows(ChannelException.class, this::send);
    for (int again = 0;
        again < 3 && refused.reason() == ChannelException.Reason.UNREACHABLE;
        again++) {
      refused = assertThrows(ChannelException.class, this::send);
    }
    assertEquals(reason, refused.reason(), String.valueOf(refused.getCause()));
    return refused;
  }

  private int atTheRelay() throws Exception {
    return channels.received(RELAY, SUPPORT).size();
  }

  private String inUse() throws Exception {
    return hub.officeKeys().forCalls(HELPERS.value(), RELAY).fingerprint();
  }

  /** Puts a key in the place of all others, good or not. */
  private void only(OfficeKey key) throws Exception {
    hub.putKey(key);
  }

  private OfficeKey add(OfficeKey key) throws Exception {
    X509Certificate unused = changes.importKey(HELPERS.value(), key);
    return key;
  }

  private void register(OfficeKey key) throws Exception {
    RelayRegistration.addCertificate(fixture.directory(), HELPERS, key.fingerprint());
  }

  /** By the machine's clock, by which TLS judges the list's dates. */
  private void revokeAtTheRelay(OfficeKey key) throws Exception {
    KeyFolder keys = fixture.keys();
    TestAuthority authority =
        TestAuthority.load(keys.authority(), RelayFixture.KEY_PASSWORD, Clock.systemUTC());
    keys.renewRevocationList(authority, List.of(key.certificate()), Files::write);
  }

  private X509CRL revoking(OfficeKey key) {
    return fixture.authority().revocationList(null, List.of(key.certificate()));
  }

  private Validity between(Duration from, Duration to) {
    Instant now = clock.instant();
    return new Validity(now.plus(from), now.plus(to));
  }

  private void connect() throws Exception {
    hub =
        new ChannelFixture(
            fixture, "https://127.0.0.1:" + relay.port() + "/v1", directory.resolve("hub"), clock);
    channels = hub.channels();
    changes =
        new OfficeKeyChanges(
            hub.keys(), RelayFixture.KEY_PASSWORD, Files::write, KeyJournal.none(), 20, clock);
  }

  private static void accepted(SendOutcome outcome) {
    assertInstanceOf(SendOutcome.Accepted.class, outcome);
  }
}
