package careplanhub.vendor;

import java.util.List;

/**
 * One record while it is translated, for a person who looks at it. Holds personal data.
 *
 * @param line where it begins in its file, from 1; 0 where the file has no lines
 * @param vendor the cells on the vendor's side by their columns
 * @param standard rows on the standard's side, each its values by their fields; empty ones left out
 * @param steps what each lens did
 * @param outcome Japanese: why there is nothing on the other side; empty where there is
 */
public record TracedRecord(
    long line, List<Value> vendor, List<List<Value>> standard, List<Step> steps, String outcome) {
  public TracedRecord {
    vendor = List.copyOf(vendor);
    standard = List.copyOf(standard);
    steps = List.copyOf(steps);
  }

  /**
   * A cell or a field.
   *
   * @param name the column's, or the field's 日本語名称
   * @param text what it holds
   */
  public record Value(String name, String text) {}

  /**
   * What one lens did.
   *
   * @param kind the file of the standard, such as UPJSK
   * @param lens its name in the mapping
   * @param from what it read
   * @param to what it gave
   * @param remarks Japanese: what it tolerated, or why it could not
   */
  public record Step(
      String kind, String lens, List<Value> from, List<Value> to, List<String> remarks) {
    public Step {
      from = List.copyOf(from);
      to = List.copyOf(to);
      remarks = List.copyOf(remarks);
    }
  }

  @Override
  public String toString() {
    return "TracedRecord[line " + line + "]";
  }
}
