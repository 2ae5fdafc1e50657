package careplanhub.channel;

import static careplanhub.channel.ChannelFixture.RELAY;
import static careplanhub.relay.RelayFixture.HELPERS;
import static careplanhub.relay.RelayFixture.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a real relay's answers suffer on their way, nothing is lost or doubled, and what is not
 * known is not said to be known.
 */
class RelayTroubleTest {
  private static final Map<String, ChannelException.Reason> PASSING =
      Map.ofEntries(
          Map.entry("LOGIN_FAILED", ChannelException.Reason.LOGIN_REFUSED),
          Map.entry("LOGIN_LOCKED", ChannelException.Reason.LOGIN_LOCKED),
          Map.entry("ONE_TIME_PASSWORD_NEEDED", ChannelException.Reason.LOGIN_WAITS_FOR_PERSON),
          Map.entry("ONE_TIME_PASSWORD_WRONG", ChannelException.Reason.LOGIN_WAITS_FOR_PERSON),
          Map.entry("TOKEN_INVALID", ChannelException.Reason.LOGIN_ENDED),
          Map.entry("OFFICE_LOCKED", ChannelException.Reason.OFFICE_LOCKED),
          Map.entry("LICENCE_NOT_YET_VALID", ChannelException.Reason.LICENCE_NOT_YET_VALID),
          Map.entry("LICENCE_EXPIRED", ChannelException.Reason.LICENCE_EXPIRED),
          Map.entry("PARCELS_OF_DAY_USED_UP", ChannelException.Reason.QUOTA_USED_UP),
          Map.entry("STORAGE_USED_UP", ChannelException.Reason.QUOTA_USED_UP));

  @TempDir Path directory;

  private RelayFixture fixture;
  private RelayServer relay;
  private FaultyRelayWay way;
  private ChannelFixture hub;
  private Channels channels;

  @BeforeEach
  void start() throws Exception {
    // certificates that are good already for a relay whose clock is slow
    Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    fixture = new RelayFixture(directory.resolve("relay"), earlier);
    relay = fixture.start(RelaySettings.defaults(), Clock.systemUTC());
    way = new FaultyRelayWay(fixture, relay);
    hub =
        new ChannelFixture(
            fixture,
            "https://127.0.0.1:" + way.port() + "/v1",
            directory.resolve("hub"),
            Clock.systemUTC(),
            Duration.ofSeconds(3));
    channels = hub.channels();
  }

  @AfterEach
  void stop() {
    hub.close();
    way.close();
    relay.close();
  }

  @Test
  void restartedBetweenAcceptingAndTheRepetitionItHasTheParcelOnce() throws Exception {
    OutgoingParcel parcel = parcel();
    way.spoil("/parcels", FaultyRelayWay::cut);
    assertOutcomeOpen(parcel);
    restart(Clock.systemUTC());
    way.heal();

    assertArrivesOnce(parcel);
  }

  @Test
  void cutOffInTheMiddleOfAnyAnswerNothingIsLostOrDoubled() throws Exception {
    OutgoingParcel parcel = parcel();
    way.spoil("/parcels", FaultyRelayWay::cut);
    assertOutcomeOpen(parcel);
    way.heal();
    assertArrivesOnce(parcel);

    way.spoil("/received", FaultyRelayWay::cut);
    assertUnreachable(() -> channels.received(RELAY, SUPPORT));
    way.spoil("/" + parcel.id(), FaultyRelayWay::cut);
    assertUnreachable(() -> channels.fetch(RELAY, SUPPORT, parcel.id()));
    way.heal();
    assertArrayEquals(
        parcel.files().get(0).content(),
        channels.fetch(RELAY, SUPPORT, parcel.id()).get(0).content());
    way.spoil("/acknowledgement", FaultyRelayWay::cut);
    assertUnreachable(() -> channels.acknowledge(RELAY, SUPPORT, parcel.id(), new byte[] {1}));
    way.heal();
    channels.acknowledge(RELAY, SUPPORT, parcel.id(), new byte[] {2});
    SentEntry sent = channels.sent(RELAY, HELPERS).get(0);
    assertTrue(sent.downloaded());
    assertArrayEquals(new byte[] {1}, sent.receipt(), "the first acknowledgement counts");
  }

  @Test
  void anAnswerThatComesTooLateLeavesTheOutcomeOpenAndTheRepetitionFindsItAccepted()
      throws Exception {
    OutgoingParcel parcel = parcel();
    channels.sent(RELAY, HELPERS);
    way.spoil("/parcels", way::hold);
    assertOutcomeOpen(parcel);
    way.heal();

    assertArrivesOnce(parcel);
  }

