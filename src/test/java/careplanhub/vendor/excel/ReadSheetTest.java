package careplanhub.vendor.excel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.vendor.FileLimits;
import careplanhub.vendor.excel.SheetRow.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells are read as the programs write them that people use; what is no sheet is refused. */
class ReadSheetTest {
  /** Where an entry of a package's directory says how long the unpacked part is. */
  private static final int DIRECTORY_LENGTH = 24;

  private static final FileLimits LIMITS = new FileLimits(new DataSize(1_000_000), 4);
  private static final String RELATIONS =
      "<Relationships><Relationship Id='a' Type='x/worksheet' Target='/sheets/one.xml'/>"
          + "<Relationship Id='b' Type='x/sharedStrings' Target='texts.xml'/></Relationships>";
  private static final String BOOK =
      "<x:workbook xmlns:x='m' xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
          + "<x:sheets><x:sheet name='表&amp;1' r:id='a'/><x:sheet name='2' r:id='c'/></x:sheets>"
          + "</x:workbook>";
  private static final String TEXTS =
      "<sst><si><t>一</t></si><si><r><t xml:space='preserve'>二 </t></r><r><t>三</t></r>"
          + "<rPh sb='0' eb='1'><t>ニ</t></rPh></si><si><t>a_x000D_b</t></si></sst>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='B1' t='s'><v>0</v></c> | 一 | TEXT",
        "<c r='B1' t='s'><v>1</v></c> | 二 三 | TEXT",
        "<c r='B1' t='inlineStr'><is><t>中</t></is></c> | 中 | TEXT",
        "<c r='B1' t='str'><v>字</v></c> | 字 | TEXT",
        "<x:c xmlns:x='m' r='B1'><x:v>10.50</x:v></x:c> | 10.5 | NUMBER",
        "<c r='B1'><v>1E3</v></c> | 1000 | NUMBER",
        "<c r='B1'><v>1E999999999</v></c> | '' | OTHER",
        "<c r='B1'><f>A1+1</f><v>2</v></c> | 2 | FORMULA",
        "<c r='B1'><f>A1+1</f></c> | '' | FORMULA",
        "<c r='B1' t='b'><v>1</v></c> | 1 | OTHER",
        "<c r='B1' t='e'><v>#N/A</v></c> | #N/A | OTHER",
        "<c r='B1' s='1'/> | '' | NOTHING",
        "<c/><c t='s'><v>0</v></c> | 一 | TEXT",
      })
  void aCellIsReadByItsKind(String xml, String text, Kind kind) throws Exception {
    ReadSheet.first(
        workbook(BOOK, "<worksheet><sheetData><row>" + xml + "</row></sheetData></worksheet>"),
        LIMITS,
        (name, rows) -> {
          SheetRow row = rows.next();
          assertEquals("表&1", name);
          assertEquals(1, row == null ? 0 : row.line());
          assertEquals(text, row == null ? null : row.text(1));
          assertEquals(kind, row == null ? null : row.kind(1));
          return name;
        });
  }

  @Test
  void rowsSayWhereTheyLieOrFollowTheOneBefore() throws Exception {
    String sheet = "<worksheet><row r='3'/><row/><row r='9'><c><v>1</v></c></row></worksheet>";
    List<Integer> lines = new ArrayList<>();
    ReadSheet.first(
        workbook(BOOK, sheet),
        LIMITS,
        (name, rows) -> {
          for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            lines.add(row.line());
          }
          return name;
        });
    assertEquals(List.of(3, 4, 9), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<worksheet><row><c r='B1' t='s'><v>7</v></c></row></worksheet>",
        "<worksheet><row><c r='B1'><v>x</v></c></row></worksheet>",
        "<worksheet><row><c r='1'><v>1</v></c></row></worksheet>",
        "<worksheet><row><c r='XFE1'><v>1</v></c></row></worksheet>",
        "<worksheet><row r='x'/></worksheet>",
        "<worksheet><row><c><v>1</v></c>",
        "<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet><row><c><v>&a;</v></c></row></worksheet>",
        "<worksheet><row><c t='str'><v>&a;</v></c></row></worksheet>",
      })
  void whatIsNoSheetIsRefused(String sheet) {
    assertThrows(
        UnusableWorkbookException.class,
        () -> ReadSheet.first(workbook(BOOK, sheet), LIMITS, (name, rows) -> rows.next() == null));
  }

  @Test
  void aWorkbookWithoutASheetIsRefused() {
    assertThrows(
        UnusableWorkbookException.class,
        () -> ReadSheet.first(workbook("<workbook/>", "<worksheet/>"), LIMITS, (n, rows) -> n));
    String elsewhere = BOOK.replace("r:id='a'", "r:id='c'");
    assertThrows(
        UnusableWorkbookException.class,
        () -> ReadSheet.first(workbook(elsewhere, "<worksheet/>"), LIMITS, (n, rows) -> n));
  }

  @Test
  void moreThanTheLimitsAllowIsRefusedBySaying() throws Exception {
    for (FileLimits limits :
        List.of(new FileLimits(new DataSize(100), 4), new FileLimits(LIMITS.unpacked(), 3))) {
      UnusableWorkbookException refused =
          assertThrows(
              UnusableWorkbookException.class,
              () -> ReadSheet.first(workbook(BOOK, "<worksheet/>"), limits, (n, rows) -> n));
      String setting =
          limits.parts() == 3 ? "（3 個まで。hub.yaml の vendors.maximumWorkbookParts）" : "（100 バイトまで。";
      assertTrue(refused.advice().contains(setting), refused.advice());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aPartThatIsNotAsLongAsThePackageSaysIsRefused(int more) throws Exception {
    byte[] bytes = workbook(BOOK, "<worksheet/>").readAllBytes();
    ByteBuffer whole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = DIRECTORY_LENGTH + new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    whole.putInt(length, whole.getInt(length) + more);
    assertThrows(
        UnusableWorkbookException.class,
        () -> ReadSheet.first(new ByteArrayInputStream(bytes), LIMITS, (name, rows) -> name));
  }

  private static ByteArrayInputStream workbook(String book, String sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "xl/workbook.xml", book);
      part(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      part(zip, "xl/texts.xml", TEXTS);
      part(zip, "sheets/one.xml", sheet);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
