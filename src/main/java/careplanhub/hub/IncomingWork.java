package careplanhub.hub;

import careplanhub.ledger.Reception;
import careplanhub.standard.FileReport;
import careplanhub.standard.StandardVersion;
import java.util.List;
import java.util.Map;

/**
 * A reception on its way into an inbox; each step hands on a fuller one.
 *
 * @param reception what is worked on
 * @param files its files as they were fetched, or in the version of the office's software
 * @param reports what the check found
 * @param outputs what is to stand in the inbox
 * @param translatedBy for the evidence: the adapter's name and hash
 * @param beside what lies in the inbox beside them
 */
record IncomingWork(
    Reception reception,
    List<NamedBytes> files,
    List<FileReport> reports,
    List<NamedBytes> outputs,
    Map<String, String> translatedBy,
    Beside beside) {

  /**
   * What came with the files of the standard.
   *
   * @param files attachments and the message, named as they will stand in the inbox
   * @param reports of what was put into quarantine
   */
  record Beside(List<NamedBytes> files, List<FileReport> reports) {
    static final Beside NOTHING = new Beside(List.of(), List.of());
  }

  /** Work of which nothing is set aside. */
  IncomingWork(
      Reception reception,
      List<NamedBytes> files,
      List<FileReport> reports,
      List<NamedBytes> outputs,
      Map<String, String> translatedBy) {
    this(reception, files, reports, outputs, translatedBy, Beside.NOTHING);
  }

  /**
   * A file's name and content.
   *
   * @param name as the sender named it, or as it will stand in the inbox
   * @param bytes the whole content
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record NamedBytes(String name, byte[] bytes) {}

  IncomingWork checked(List<FileReport> found) {
    return new IncomingWork(reception, files, found, outputs, translatedBy, beside);
  }

  IncomingWork into(List<NamedBytes> made, Map<String, String> evidence) {
    return new IncomingWork(reception, files, reports, made, evidence, beside);
  }

  /** The same parcel in another version of the standard. */
  IncomingWork stepped(List<NamedBytes> made, StandardVersion version) {
    return new IncomingWork(
        reception, made, reports, outputs, Map.of("version", version.label()), beside);
  }

  /** Some of its files only; the others lie beside them, or nowhere. */
  IncomingWork parted(List<NamedBytes> rest, Beside others) {
    return new IncomingWork(reception, rest, reports, outputs, translatedBy, others);
  }

  boolean hasErrors() {
    return reports.stream().anyMatch(FileReport::hasErrors);
  }
}
