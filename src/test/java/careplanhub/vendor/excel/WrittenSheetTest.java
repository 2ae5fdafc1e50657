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
        "<row r=\"1\"><c><v>1</v></c></row>"
            + "<row r=\"2\"><c><v>1</v></c></row>"
            + "<row r=\"3\"><c><v>10</v></c></row>"
            + "<row r=\"4\"><c><v>0</v></c></row>"
            + "<row r=\"5\"><c t=\"s\"><v>0</v></c></row>"
            + "<row r=\"6\"><c t=\"s\"><v>1</v></c></row>"
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
  void aCellSaysWhatItHoldsAndHowItLooksWhateverTheOneAboveHeldAndWhereItLiesAfterAGap()
      throws IOException {
    assertEquals(
        "<row r=\"1\"><c s=\"1\" t=\"s\"><v>0</v></c></row>"
            + "<row r=\"2\"><c t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>",
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

  @Test
  void aTextOfItsOwnIsWrittenInItsCell() throws IOException {
    assertEquals(
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>a&amp;b</t></is></c>"
            + "<c r=\"D1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> c&lt;</t></is></c>"
            + "<c r=\"E1\"><v>2</v></c></row>"
            + "<row r=\"2\"><c t=\"inlineStr\"><is><t>d&lt;</t></is></c>"
            + "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">e </t></is></c></row>",
        rows(
            sheet -> {
              sheet.beginRow();
              sheet.ownCell(0, "a&", "b");
              sheet.ownCell(3, " c", "<");
              sheet.count(4, "2");
              sheet.endRow();
              sheet.beginRow();
              sheet.ownCell(0, "d", "<");
              sheet.ownCell(1, "e", " ");
              sheet.endRow();
            }));
  }

  @Test
  void whatIsLongerThanAPieceIsWrittenWhole() throws IOException {
    String text = "長い".repeat(20_000);
    String xml =
        rows(
            sheet -> {
              sheet.beginRow();
              sheet.count(0, "3");
              sheet.ownCell(1, text, "");
              sheet.endRow();
            });
    assertEquals(
        "<row r=\"1\"><c><v>3</v></c><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>",
        xml);
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
