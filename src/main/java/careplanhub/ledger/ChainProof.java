package careplanhub.ledger;

import careplanhub.ledger.EvidenceFault.Kind;
import careplanhub.ledger.EvidenceTables.Head;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Walks the chain once, entry by entry, and names the first one that is wrong. */
final class ChainProof {
  private final Handle handle;
  private long entries;
  private String first = "";
  private String last = "";
  private String head = RecordedEvidence.NO_HASH;

  ChainProof(Handle handle) {
    this.handle = handle;
  }

  long entries() {
    return entries;
  }

  String first() {
    return first;
  }

  String last() {
    return last;
  }

  String head() {
    return head;
  }

  Optional<EvidenceFault> firstFault() {
    try (Stream<RecordedEvidence> rows = EvidenceTables.entries(handle)) {
      Iterator<RecordedEvidence> remaining = rows.iterator();
      @Nullable RecordedEvidence entry = next(remaining);
      while (entry != null) {
        @Nullable RecordedEvidence following = next(remaining);
        Optional<EvidenceFault> fault = check(entry, following);
        if (fault.isPresent()) {
          return fault;
        }
        accept(entry);
        entry = following;
      }
    }
    return checkEnd();
  }

  private Optional<EvidenceFault> check(
      RecordedEvidence entry, @Nullable RecordedEvidence following) {
    long expected = entries + 1;
    if (entry.seq() != expected) {
      return Optional.of(missingOrAdded(expected, entry));
    }
    if (!entry.hash().equals(entry.hashed())) {
      return Optional.of(changedOrMoved(entry));
    }
    if (!entry.previousHash().equals(head)) {
      return Optional.of(rewritten(entry, following));
    }
    return Optional.empty();
  }

  private Optional<EvidenceFault> checkEnd() {
    Optional<Head> row = EvidenceTables.head(handle);
    if (row.isEmpty()) {
      return Optional.of(
          new EvidenceFault(Kind.CUT_OFF, entries + 1, "台帳の evidence_head の行が消されています。"));
    }
    Head recorded = row.get();
    if (recorded.seq() > entries) {
      return Optional.of(cutOff(entries + 1, recorded.seq()));
    }
    if (recorded.seq() < entries) {
      return Optional.of(added(recorded.seq() + 1));
    }
    if (!recorded.hash().equals(head)) {
      return Optional.of(changed(entries));
    }
    return Optional.empty();
  }

  private EvidenceFault missingOrAdded(long expected, RecordedEvidence entry) {
    if (entry.seq() < expected) {
      return added(entry.seq());
    }
    return placeOf(expected).map(place -> moved(expected, place)).orElse(deleted(expected));
  }

  private EvidenceFault changedOrMoved(RecordedEvidence entry) {
    Optional<Long> place = placeOf(entry.seq());
    if (place.isPresent()) {
      return moved(entry.seq(), place.get());
    }
    return belongsElsewhere(entry) ? deleted(entry.seq()) : changed(entry.seq());
  }

  /**
   * The entry's hash fits its own content but not the entry before: someone has computed a hash
   * anew. If the entry after still points to this one, this one is as it was, and the one before
   * was changed.
   */
  private EvidenceFault rewritten(RecordedEvidence entry, @Nullable RecordedEvidence following) {
    String known =
        following == null
            ? EvidenceTables.head(handle).map(Head::hash).orElse("")
            : following.previousHash();
    boolean asItWas = known.equals(entry.hash());
    return changed(asItWas && entry.seq() > 1 ? entry.seq() - 1 : entry.seq());
  }

  /** Where the entry lies now that was recorded at this place; empty when it is nowhere else. */
  private Optional<Long> placeOf(long recordedAt) {
    try (Stream<RecordedEvidence> rows = EvidenceTables.entries(handle)) {
      return rows.filter(row -> row.seq() != recordedAt)
          .filter(row -> row.hash().equals(row.hashedAs(recordedAt)))
          .map(RecordedEvidence::seq)
          .findFirst();
    }
  }

  /** Whether the entry is untouched but for its place, as after a deletion that closed the gap. */
  private boolean belongsElsewhere(RecordedEvidence entry) {
    long furthest =
        Math.max(EvidenceTables.head(handle).map(Head::seq).orElse(0L), entry.seq()) + 1;
    for (long place = entry.seq() + 1; place <= furthest; place++) {
      if (entry.hash().equals(entry.hashedAs(place))) {
        return true;
      }
    }
    return false;
  }

  private void accept(RecordedEvidence entry) {
    if (entries == 0) {
      first = entry.at();
    }
    entries++;
    last = entry.at();
    head = entry.hash();
  }

  private static @Nullable RecordedEvidence next(Iterator<RecordedEvidence> remaining) {
    return remaining.hasNext() ? remaining.next() : null;
  }

  private static EvidenceFault changed(long seq) {
    return new EvidenceFault(Kind.CHANGED, seq, "証跡 " + seq + " 番の内容が、記録されたときから変えられています。");
  }

  private static EvidenceFault deleted(long seq) {
    return new EvidenceFault(Kind.DELETED, seq, "証跡 " + seq + " 番が消されています。");
  }

  private static EvidenceFault moved(long seq, long place) {
    return new EvidenceFault(Kind.MOVED, seq, "証跡 " + seq + " 番が動かされ、いまは " + place + " 番の位置にあります。");
  }

  private static EvidenceFault added(long seq) {
    return new EvidenceFault(Kind.ADDED, seq, "証跡 " + seq + " 番は、ハブが記録したものではありません（後から足されています）。");
  }

  static EvidenceFault cutOff(long seq, long known) {
    return new EvidenceFault(
        Kind.CUT_OFF, seq, "証跡 " + seq + " 番から後が消されています（少なくとも " + known + " 番まで記録されていました）。");
  }
}
