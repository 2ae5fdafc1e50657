package careplanhub.vendor.excel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How workbooks are written: row after row into the package, and the same rows are the same bytes.
 */
final class WrittenWorkbook {
  /** Rows repeat themselves: the most effort takes four times as long and saves a fifth. */
  private static final int COMPRESSION = Deflater.BEST_SPEED;

  private static final int BUFFER = 1 << 16;

  private WrittenWorkbook() {}

  /** Writes the rows of a sheet. */
  @FunctionalInterface
  interface Rows {
    void write(WrittenSheet sheet) throws IOException;
  }

  /** Writes a workbook of one sheet and closes the stream. */
  static void write(OutputStream out, String sheetName, SheetLook look, Rows rows)
      throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8)) {
      zip.setLevel(COMPRESSION);
      for (Map.Entry<String, String> part : WorkbookParts.around(sheetName).entrySet()) {
        begin(zip, part.getKey());
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      begin(zip, WorkbookParts.SHEET);
      WrittenSheet sheet = new WrittenSheet(zip, look);
      rows.write(sheet);
      sheet.end();
      begin(zip, WorkbookParts.TEXTS);
      sheet.writeTexts();
    }
  }

  /** Begins a part, without its moment. */
  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
  }
}
