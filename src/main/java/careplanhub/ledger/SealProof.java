package careplanhub.ledger;

import careplanhub.ledger.EvidenceFault.Kind;
import careplanhub.ledger.EvidenceTables.Head;
import careplanhub.ledger.EvidenceTables.Seal;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Proves that what the hub's key has signed agrees with a chain that is whole in itself. */
final class SealProof {
  private final Handle handle;
  private final List<X509Certificate> hubs;
  private long count;

  SealProof(Handle handle, List<X509Certificate> hubs) {
    this.handle = handle;
    this.hubs = hubs;
  }

  /** How many seals hold. */
  long count() {
    return count;
  }

  Optional<EvidenceFault> firstFault(String headStatement) {
    List<Seal> seals;
    try (Stream<Seal> rows = EvidenceTables.seals(handle)) {
      seals = rows.toList();
    }
    long sealedBefore = 0;
    for (Seal seal : seals) {
      Optional<EvidenceFault> fault = check(seal, sealedBefore);
      if (fault.isPresent()) {
        return fault;
      }
      sealedBefore = seal.seq();
      count++;
    }
    long sealed = sealedBefore;
    return firstMissing(seals)
        .or(this::firstMissedHead)
        .or(() -> checkHead(headStatement, sealed))
        .or(this::firstUnknownParcel);
  }

  /** The first of the heads that is not the hash of an entry. */
  Optional<EvidenceFault> firstUnknown(List<String> knownHeads) {
    for (String known : knownHeads) {
      boolean found =
          handle
              .createQuery("select count(*) from evidence_entry where hash = :hash")
              .bind("hash", known)
              .mapTo(Long.class)
              .one()
              .equals(1L);
      if (!found) {
        return Optional.of(
            new EvidenceFault(
                Kind.HEAD_UNKNOWN,
                0,
                "相手が持っている先頭ハッシュ " + known + " が、この証跡にありません。書き直されたか、末尾が消されています。"));
      }
    }
    return Optional.empty();
  }

  private Optional<EvidenceFault> check(Seal seal, long sealedBefore) {
    Optional<SignedHead> signed = SignedHead.verify(seal.statement(), hubs);
    if (signed.isEmpty()) {
      return Optional.of(seal(sealedBefore + 1, "封印 " + seal.number() + " は、このハブの鍵による署名ではありません。"));
    }
    if (!signed.get().equals(new SignedHead(seal.seq(), seal.hash(), seal.at()))) {
      return Optional.of(seal(sealedBefore + 1, "封印 " + seal.number() + " の行が変えられています。"));
    }
    return agree(signed.get(), sealedBefore, "封印 " + seal.number());
  }

  /** Every seal is itself an entry, so a seal that was taken away is missed. */
  private Optional<EvidenceFault> firstMissing(List<Seal> seals) {
    Map<String, String> statements = new HashMap<>();
    for (Seal seal : seals) {
      statements.put(Evidence.sealSubject(seal.number()), Evidence.sha256(seal.statement()));
    }
    try (Stream<RecordedEvidence> rows = EvidenceTables.entries(handle)) {
      return rows.filter(entry -> entry.action().equals(Evidence.SEALED))
          .filter(
              entry ->
                  !entry
                      .details()
                      .contains(statements.getOrDefault(entry.subject(), "no such seal")))
          .findFirst()
          .map(entry -> seal(entry.seq(), "証跡 " + entry.seq() + " 番が言う封印がありません。"));
    }
  }

  /** The hub itself has found, when it started, that its chain had been changed meanwhile. */
  private Optional<EvidenceFault> firstMissedHead() {
    try (Stream<RecordedEvidence> rows = EvidenceTables.entries(handle)) {
      return rows.filter(entry -> entry.action().equals(Evidence.HEAD_MISSED))
          .findFirst()
          .map(
              entry ->
                  new EvidenceFault(
                      Kind.CUT_OFF,
                      entry.seq(),
                      "証跡 %d 番より前が、ハブの止まっている間などに消されたか書き直されています（ハブが先頭ファイルとの違いを見つけて記録しました: %s）。"
                          .formatted(entry.seq(), entry.details())));
    }
  }

  /** The hub has found that a channel knows parcels which this ledger does not. */
  private Optional<EvidenceFault> firstUnknownParcel() {
    try (Stream<RecordedEvidence> rows = EvidenceTables.entries(handle)) {
      return rows.filter(entry -> entry.action().equals(Evidence.PARCEL_UNKNOWN))
          .findFirst()
          .map(
              entry ->
                  new EvidenceFault(
                      Kind.CUT_OFF,
                      entry.seq(),
                      ("台帳が連携基盤より古くなっています。連携基盤の知っている送信 %s がこの台帳にありません（証跡 %d 番）。"
                              + "古い控えから戻したか、末尾が消されています。")
                          .formatted(entry.subject(), entry.seq())));
    }
  }

  private Optional<EvidenceFault> checkHead(String statement, long sealedBefore) {
    if (statement.isEmpty()) {
      return Optional.of(seal(0, "data/evidence.head がありません。末尾が消されていないことを確かめられません。"));
    }
    return SignedHead.verify(statement, hubs)
        .map(signed -> agree(signed, sealedBefore, "data/evidence.head"))
        .orElseGet(() -> Optional.of(seal(0, "data/evidence.head は、このハブの鍵による署名ではありません。")));
  }

  private Optional<EvidenceFault> agree(SignedHead signed, long sealedBefore, String where) {
    if (signed.seq() == 0) {
      return Optional.empty();
    }
    Optional<RecordedEvidence> entry = EvidenceTables.entry(handle, signed.seq());
    if (entry.isEmpty()) {
      long entries = EvidenceTables.head(handle).map(Head::seq).orElse(0L);
      return Optional.of(ChainProof.cutOff(entries + 1, signed.seq()));
    }
    if (!entry.get().hash().equals(signed.hash())) {
      return Optional.of(
          new EvidenceFault(
              Kind.CHANGED,
              sealedBefore + 1,
              "証跡 %d 番から %d 番までのどれかが、ハッシュごと書き直されています（%s と合いません）。"
                  .formatted(sealedBefore + 1, signed.seq(), where)));
    }
    return Optional.empty();
  }

  private static EvidenceFault seal(long seq, String message) {
    return new EvidenceFault(Kind.SEAL, seq, message);
  }
}
