package careplanhub.vendor.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * How workbooks are written: cells are text, never a formula, and the same rows are the same bytes.
 */
final class WrittenWorkbook {
  private static final String PROGRAM = "careplan-hub";
  private static final String VERSION = "1.0";
  private static final String HEADING_COLOUR = "DDEBF7";
  private static final String TEXT_FORMAT = "@";

  private WrittenWorkbook() {}

  /** Writes a workbook of one sheet and closes the stream. */
  static void write(OutputStream out, String sheetName, Consumer<Worksheet> fill)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, PROGRAM, VERSION)) {
      Worksheet sheet = workbook.newWorksheet(sheetName);
      fill.accept(sheet);
    }
    try (out) {
      out.write(WorkbookPackage.timeless(bytes.toByteArray()));
    }
  }

  static void heading(Worksheet sheet, int row, int column, String text) {
    sheet.value(row, column, text);
    sheet.style(row, column).bold().wrapText(true).fillColor(HEADING_COLOUR).set();
  }

  /** A text as it is; a cell that looks like a number or a formula stays text, typed over too. */
  static void text(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, column, text);
      sheet.style(row, column).format(TEXT_FORMAT).set();
    }
  }
}
