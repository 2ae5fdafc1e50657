package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.standard.FileName;
import careplanhub.vendor.Adapter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit on its way through the translate stage; each step hands on a fuller one.
 *
 * @param unit what is worked on
 * @param arrivals its files as they were exported
 * @param adapter the name of the vendor adapter that reads them, or {@link #STANDARD}
 * @param through that adapter, the same version from start to end; null for files of the standard
 * @param parts what it became: one send unit of the standard for each addressee
 * @param translatedBy for the evidence: the adapter's name and hash
 */
record OutgoingWork(
    OutgoingUnit unit,
    List<Arrival> arrivals,
    String adapter,
    @Nullable Adapter through,
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

  /** Work that was just found. */
  OutgoingWork(OutgoingUnit unit, List<Arrival> arrivals) {
    this(unit, arrivals, "", null, List.of(), Map.of());
  }

  /** The same, known to be files of the standard. */
  OutgoingWork byStandard() {
    return new OutgoingWork(unit, arrivals, STANDARD, null, parts, Map.of("adapter", STANDARD));
  }

  /** The same, to be read by an adapter; the evidence names its version and hash. */
  OutgoingWork by(Adapter recognised) {
    return new OutgoingWork(
        unit,
        arrivals,
        recognised.name(),
        recognised,
        parts,
        Map.of(
            "adapter",
            recognised.name() + " " + recognised.version(),
            "adapterSha256",
            recognised.sha256()));
  }

  /** The same with what else the evidence shall say. */
  OutgoingWork proving(Map<String, String> evidence) {
    return new OutgoingWork(unit, arrivals, adapter, through, parts, evidence);
  }

  /** The same with some of its files only. */
  OutgoingWork of(List<Arrival> some) {
    return new OutgoingWork(unit, some, adapter, through, parts, translatedBy);
  }

  OutgoingWork into(List<Part> made) {
    return new OutgoingWork(unit, arrivals, adapter, through, made, translatedBy);
  }
}
