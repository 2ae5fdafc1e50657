package careplanhub.lab.chaos;

import java.util.List;
import java.util.Optional;

/**
 * A durable step at which a program is killed.
 *
 * @param name the checkpoint's name in the program
 * @param occurrence at which of its passages: the first, or one in the middle of work
 * @param victim which program is killed there
 */
public record ChaosPoint(String name, int occurrence, Victim victim) {

  /** The program that passes a checkpoint. */
  public enum Victim {
    HUB,
    RELAY,
    /** The relay once more, when parcels are to be forgotten. */
    PURGING_RELAY,
    BACKUP,
    RESTORE,
    /** Nothing here passes it; EvidenceKillTest kills a program there. */
    ELSEWHERE
  }

  /** Every checkpoint of the program, in the order of the way of a file. */
  public static final List<ChaosPoint> ALL =
      List.of(
          hub("vault-object-kept", 2),
          hub("intake-vault-written", 1),
          hub("intake-ledger-written", 2),
          hub("intake-moved", 1),
          hub("pack-vault-written", 1),
          hub("pack-ledger-written", 1),
          hub("quarantine-reason-written", 1),
          hub("quarantine-file-placed", 1),
          hub("dispatch-claimed", 1),
          hub("dispatch-answered", 1),
          hub("dispatch-noted", 1),
          hub("sftp-parcel-laid", 1),
          hub("sftp-receipt-laid", 1),
          relay("relay-chunk-kept", 2),
          relay("relay-upload-read", 1),
          relay("relay-parcel-accepted", 1),
          relay("relay-fetch-noted", 1),
          relay("relay-parcel-acknowledged", 1),
          hub("collect-announced", 1),
          hub("fetch-vault-written", 1),
          hub("fetch-ledger-written", 1),
          hub("deliver-staged", 1),
          hub("deliver-staged-noted", 1),
          hub("deliver-renamed", 1),
          hub("deliver-noted", 1),
          hub("acknowledge-told", 1),
          hub("acknowledge-noted", 1),
          hub("evidence-head-kept", 3),
          new ChaosPoint("relay-purged", 1, Victim.PURGING_RELAY),
          new ChaosPoint("backup-filled", 1, Victim.BACKUP),
          new ChaosPoint("restore-filled", 1, Victim.RESTORE),
          new ChaosPoint("evidence-sealed", 1, Victim.ELSEWHERE));

  private static ChaosPoint hub(String name, int occurrence) {
    return new ChaosPoint(name, occurrence, Victim.HUB);
  }

  private static ChaosPoint relay(String name, int occurrence) {
    return new ChaosPoint(name, occurrence, Victim.RELAY);
  }

  /** The point of this name. */
  public static Optional<ChaosPoint> named(String name) {
    return ALL.stream().filter(point -> point.name().equals(name)).findFirst();
  }

  /** Whether everything must have arrived before. */
  boolean needsQuiet() {
    return victim != Victim.HUB && victim != Victim.RELAY;
  }

  /** The value of the system property that halts a program here. */
  String killAt() {
    return name + "#" + occurrence;
  }
}
