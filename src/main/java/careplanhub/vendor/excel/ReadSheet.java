package careplanhub.vendor.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * How workbooks are read: within bounds, one row after another, and no formula is ever worked out.
 */
final class ReadSheet {
  private ReadSheet() {}

  /** Works over the rows of the first sheet. */
  @FunctionalInterface
  interface Work<T> {
    T over(String sheetName, Stream<Row> rows) throws UnusableWorkbookException;
  }

  /**
   * Reads the first sheet of a workbook.
   *
   * @param mostUnpacked bytes of all that is packed in it
   * @throws UnusableWorkbookException when it is no workbook, broken or too big
   */
  static <T> T first(InputStream workbook, long mostUnpacked, Work<T> work)
      throws IOException, UnusableWorkbookException {
    byte[] bounded = WorkbookPackage.bounded(workbook, mostUnpacked);
    try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(bounded))) {
      List<Sheet> sheets = opened.getSheets().toList();
      if (sheets.isEmpty()) {
        throw broken();
      }
      Sheet sheet = sheets.get(0);
      try (Stream<Row> rows = sheet.openStream()) {
        return work.over(sheet.getName(), rows);
      }
    } catch (ExcelReaderException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException e) {
      throw broken();
    } catch (IOException e) {
      throw broken();
    }
  }

  private static UnusableWorkbookException broken() {
    return new UnusableWorkbookException("Excel（.xlsx）のファイルが壊れています。Excel で開き、保存し直してください。");
  }

  /** Whether the cell is worked out by the spreadsheet; what it says then is nobody's entry. */
  static boolean isFormula(@Nullable Cell cell) {
    return cell != null && cell.getType() == CellType.FORMULA;
  }

  /** Whether the cell holds what is neither a text nor a number, such as an error. */
  static boolean isOther(@Nullable Cell cell) {
    return cell != null && (cell.getType() == CellType.ERROR || cell.getType() == CellType.BOOLEAN);
  }

  static boolean isNumber(@Nullable Cell cell) {
    return cell != null && cell.getType() == CellType.NUMBER;
  }

  /** A text as it is, a number without a fraction of zeros; empty where there is nothing. */
  static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (isNumber(cell)) {
      String plain = cell.asNumber().stripTrailingZeros().toPlainString();
      return plain;
    }
    String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return raw == null ? "" : raw;
  }

  /** The cell at a place of a row, 0 for the first; null where there is none. */
  static @Nullable Cell cell(Row row, int place) {
    return row.hasCell(place) ? row.getCell(place) : null;
  }
}
