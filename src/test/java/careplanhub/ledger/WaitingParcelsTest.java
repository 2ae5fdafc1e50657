package careplanhub.ledger;

import static careplanhub.ledger.LedgerFixture.OFFICE;
import static careplanhub.ledger.LedgerFixture.OTHER_PARTNER;
import static careplanhub.ledger.LedgerFixture.PARTNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ChannelName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes to an addressee before somebody has said what has to be said of it. */
class WaitingParcelsTest {
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
  void anOfficeIsAskedOnceHoweverManyParcelsWait() throws Exception {
    Parcel first = ledger.packed(PARTNER, "20260401090000");
    Parcel second = ledger.packed(PARTNER, "20260401090001");

    assertTrue(confirm(first).isPresent());
    assertTrue(confirm(second).isEmpty());
    assertEquals(1, ledger.questions().open().size());
    assertEquals(List.of(), ledger.parcels().lanesDue());
  }

  @Test
  void whoTelephonedIsRememberedAndProvedButNeverInTheClear() throws Exception {
    Parcel waiting = ledger.packed(PARTNER, "20260401090000");
    Parcel other = ledger.packed(OTHER_PARTNER, "20260401090000");
    Question question = confirm(waiting).orElseThrow();
    confirm(other);

    assertFalse(Answers.isPossible(question, 0, Answers.CONFIRMED), "who did is missing");
    String answer = Answers.CONFIRMED + " 架空花子";
    assertTrue(Answers.isPossible(question, 0, answer));
    ledger.questions().answer(question, 0, answer, "person:test");

    assertTrue(ledger.confirmedPartners().contains(PARTNER));
    assertFalse(ledger.confirmedPartners().contains(OTHER_PARTNER));
    assertEquals("架空花子", ledger.confirmedPartners().all().get(PARTNER).by());
    assertEquals(List.of(waiting.lane()), ledger.parcels().lanesDue());
    String clear = ledger.inTheClear();
    assertFalse(clear.contains("花子"), clear);
    String index = ledger.vault().index("person", "架空花子");
    assertTrue(
        clear.contains("person:test answered " + PARTNER + " ") && clear.contains(index), clear);
  }

  @Test
  void whoeverIsNotConfirmedGetsNothing() throws Exception {
    Parcel waiting = ledger.packed(PARTNER, "20260401090000");
    ledger.questions().answer(confirm(waiting).orElseThrow(), 0, Answers.GIVE_UP, "test");

    assertEquals(Parcel.State.GIVEN_UP, state(waiting));
    assertFalse(ledger.confirmedPartners().contains(PARTNER));
  }

  @Test
  void whatTheDirectorySaysInTheMeantimeNobodyHasToAnswer() throws Exception {
    Parcel waiting = ledger.packed(PARTNER, "20260401090000", "");
    confirm(waiting);
    WaitingParcels.Pair pair = new WaitingParcels.Pair(OFFICE, PARTNER, true);
    assertEquals(List.of(pair), ledger.waitingParcels().pairs());

    ledger.waitingParcels().release(pair, ChannelName.RELAY);

    assertEquals(List.of(), ledger.questions().open());
    assertEquals("relay", ledger.parcels().next(waiting.lane()).orElseThrow().channel());
  }

  @Test
  void aPersonChoosesTheChannelThatIsMissing() throws Exception {
    Parcel bare = ledger.packed(PARTNER, "20260401090000", "");
    Question question =
        ledger.waitingParcels().ask(bare, Question.Kind.CHOOSE_CHANNEL, "経路がありません").orElseThrow();

    assertFalse(Answers.isPossible(question, 0, "pigeon"));
    ledger.questions().answer(question, 0, "client-folder", "test");

    assertEquals("client-folder", ledger.parcels().next(bare.lane()).orElseThrow().channel());
  }

  @Test
  void theNextChannelGetsTheSameParcelAndTheEvidenceSaysWhy() throws Exception {
    Parcel parcel = ledger.packed(PARTNER, "20260401090000");

    ledger.waitingParcels().fallBack(parcel, ChannelName.SFTP, "ADDRESSEE_UNKNOWN");

    Parcel next = ledger.parcels().next(parcel.lane()).orElseThrow();
    assertEquals(parcel.id(), next.id());
    assertEquals(parcel.files(), next.files());
    assertEquals("sftp", next.channel());
    assertTrue(
        ledger
            .inTheClear()
            .contains(
                "fell-back "
                    + parcel.id()
                    + " {\"channel\":\"relay\",\"code\":\"ADDRESSEE_UNKNOWN\",\"next\":\"sftp\"}"));
  }

  private Optional<Question> confirm(Parcel parcel) {
    return ledger.waitingParcels().ask(parcel, Question.Kind.CONFIRM_PARTNER, "確かめてください");
  }

  private Parcel.State state(Parcel parcel) {
    return ledger.parcels().find(parcel.id()).orElseThrow().state();
  }
}
