package careplanhub.vendor.excel;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a written workbook, by their names in the package (ECMA-376). */
final class WorkbookParts {
  static final String WORKBOOK = "xl/workbook.xml";
  static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String TEXTS = "xl/sharedStrings.xml";

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  static final String SHEET_BEGINNING = XML + "<worksheet xmlns=\"" + MAIN + "\">";
  static final String TEXTS_BEGINNING = XML + "<sst xmlns=\"" + MAIN + "\">";

  private static final String TYPES =
      XML
          + """
          <Types xmlns="%1$s/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
          <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>\
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
          <Override PartName="/xl/sharedStrings.xml" ContentType="%2$ssharedStrings+xml"/></Types>"""
              .formatted(PACKAGE, TYPE);

  private static final String BOOK_RELATIONS =
      XML
          + """
          <Relationships xmlns="%1$s/relationships">\
          <Relationship Id="rId1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Type="%2$s/styles" Target="styles.xml"/>\
          <Relationship Id="rId3" Type="%2$s/sharedStrings" Target="sharedStrings.xml"/>\
          </Relationships>"""
              .formatted(PACKAGE, OFFICE);

  private static final String PACKAGE_RELATIONS =
      XML
          + """
          <Relationships xmlns="%1$s/relationships">\
          <Relationship Id="rId1" Type="%2$s/officeDocument" Target="xl/workbook.xml"/>\
          </Relationships>"""
              .formatted(PACKAGE, OFFICE);

  /** Formats in the order of {@link WrittenSheet.Style}; 49 is the format of texts. */
  private static final String STYLES =
      XML
          + """
          <styleSheet xmlns="%s">\
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
          <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
          <fills count="3"><fill><patternFill patternType="none"/></fill>\
          <fill><patternFill patternType="gray125"/></fill>\
          <fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>\
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
          <cellXfs count="3">\
          <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="true"/>\
          <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="true" applyFill="true" \
          applyAlignment="true"><alignment wrapText="true"/></xf>\
          <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
          </cellXfs></styleSheet>"""
              .formatted(MAIN);

  private WorkbookParts() {}

  /** All parts but the rows and their texts, of a workbook with one sheet of this name. */
  static Map<String, String> around(String sheetName) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES);
    parts.put("_rels/.rels", PACKAGE_RELATIONS);
    parts.put(
        WORKBOOK,
        XML
            + """
            <workbook xmlns="%s" xmlns:r="%s"><sheets>\
            <sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>"""
                .formatted(MAIN, OFFICE, SheetText.written(sheetName)));
    parts.put(RELATIONS, BOOK_RELATIONS);
    parts.put("xl/styles.xml", STYLES);
    return parts;
  }
}
