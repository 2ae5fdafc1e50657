package careplanhub.ledger;

import static careplanhub.ledger.LedgerFixture.OFFICE;
import static careplanhub.ledger.LedgerFixture.OTHER_PARTNER;
import static careplanhub.ledger.LedgerFixture.PARTNER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.standard.OfficeNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came in is noted once and delivered in serial order per sender. */
class ReceptionsTest {
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
  void aParcelListedAgainIsTheSameReception() {
    announce("P1", PARTNER, "20260401090000");
    announce("P1", PARTNER, "20260401090000");

    assertEquals(1, in(Reception.State.ANNOUNCED).size());
  }

  @Test
  void parcelsOfOneSenderComeInTheOrderOfTheirSerials() {
    announce("late", PARTNER, "20260401100000");
    announce("other", OTHER_PARTNER, "20260401093000");
    announce("early", PARTNER, "20260401090000");

    assertEquals(
        List.of("early", "late", "other"),
        in(Reception.State.ANNOUNCED).stream().map(Reception::parcelId).toList());
  }

  @Test
  void aReceptionGoesItsWayAndKeepsItsFiles() throws Exception {
    announce("P1", PARTNER, "20260401090000");
    Reception reception = in(Reception.State.ANNOUNCED).get(0);
    ledger
        .receptions()
        .fetched(
            reception, List.of(new Reception.ReceivedFile("a.CSV", ledger.keep("x"), "202407")));
    ledger
        .receptions()
        .staged(
            reception,
            List.of(new Receptions.StagedFile(".hidden.tmp", "a.CSV")),
            List.of(),
            Map.of());
    assertEquals(
        List.of(new Receptions.StagedFile(".hidden.tmp", "a.CSV")),
        ledger.receptions().stagedFiles(reception));

    ledger.receptions().delivered(reception);
    ledger.receptions().acknowledged(reception);

    Reception after = ledger.receptions().find(reception.id()).orElseThrow();
    assertEquals(Reception.State.ACKNOWLEDGED, after.state());
    assertEquals("a.CSV", after.files().get(0).name());
    assertEquals(1, ledger.receptions().deliveredCount());
  }

  @Test
  void aReceptionInTroubleWaitsAlone() {
    announce("P1", PARTNER, "20260401090000");
    announce("P2", PARTNER, "20260401090001");

    ledger.receptions().tryLater(in(Reception.State.ANNOUNCED).get(0), Duration.ofMinutes(1));

    assertEquals(
        List.of("P2"), in(Reception.State.ANNOUNCED).stream().map(Reception::parcelId).toList());
    ledger.pass(Duration.ofMinutes(1));
    assertEquals(2, in(Reception.State.ANNOUNCED).size());
  }

  /** The receiver imports in serial order (2.5), and an earlier state must not come back. */
  @Test
  void aLaterSerialOfASenderWaitsForAnEarlierOneButNotForEver() throws Exception {
    Duration longest = Duration.ofMinutes(15);
    announce("early", PARTNER, "20260401090000");
    announce("late", PARTNER, "20260401100000");
    announce("other", OTHER_PARTNER, "20260401110000");
    Reception early = in(Reception.State.ANNOUNCED).get(0);
    fetch(in(Reception.State.ANNOUNCED).get(1));
    fetch(in(Reception.State.ANNOUNCED).get(1));

    assertEquals(List.of("other"), toDeliver(longest));
    fetch(early);
    assertEquals(List.of("early", "other"), toDeliver(longest));
    ledger.receptions().tryLater(early, Duration.ofHours(1));
    assertEquals(List.of("other"), toDeliver(longest));
    ledger.pass(longest);
    assertEquals(List.of("late", "other"), toDeliver(longest));
  }

  private List<String> toDeliver(Duration longest) {
    return ledger.receptions().toDeliver(OFFICE, longest).stream()
        .map(Reception::parcelId)
        .toList();
  }

  private void fetch(Reception reception) throws Exception {
    ledger
        .receptions()
        .fetched(
            reception, List.of(new Reception.ReceivedFile("a.CSV", ledger.keep("x"), "202407")));
  }

  private List<Reception> in(Reception.State state) {
    return ledger.receptions().in(state, OFFICE);
  }

  private void announce(String parcel, OfficeNumber sender, String serial) {
    ledger
        .receptions()
        .announce(
            "relay",
            OFFICE,
            List.of(new Receptions.Announced(parcel, sender, "", serial, ledger.now())));
  }
}
