package careplanhub.ledger;

import java.util.Optional;

/**
 * What a verification has found.
 *
 * @param entries how many entries were read up to the first fault, or all of them
 * @param first the time of the first entry, "" without one
 * @param last the time of the last entry read, "" without one
 * @param seals how many seals hold
 * @param head the hash of the last entry read
 * @param hubFingerprint SHA-256 of the hub's newest certificate; to be compared with the one that
 *     was noted when the hub was set up
 * @param fault the first fault, or empty when the evidence is whole
 */
public record EvidenceReport(
    long entries,
    String first,
    String last,
    long seals,
    String head,
    String hubFingerprint,
    Optional<EvidenceFault> fault) {
  public boolean isWhole() {
    return fault.isEmpty();
  }
}
