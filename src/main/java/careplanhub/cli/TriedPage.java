package careplanhub.cli;

import careplanhub.vendor.TracedRecord;
import java.util.List;

/**
 * What {@code ./hub adapter try} shows, for its page. Holds personal data.
 *
 * @param title Japanese
 * @param summary Japanese: how many records there are and how many are shown
 * @param findings Japanese: what is to be told of the file
 * @param records in the order of the file
 */
public record TriedPage(
    String title, String summary, List<String> findings, List<TracedRecord> records) {
  public TriedPage {
    findings = List.copyOf(findings);
    records = List.copyOf(records);
  }
}
