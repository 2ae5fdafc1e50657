package careplanhub.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.UserIdentity;
import careplanhub.store.ContentId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consents are kept once for each parcel and user, and tell nothing in the clear. */
class ConsentsTest {
  private static final UserIdentity USER = new UserIdentity("991234", "9900000017");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @TempDir Path folder;

  @Test
  void theSameSaidTwiceIsNotedAndSentOnce() throws Exception {
    try (LedgerFixture ledger = LedgerFixture.open(folder)) {
      Parcel parcel = ledger.packed(LedgerFixture.PARTNER, "20260401090000");
      ContentId pdf = ledger.keep("%PDF-");
      Consent dated = new Consent(parcel.id(), USER, DAY, "架空花子", null, false);
      assertTrue(ledger.consents().record(dated, null, "person:test"));
      Consent whole = new Consent(parcel.id(), USER, DAY, "架空花子", pdf, true);
      Arrivals.Found attachment =
          new Arrivals.Found(
              LedgerFixture.OFFICE,
              "添付/" + LedgerFixture.PARTNER + " 同意/同意_9900000017.pdf",
              pdf,
              5,
              OutgoingUnit.attachmentsKey(LedgerFixture.PARTNER.value(), "x"),
              Duration.ZERO);
      assertTrue(ledger.consents().record(whole, attachment, "person:test"));
      assertFalse(ledger.consents().record(whole, attachment, "person:test"));
      assertFalse(ledger.consents().record(dated, null, "person:test"), "its PDF stays");

      assertEquals(List.of(whole), ledger.consents().of(LedgerFixture.OFFICE));
      assertEquals(
          1,
          ledger.units().open(LedgerFixture.OFFICE).stream()
              .filter(u -> u.isAttachments())
              .count());
      assertEquals(
          List.of(),
          ledger.arrivals().notYetMoved(LedgerFixture.OFFICE).stream()
              .filter(arrival -> arrival.name().contains("同意"))
              .toList());
      assertTrue(ledger.inTheClear().contains("consent-noted"));
    }
    for (String name : List.of("ledger.sqlite", "ledger.sqlite-wal")) {
      if (Files.exists(folder.resolve(name))) {
        String bytes = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
        assertFalse(bytes.contains("9900000017") || bytes.contains("架空花子"));
      }
    }
  }
}
