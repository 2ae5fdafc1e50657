package careplanhub.vendor.seikyu;

import careplanhub.vendor.BindyBinding;
import careplanhub.vendor.DayCells;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/**
 * One line of the layout: a service of a user in a month, with a flag for each day on which it was
 * given. The fields stand in the order of the columns of adapter.yaml, which says where they lie in
 * the file. For one thread.
 */
@CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
public final class SeikyuRecord {
  @DataField(pos = 1, columnName = SeikyuAdapter.USER, required = true)
  String userName = "";

  @DataField(pos = 2, columnName = SeikyuAdapter.SERVICE, required = true)
  String shortName = "";

  @DataField(pos = 3, columnName = SeikyuAdapter.UNITS)
  String units = "";

  @DataField(pos = 4, columnName = "{day}日")
  String days = DayCells.NONE;

  /** An empty record; Bindy fills it. */
  public SeikyuRecord() {
    // every field begins empty
  }

  SeikyuRecord(String userName, String shortName, String units) {
    this.userName = userName;
    this.shortName = shortName;
    this.units = units;
  }
}
