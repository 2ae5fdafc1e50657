package careplanhub.channel;

import static careplanhub.channel.ChannelFixture.RELAY;
import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.relay.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is away is left alone for a while, and what only one office suffers counts not. */
class HostBreakerTest {
  private static final int MINIMUM_CALLS = 5;

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock();
  private RelayFixture fixture;
  private RelayServer relay;
  private ChannelFixture hub;

  @BeforeEach
  void start() throws Exception {
    fixture = new RelayFixture(directory.resolve("relay"), clock);
    relay = fixture.start(RelaySettings.defaults(), clock);
    hub =
        new ChannelFixture(
            fixture, "https://127.0.0.1:" + relay.port() + "/v1", directory.resolve("hub"), clock);
  }

  @AfterEach
  void stop() {
    hub.close();
    relay.close();
  }

  @Test
  void afterSomeFailuresCallsFailAtOnceAndAfterThePauseTheyGoOutAgain() throws Exception {
    int port = relay.port();
    relay.close();
    for (int call = 0; call < MINIMUM_CALLS; call++) {
      assertEquals("", unreachable().code());
    }
    assertEquals(HostBreakers.OPEN, unreachable().code());
    assertEquals(1, hub.breakers().openCount());
    assertTrue(hub.breakers().warning().contains("127.0.0.1:" + port), hub.breakers().warning());

    relay = RelayServer.start(RelaySettings.defaults().withPort(port), fixture.directory(), clock);
    assertEquals(HostBreakers.OPEN, unreachable().code(), "it is not asked before its time");
    hub.pass(Duration.ofSeconds(31));

    assertEquals(List.of(), hub.channels().received(RELAY, SUPPORT));
    assertEquals(List.of(), hub.channels().received(RELAY, SUPPORT));
    assertEquals(0, hub.breakers().openCount());
    assertEquals("", hub.breakers().warning());
  }

  @Test
  void aParcelThatAnOpenBreakerHeldBackArrivesOnce() throws Exception {
    int port = relay.port();
    relay.close();
    OutgoingParcel parcel = ChannelFixture.parcel("202407,\"9900000001\"\r\n");
    for (int call = 0; call <= MINIMUM_CALLS; call++) {
      assertThrows(ChannelException.class, () -> hub.channels().send(RELAY, parcel));
    }
    relay = RelayServer.start(RelaySettings.defaults().withPort(port), fixture.directory(), clock);
    hub.pass(Duration.ofSeconds(31));

    assertInstanceOf(SendOutcome.Accepted.class, hub.channels().send(RELAY, parcel));
    assertInstanceOf(SendOutcome.Accepted.class, hub.channels().send(RELAY, parcel));
    assertEquals(1, hub.channels().received(RELAY, SUPPORT).size());
  }

  @Test
  void anOfficeWhoseLoginAndCertificateAreRefusedDoesNotStopTheOthers() throws Exception {
    hub.putKey(fixture.authority().issueOffice(SUPPORT.value()));
    for (int call = 0; call < 2 * MINIMUM_CALLS; call++) {
      ChannelException refused =
          assertThrows(ChannelException.class, () -> hub.channels().received(RELAY, SUPPORT));
      assertEquals(ChannelException.Reason.CERTIFICATE_REFUSED, refused.reason());
    }

    assertEquals(List.of(), hub.channels().sent(RELAY, HELPERS));
    assertEquals(0, hub.breakers().openCount());
  }

  private ChannelException unreachable() {
    ChannelException away =
        assertThrows(ChannelException.class, () -> hub.channels().received(RELAY, SUPPORT));
    assertEquals(ChannelException.Reason.UNREACHABLE, away.reason());
    return away;
  }
}
