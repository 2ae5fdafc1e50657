package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.standard.FileName;
import java.util.List;
import java.util.Map;

/**
 * A unit on its way through the translate stage; each step hands on a fuller one.
 *
 * @param unit what is worked on
 * @param arrivals its files as they were exported
 * @param adapter the vendor adapter that reads them, or {@link #STANDARD}
 * @param parts what it became: one send unit of the standard for each addressee
 * @param translatedBy for the evidence: the adapter's name and hash
 */
record OutgoingWork(
    OutgoingUnit unit,
    List<Arrival> arrivals,
    String adapter,
    List<Part> parts,
    Map<String, String> translatedBy) {
  /** The files are of the standard already. */
  static final String STANDARD = "standard";

  /**
   * One send unit of the standard for one addressee.
   *
   * @param files its files, in the order in which they are sent
   */
  record Part(List<StandardFile> files) {}

  /**
   * A file of the standard.
   *
   * @param name its name, which tells sender, addressee and serial
   * @param bytes its content
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record StandardFile(FileName name, byte[] bytes) {}

  OutgoingWork by(String recognised, Map<String, String> evidence) {
    return new OutgoingWork(unit, arrivals, recognised, parts, evidence);
  }

  /** The same with some of its files only. */
  OutgoingWork of(List<Arrival> some) {
    return new OutgoingWork(unit, some, adapter, parts, translatedBy);
  }

  OutgoingWork into(List<Part> made) {
    return new OutgoingWork(unit, arrivals, adapter, made, translatedBy);
  }
}
