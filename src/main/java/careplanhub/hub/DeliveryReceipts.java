package careplanhub.hub;

import careplanhub.ledger.Evidence;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Reception;
import careplanhub.security.OfficeKey;
import careplanhub.security.ReceiptException;
import careplanhub.security.Receipts;
import careplanhub.security.Trust;
import careplanhub.security.VerifiedReceipt;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Vault;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The third light's proof: JSON that names the parcel, the SHA-256 of each file as it was sent,
 * when it stood in the inbox and the receiving hub's chain head, signed as CMS (RFC 5652) with the
 * receiving office's key. Safe for every thread.
 */
final class DeliveryReceipts {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Vault vault;
  private final Evidence evidence;
  private final Function<OfficeNumber, OfficeKey> keys;
  private final Supplier<Trust> trust;
  private final Clock clock;

  /**
   * @param keys each own office's key
   * @param trust whose offices' receipts are believed
   */
  DeliveryReceipts(
      Vault vault,
      Evidence evidence,
      Function<OfficeNumber, OfficeKey> keys,
      Supplier<Trust> trust,
      Clock clock) {
    this.vault = vault;
    this.evidence = evidence;
    this.keys = keys;
    this.trust = trust;
    this.clock = clock;
  }

  /** What is signed. */
  private record Statement(
      String parcel, List<String> sha256, Instant deliveredAt, String evidenceHead) {}

  /** What a receipt proves. */
  record Proof(Instant deliveredAt, String evidenceHead, String hash) {}

  /** The receipt of an office for what stands in its inbox. */
  byte[] of(Reception reception) throws IOException {
    List<ContentId> contents =
        reception.files().stream().map(Reception.ReceivedFile::content).toList();
    Instant deliveredAt =
        reception.deliveredAt() == null ? clock.instant() : reception.deliveredAt();
    Statement statement =
        new Statement(reception.parcelId(), sha256(contents), deliveredAt, evidence.head());
    return Receipts.sign(keys.apply(reception.office()), JSON.writeValueAsBytes(statement));
  }

  /** What a receipt proves of a parcel; empty when it is another's, or of other bytes. */
  Optional<Proof> verify(Parcel parcel, byte[] receipt) {
    try {
      VerifiedReceipt verified = Receipts.verify(receipt, trust.get().authorities());
      Statement statement = JSON.readValue(verified.content(), Statement.class);
      List<ContentId> contents = parcel.files().stream().map(Parcel.ParcelEntry::content).toList();
      boolean holds =
          OfficeKey.commonName(verified.signer()).equals(parcel.addressee().value())
              && statement.parcel().equals(parcel.id())
              && statement.sha256().equals(sha256(contents));
      return holds
          ? Optional.of(
              new Proof(
                  statement.deliveredAt(),
                  statement.evidenceHead(),
                  HexFormat.of().formatHex(digest().digest(receipt))))
          : Optional.empty();
    } catch (ReceiptException | IOException e) {
      return Optional.empty();
    }
  }

  private List<String> sha256(List<ContentId> contents) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (ContentId content : contents) {
      MessageDigest digest = digest();
      try (InputStream bytes = new DigestInputStream(vault.open(content), digest)) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }
      hashes.add(HexFormat.of().formatHex(digest.digest()));
    }
    return hashes;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
