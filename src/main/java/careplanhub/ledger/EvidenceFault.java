package careplanhub.ledger;

/**
 * The first thing that is wrong in a chain of evidence.
 *
 * @param kind what was done to it
 * @param seq the first entry that is wrong; 0 when no entry can be named
 * @param message what was found, in Japanese, for the person who verifies
 */
public record EvidenceFault(Kind kind, long seq, String message) {
  /** What was done. */
  public enum Kind {
    /** The entry does not have the content it was recorded with. */
    CHANGED,
    /** The entry is gone; later ones are there. */
    DELETED,
    /** The entry stands in another place. */
    MOVED,
    /** The entry was not recorded by the hub. */
    ADDED,
    /** This entry and all after it are gone. */
    CUT_OFF,
    /** A seal or the head file is gone, changed, or not of this hub's key. */
    SEAL,
    /** A head given by someone else is not in the chain. */
    HEAD_UNKNOWN,
    /** The ledger cannot be read at all. */
    UNREADABLE
  }
}
