package careplanhub.vendor;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.util.Arrays;
import java.util.List;

/** A row of the standard while lenses fill it from a vendor's record. */
final class StandardDraft {
  private final VendorRecord source;
  private final Layout layout;
  private final HubFacts facts;
  private final ToleratedCounts tolerated;
  private final String[] values;

  StandardDraft(VendorRecord source, Layout layout, HubFacts facts, ToleratedCounts tolerated) {
    this.source = source;
    this.layout = layout;
    this.facts = facts;
    this.tolerated = tolerated;
    this.values = new String[layout.width()];
    Arrays.fill(values, "");
  }

  /** The value of a column in the standard's form. */
  String read(String column, Form form) throws UnreadableException {
    try {
      return form.read(
          source.cell(column),
          kind -> tolerated.add(kind, column, source.columnNumber(column), source.line()));
    } catch (UnreadableException e) {
      throw e.at(column);
    }
  }

  void set(String field, String value) {
    values[layout.position(field)] = value;
  }

  /** What an earlier lens gave the field; empty when none did. */
  String value(String field) {
    return values[layout.position(field)];
  }

  HubFacts facts() {
    return facts;
  }

  Row row() {
    return Row.of(layout, List.of(values));
  }
}
