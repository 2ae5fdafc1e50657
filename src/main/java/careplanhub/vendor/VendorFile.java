package careplanhub.vendor;

import careplanhub.standard.Finding;
import java.util.List;

/**
 * A file for a care software.
 *
 * @param name its name
 * @param bytes its content; personal data; holds the rows that could be written
 * @param findings an error means that a row is missing in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on whole, never compared
public record VendorFile(String name, byte[] bytes, List<Finding> findings) {
  public VendorFile {
    findings = List.copyOf(findings);
  }

  /** Whether a row is missing. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  @Override
  public String toString() {
    return "VendorFile[" + bytes.length + " bytes]";
  }
}
