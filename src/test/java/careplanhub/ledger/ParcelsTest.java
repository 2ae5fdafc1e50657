package careplanhub.ledger;

import static careplanhub.ledger.LedgerFixture.OTHER_PARTNER;
import static careplanhub.ledger.LedgerFixture.PARTNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ChannelName;
import careplanhub.office.OfficeChannel;
import careplanhub.standard.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order within a lane, freedom between lanes, and lights that never lie. */
class ParcelsTest {
  @TempDir Path folder;
  private LedgerFixture ledger;

  @BeforeEach
  void open() throws Exception {
    ledger = LedgerFixture.open(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aParcelInTroubleHoldsItsOwnLaneAndNoOther() throws Exception {
    Parcel first = ledger.packed(PARTNER, "20260401090000");
    ledger.packed(PARTNER, "20260401090001");
    Parcel elsewhere = ledger.packed(OTHER_PARTNER, "20260401090000");

    ledger.parcels().tryLater(first, Duration.ofMinutes(5));

    assertEquals(Optional.empty(), ledger.parcels().next(first.lane()));
    assertEquals(List.of(elsewhere.lane()), nextLanes());
    ledger.pass(Duration.ofMinutes(5));
    assertEquals(Optional.of(first.id()), ledger.parcels().next(first.lane()).map(Parcel::id));
    assertEquals(1, ledger.parcels().next(first.lane()).orElseThrow().attempts());
  }

  private List<String> nextLanes() {
    return ledger.parcels().lanesDue().stream()
        .filter(lane -> ledger.parcels().next(lane).isPresent())
        .toList();
  }

  @Test
  void aLightGoesOnOnceAndOnlyAfterTheOneBefore() throws Exception {
    Parcel parcel = ledger.packed(PARTNER, "20260401090000");
    assertFalse(ledger.lights().fetched(parcel.id(), ledger.now()), "it is not handed over yet");

    assertTrue(ledger.lights().handedOver(parcel, "R1", ledger.now(), ""));
    assertFalse(ledger.lights().handedOver(parcel, "R2", ledger.now(), ""));
    assertTrue(ledger.lights().fetched(parcel.id(), ledger.now()));
    assertFalse(ledger.lights().fetched(parcel.id(), ledger.now()));
    assertEquals(Parcel.State.HANDED_OVER, state(parcel));

    assertTrue(ledger.lights().imported(parcel, ledger.now(), "hash", "head"));
    assertEquals(Parcel.State.CLOSED, state(parcel));
    assertEquals(1, ledger.parcels().find(parcel.id()).orElseThrow().attempts());
  }

  @Test
  void aPreparedParcelHasNoLightBeforeItIsCarried() throws Exception {
    Parcel parcel = ledger.packed(PARTNER, "20260401090000", ChannelName.SFTP);
    OfficeChannel sender = new OfficeChannel(LedgerFixture.OFFICE, ChannelName.SFTP);
    OfficeChannel addressee = new OfficeChannel(PARTNER, ChannelName.SFTP);

    assertTrue(ledger.lights().prepared(parcel));
    assertFalse(ledger.lights().prepared(parcel), "a repetition changes nothing");
    assertEquals(Parcel.State.PREPARED, state(parcel));
    assertEquals(Optional.empty(), ledger.parcels().next(parcel.lane()));
    assertFalse(ledger.lights().taken(parcel, ledger.now()), "nobody carried it yet");
    assertEquals(List.of(sender), ledger.lights().open());
    assertEquals(List.of(parcel.id()), ids(ledger.lights().preparedFor(addressee, 10)));

    assertTrue(ledger.lights().handedOver(parcel, "R1", ledger.now(), ""));
    assertEquals(List.of(), ledger.lights().preparedFor(addressee, 10));
    assertEquals(List.of(parcel.id()), ids(ledger.lights().open(sender, 10)));
    assertTrue(ledger.lights().taken(parcel, ledger.now()));
    assertFalse(ledger.lights().taken(parcel, ledger.now()));
    assertEquals(Parcel.State.CLOSED, state(parcel));
    assertEquals(1, ledger.parcels().find(parcel.id()).orElseThrow().attempts());
  }

  @Test
  void whereNothingMoreCanBeKnownTheFirstLightIsTheLast() throws Exception {
    Parcel parcel = ledger.packed(PARTNER, "20260401090000", ChannelName.CLIENT_FOLDER);
    ledger.lights().prepared(parcel);
    assertTrue(ledger.lights().handedOver(parcel, "R1", ledger.now(), ""));

    Parcel closed = ledger.parcels().find(parcel.id()).orElseThrow();
    assertEquals(Parcel.State.CLOSED, closed.state());
    assertNull(closed.fetchedAt(), "what cannot be known is never said");
    assertNull(closed.importedAt());
    assertEquals(List.of(), ledger.lights().open());
  }

  private static List<String> ids(List<Parcel> parcels) {
    return parcels.stream().map(Parcel::id).toList();
  }

  @Test
  void aRefusedParcelAsksAPersonAndFreesItsLane() throws Exception {
    Parcel refused = ledger.packed(PARTNER, "20260401090000");
    Parcel next = ledger.packed(PARTNER, "20260401090001");

    Question question = ledger.parcels().refused(refused, "ADDRESSEE_UNKNOWN", "受け付けられません");

    assertEquals(Optional.of(next.id()), ledger.parcels().next(next.lane()).map(Parcel::id));
    ledger.questions().answer(question, 0, Answers.GIVE_UP, "test");
    assertEquals(Parcel.State.GIVEN_UP, state(refused));
  }

  @Test
  void aPersonCanHaveARefusedParcelTriedAgain() throws Exception {
    Parcel refused = ledger.packed(PARTNER, "20260401090000");
    Question question = ledger.parcels().refused(refused, "CODE", "受け付けられません");

    ledger.questions().answer(question, 0, Answers.TRY_AGAIN, "test");

    assertEquals(Parcel.State.READY, state(refused));
    assertEquals(List.of(), ledger.questions().open());
  }

  @Test
  void aPersonCanHaveARefusedParcelGoAnotherWay() throws Exception {
    Parcel refused = ledger.packed(PARTNER, "20260401090000");
    Question question = ledger.parcels().refused(refused, "CODE", "受け付けられません");

    assertFalse(Answers.isPossible(question, 0, "direct"), "that way is never a choice");
    assertTrue(Answers.isPossible(question, 0, "sftp"));
    ledger.questions().answer(question, 0, "sftp", "test");

    Parcel again = ledger.parcels().next(refused.lane()).orElseThrow();
    assertEquals(refused.id(), again.id());
    assertEquals("sftp", again.channel());
    assertTrue(ledger.parcels().isAsPacked(again));
  }

  @Test
  void aSerialIsTakenBetweenTwoOfficesOnly() throws Exception {
    ledger.packed(PARTNER, "20260401090000");
    Serial serial = new Serial("20260401090000");

    assertTrue(ledger.parcels().serialIsTaken(LedgerFixture.OFFICE, PARTNER, serial));
    assertFalse(ledger.parcels().serialIsTaken(LedgerFixture.OFFICE, OTHER_PARTNER, serial));
  }

  private Parcel.State state(Parcel parcel) {
    return ledger.parcels().find(parcel.id()).orElseThrow().state();
  }
}
