package careplanhub.vendor.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.vendor.excel.WrittenSheet.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenSheetTest {
  @Test
  void aCountIsANumberAndWhatWouldReadOtherwiseStaysAText() throws IOException {
    assertEquals(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>10</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\"><v>0</v></c></row>"
            + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"7\"></row>",
        rows(
            sheet -> {
              for (String count : List.of("1", "1", "10", "0", "01", "1.5", "")) {
                sheet.beginRow();
                sheet.count(0, count);
                sheet.endRow();
              }
            }));
  }

  @Test
  void aCellSaysWhatItHoldsAndHowItLooksWhateverTheOneAboveHeld() throws IOException {
    assertEquals(
        "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>",
        rows(
            sheet -> {
              sheet.beginRow();
              sheet.cell(0, "訪問", Style.HEADING);
              sheet.endRow();
              sheet.beginRow();
              sheet.cell(0, "訪問", Style.TEXT);
              sheet.cell(1, "", Style.TEXT);
              sheet.cell(2, "通所", Style.TEXT);
              sheet.endRow();
            }));
  }

  private static String rows(WrittenWorkbook.Rows rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WrittenSheet sheet = new WrittenSheet(out, new SheetLook(0, 0, List.of()));
    rows.write(sheet);
    sheet.end();
    String xml = out.toString(StandardCharsets.UTF_8);
    return xml.substring(
        xml.indexOf("<sheetData>") + "<sheetData>".length(), xml.indexOf("</sheetData>"));
  }
}
