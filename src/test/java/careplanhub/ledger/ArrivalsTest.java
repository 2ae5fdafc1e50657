package careplanhub.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import careplanhub.ledger.Arrivals.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a repeat, and what is not: a file that is wrongly taken for one would never be sent. */
class ArrivalsTest {
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
  void theSameBytesUnderTheSameNameAreARepeatOnceTheFirstHasLeftTheOutbox() throws Exception {
    Arrivals.Taken first = take("a.csv", "x");
    ledger.arrivals().moved(first.id());

    assertEquals(Outcome.REPEAT, take("a.csv", "x").outcome());
    assertEquals(new Arrivals.Count(2, 1), ledger.arrivals().count());
  }

  @Test
  void aFileThatCouldNotBeMovedIsTheSameArrivalStill() throws Exception {
    Arrivals.Taken first = take("a.csv", "x");

    assertEquals(new Arrivals.Taken(first.id(), Outcome.NOTED_BEFORE), take("a.csv", "x"));
    assertEquals(new Arrivals.Count(1, 0), ledger.arrivals().count());
  }

  @Test
  void theFirstBytesAgainAfterACorrectionAreNoRepeat() throws Exception {
    ledger.arrivals().moved(take("a.csv", "x").id());
    ledger.arrivals().moved(take("a.csv", "corrected").id());

    assertEquals(Outcome.NEW, take("a.csv", "x").outcome());
  }

  @Test
  void otherBytesOrAnotherNameAreNew() throws Exception {
    ledger.arrivals().moved(take("a.csv", "x").id());

    assertEquals(Outcome.NEW, take("a.csv", "y").outcome());
    assertEquals(Outcome.NEW, take("b.csv", "x").outcome());
  }

  @Test
  void filesOfOneUnitComeTogetherUntilTheUnitIsTranslated() throws Exception {
    take("UPPLAN", "x", "unit");
    take("UPSIKYU", "y", "unit");
    OutgoingUnit unit = ledger.units().open(LedgerFixture.OFFICE).get(0);
    assertEquals(2, ledger.arrivals().ofUnit(unit).size());

    ledger.units().refused(unit, java.util.List.of("UNIT-15"));
    take("UPHOSOKU", "z", "unit");

    OutgoingUnit later = ledger.units().open(LedgerFixture.OFFICE).get(0);
    assertNotEquals(unit.id(), later.id());
    assertEquals(1, ledger.units().refusedCount());
  }

  private Arrivals.Taken take(String name, String content) throws Exception {
    return take(name, content, null);
  }

  private Arrivals.Taken take(String name, String content, @Nullable String unit) throws Exception {
    return ledger
        .arrivals()
        .take(
            new Arrivals.Found(
                LedgerFixture.OFFICE,
                name,
                ledger.keep(content),
                content.length(),
                unit,
                Duration.ofMinutes(1)));
  }
}
