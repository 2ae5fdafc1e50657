package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  private static final byte[] CONTENT =
      "{\"parcel\":\"synthetic\"}".getBytes(StandardCharsets.UTF_8);

  private final Clock clock = Clock.systemUTC();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);
  private final OfficeKey office = authority.issueOffice("9970000001");

  @Test
  void aReceiptProvesItsContentAndItsSigner() throws ReceiptException {
    VerifiedReceipt receipt =
        Receipts.verify(Receipts.sign(office, CONTENT), List.of(authority.certificate()));

    assertArrayEquals(CONTENT, receipt.content());
    assertEquals(office.certificate(), receipt.signer());
  }

  @Test
  void aSelfSignedSignerIsTrustedWhenItIsKnown() throws ReceiptException {
    OfficeKey hub = OfficeKey.selfSigned("hub", clock);

    Receipts.verify(Receipts.sign(hub, CONTENT), List.of(hub.certificate()));

    assertEquals(
        ReceiptException.Reason.UNTRUSTED_SIGNER, reasonOf(Receipts.sign(hub, CONTENT), authority));
  }

  @Test
  void aChangedContentIsFound() {
    byte[] receipt = Receipts.sign(office, CONTENT);
    int place = new String(receipt, StandardCharsets.ISO_8859_1).indexOf("synthetic");
    receipt[place] ^= 1;

    assertEquals(ReceiptException.Reason.WRONG_SIGNATURE, reasonOf(receipt, authority));
  }

  @Test
  void aChangedSignatureIsFound() {
    byte[] receipt = Receipts.sign(office, CONTENT);
    receipt[receipt.length - 1] ^= 1;

    assertEquals(ReceiptException.Reason.WRONG_SIGNATURE, reasonOf(receipt, authority));
  }

  @Test
  void aSignerOfAnotherAuthorityIsNotTrusted() {
    assertEquals(
        ReceiptException.Reason.UNTRUSTED_SIGNER,
        reasonOf(Receipts.sign(office, CONTENT), TestAuthority.create("Other", clock)));
  }

  @Test
  void aSignerWhoseCertificateWasOverIsNotTrusted() {
    Instant now = clock.instant();
    OfficeKey expired =
        authority.issueOffice(
            "9970000001",
            new Validity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2))));

    assertEquals(
        ReceiptException.Reason.UNTRUSTED_SIGNER,
        reasonOf(Receipts.sign(expired, CONTENT), authority));
  }

  @Test
  void bytesThatAreNoReceiptAreSaidToBeNone() {
    byte[] receipt = Receipts.sign(office, CONTENT);
    for (byte[] wrong : List.of(new byte[0], CONTENT, Arrays.copyOf(receipt, receipt.length / 2))) {
      assertEquals(ReceiptException.Reason.NOT_A_RECEIPT, reasonOf(wrong, authority));
    }
  }

  private static ReceiptException.Reason reasonOf(byte[] receipt, TestAuthority trusted) {
    return assertThrows(
            ReceiptException.class, () -> Receipts.verify(receipt, List.of(trusted.certificate())))
        .reason();
  }
}
