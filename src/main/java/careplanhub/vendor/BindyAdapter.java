package careplanhub.vendor;

import careplanhub.standard.Row;
import careplanhub.vendor.form.UnreadableException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layout of text whose records are bound to a Camel Bindy class, with a function for either
 * direction. The adapter's file says all that is about the text: charset, header, columns with
 * their places, name and month of the file, how it is recognised. FastCSV splits the text; Bindy
 * only binds the cells of {@code file.columns} to the fields of the class.
 *
 * @param <R> the class: {@code @CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")}, with a
 *     {@code @DataField} for each column, whose {@code pos} counts {@code file.columns} from 1 and
 *     whose {@code columnName} is that column's name; it needs a constructor without parameters
 */
public non-sealed interface BindyAdapter<R> extends JavaAdapter {
  /** The class that records are bound to. */
  Class<R> recordType();

  /** The kind of files of the standard that it makes and takes, such as UPJSK. */
  String kind();

  /** The fields of the standard that come back whole; all others are declared lost. */
  Set<String> keptFields();

  /**
   * What fields that the layout does not say always are. Each row begins with it, and another value
   * is a loss on the way back.
   */
  default Map<String, String> always() {
    return Map.of();
  }

  /** The columns whose words tell a user where numbers do not; none where they do. */
  default List<String> userColumns() {
    return List.of();
  }

  /** The tables that it asks. */
  default List<TableNeed> neededTables() {
    return List.of();
  }

  /**
   * Makes rows of a record.
   *
   * @param rows takes them, and answers what the record does not say
   * @throws UnreadableException when a cell cannot be taken over; no row of the record is used then
   */
  void toStandard(R record, RecordReading rows) throws UnreadableException;

  /**
   * Puts a row into a record that there is, or a new one.
   *
   * @param records holds those of the file, and answers what the row does not say
   * @throws UnreadableException when the layout cannot say the row; it is told and left out then
   */
  void fromStandard(Row row, RecordWriting<R> records) throws UnreadableException;
}