  @Test
  void a502AfterItHasAcceptedLeavesTheOutcomeOpenAndTheRepetitionFindsItAccepted()
      throws Exception {
    OutgoingParcel parcel = parcel();
    way.spoil("/parcels", FaultyRelayWay::badGateway);
    ChannelException told = assertOutcomeOpen(parcel);
    assertEquals(ChannelException.Reason.REMOTE_FAULT, told.reason());
    assertEquals("502", told.code());
    way.heal();

    assertArrivesOnce(parcel);
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 60})
  void aRelayWhoseClockIsAnHourOffIsToldOfAndItsTimesArePutRight(long minutes) throws Exception {
    restart(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));
    Instant before = Instant.now().minusSeconds(1);
    OutgoingParcel parcel = parcel();

    SendOutcome.Accepted accepted =
        assertInstanceOf(SendOutcome.Accepted.class, channels.send(RELAY, parcel));
    ReceivedEntry received = channels.received(RELAY, SUPPORT).get(0);
    SentEntry sent = channels.sent(RELAY, HELPERS).get(0);

    Instant after = Instant.now().plusSeconds(1);
    for (Instant shown : List.of(accepted.at(), received.receivedAt(), sent.sentAt())) {
      assertTrue(shown.isAfter(before) && shown.isBefore(after), shown + " is not about now");
    }
    String warning = hub.relayChannel().warning();
    assertTrue(warning.contains(minutes < 0 ? "遅れて" : "進んで"), warning);
    assertArrivesOnce(parcel);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyBusinessErrorIsToldAsWhatItIsAndNothingIsLostOrDoubled(String code) throws Exception {
    String message = "合成の理由です。";
    OutgoingParcel parcel = parcel();
    channels.sent(RELAY, HELPERS);
    way.spoil("/parcels", FaultyRelayWay.businessError(code, message));

    if (PASSING.containsKey(code)) {
      ChannelException told =
          assertThrows(ChannelException.class, () -> channels.send(RELAY, parcel));
      assertEquals(PASSING.get(code), told.reason());
      assertTrue(!told.leavesOutcomeOpen(), "the relay said that it did not take it");
      assertTrue(told.reason().messageJapanese().endsWith("。"));
    } else {
      assertEquals(new SendOutcome.Refused(code, message), channels.send(RELAY, parcel));
    }
    way.heal();
    hub.relayChannel().tryLoginAgain(HELPERS);
    if (hub.relayChannel().stateOf(HELPERS) == LoginState.LOGIN_WAITS_FOR_PERSON) {
      hub.relayChannel().giveOneTimePassword(HELPERS, "123456");
    }
    assertArrivesOnce(parcel);
  }

  static Stream<String> codes() throws Exception {
    JsonNode codes =
        new YAMLMapper()
            .readTree(Path.of("docs/relay-api.yaml").toFile())
            .at("/components/schemas/Failure/properties/errorCode/enum");
    assertTrue(codes.size() > 20, "the description names the codes");
    return StreamSupport.stream(codes.spliterator(), false).map(JsonNode::asText);
  }

  private void restart(Clock clock) throws Exception {
    relay.close();
    relay = fixture.start(RelaySettings.defaults(), clock);
    way.leadTo(relay);
  }

  private ChannelException assertOutcomeOpen(OutgoingParcel parcel) {
    ChannelException told =
        assertThrows(ChannelException.class, () -> channels.send(RELAY, parcel));
    assertTrue(told.leavesOutcomeOpen(), told.reason().name());
    return told;
  }

  private static void assertUnreachable(org.junit.jupiter.api.function.Executable call) {
    ChannelException told = assertThrows(ChannelException.class, call);
    assertEquals(ChannelException.Reason.UNREACHABLE, told.reason());
  }

  private void assertArrivesOnce(OutgoingParcel parcel) throws Exception {
    SendOutcome first = channels.send(RELAY, parcel);
    assertInstanceOf(SendOutcome.Accepted.class, first);
    assertInstanceOf(SendOutcome.Accepted.class, channels.send(RELAY, parcel));
    List<ReceivedEntry> received = channels.received(RELAY, SUPPORT);
    assertEquals(1, received.size());
    assertEquals(parcel.id(), received.get(0).parcelId());
    assertEquals(1, channels.sent(RELAY, HELPERS).size());
  }

  private static OutgoingParcel parcel() {
    return ChannelFixture.parcel("202407,\"9900000001\"\r\n");
  }
}
