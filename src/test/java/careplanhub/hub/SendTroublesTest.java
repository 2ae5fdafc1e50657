package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.ChannelException;
import careplanhub.channel.ChannelException.Reason;
import careplanhub.ledger.Parcel;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sent list says of a parcel whose sending has had no answer. */
class SendTroublesTest {
  private static final int HANDED_OVER = ListRows.SENT_COLUMNS.indexOf("渡した");
  private static final int STATE = ListRows.SENT_COLUMNS.indexOf("状態");
  private static final List<String> ROW = Collections.nCopies(ListRows.SENT_COLUMNS.size(), "送信待ち");

  private final SendTroubles troubles = new SendTroubles();

  @Test
  void aParcelNeverTriedIsShownAsItIs() {
    assertEquals(ROW, troubles.shown(parcel(Parcel.State.READY, 0), ROW));
  }

  @Test
  void anAttemptWithoutAnAnswerLeavesTheFirstLightUnknownAndSaysWhy() {
    troubles.failed(parcel(Parcel.State.READY, 0), failure(Reason.UNREACHABLE));

    List<String> shown = troubles.shown(parcel(Parcel.State.READY, 1), ROW);

    assertEquals("不明", shown.get(HANDED_OVER));
    assertEquals("送信待ち " + Reason.UNREACHABLE.messageJapanese(), shown.get(STATE));
  }

  @Test
  void anAttemptThatCertainlyCarriedNothingLeavesNothingUnknown() {
    troubles.failed(parcel(Parcel.State.READY, 0), failure(Reason.LICENCE_EXPIRED));

    List<String> shown = troubles.shown(parcel(Parcel.State.READY, 1), ROW);

    assertEquals("送信待ち", shown.get(HANDED_OVER));
    assertTrue(shown.get(STATE).endsWith(Reason.LICENCE_EXPIRED.messageJapanese()));
  }

  @Test
  void oneOpenAttemptAmongSeveralKeepsTheLightUnknown() {
    troubles.failed(parcel(Parcel.State.READY, 0), failure(Reason.REMOTE_FAULT));
    troubles.failed(parcel(Parcel.State.READY, 1), failure(Reason.LICENCE_EXPIRED));

    List<String> shown = troubles.shown(parcel(Parcel.State.READY, 2), ROW);

    assertEquals("不明", shown.get(HANDED_OVER));
    assertTrue(shown.get(STATE).endsWith(Reason.LICENCE_EXPIRED.messageJapanese()));
  }

  @Test
  void attemptsBeforeARestartCountAsUnknown() {
    assertEquals("不明", troubles.shown(parcel(Parcel.State.READY, 1), ROW).get(HANDED_OVER));
  }

  @Test
  void theReasonIsFoundInsideWhatWrapsIt() {
    troubles.failed(
        parcel(Parcel.State.READY, 0),
        new UncheckedIOException(new ChannelException(Reason.OFFICE_LOCKED, null)));

    assertTrue(
        troubles
            .shown(parcel(Parcel.State.READY, 1), ROW)
            .get(STATE)
            .endsWith(Reason.OFFICE_LOCKED.messageJapanese()));
  }

  @Test
  void anAnswerForgetsWhatWasKnown() {
    troubles.failed(parcel(Parcel.State.READY, 0), failure(Reason.LICENCE_EXPIRED));

    troubles.answered(parcel(Parcel.State.READY, 1));

    assertEquals("送信待ち", troubles.shown(parcel(Parcel.State.READY, 1), ROW).get(STATE));
  }

  @Test
  void aParcelThatIsNotToBeSentAnyMoreIsShownAsItIs() {
    troubles.failed(parcel(Parcel.State.READY, 0), failure(Reason.UNREACHABLE));

    assertEquals(ROW, troubles.shown(parcel(Parcel.State.HANDED_OVER, 1), ROW));
  }

  private static ChannelException failure(Reason reason) {
    return new ChannelException(reason, null);
  }

  private static Parcel parcel(Parcel.State state, int attempts) {
    return new Parcel(
        "parcel",
        "unit",
        new OfficeNumber("9910000011"),
        new OfficeNumber("9920000019"),
        new Serial("20260401120000"),
        "relay",
        state,
        Instant.EPOCH,
        attempts,
        List.of(),
        null,
        null,
        null);
  }
}
