package careplanhub.vendor.excel;

import java.util.List;

/**
 * How a sheet is seen.
 *
 * @param frozenColumns how many stay when one scrolls to the right
 * @param frozenRows how many stay when one scrolls down
 * @param columns from the first
 */
record SheetLook(int frozenColumns, int frozenRows, List<Column> columns) {
  private static final double USUAL_WIDTH = 9;

  SheetLook {
    columns = List.copyOf(columns);
  }

  /**
   * How a column is seen.
   *
   * @param width in characters
   */
  record Column(double width, boolean hidden) {}

  /**
   * The XML before the rows; an empty cell has the format of its column, which is the plain one.
   */
  String xml() {
    String first = SheetText.letters(frozenColumns) + (frozenRows + 1);
    StringBuilder xml =
        new StringBuilder(
            """
            <sheetViews><sheetView workbookViewId="0">\
            <pane xSplit="%d" ySplit="%d" topLeftCell="%s" activePane="bottomRight" state="frozen"/>\
            <selection pane="bottomRight" activeCell="%s" sqref="%s"/>\
            </sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>"""
                .formatted(frozenColumns, frozenRows, first, first, first));
    for (int number = 1; number <= columns.size(); number++) {
      Column column = columns.get(number - 1);
      xml.append(
          "<col min=\"%d\" max=\"%d\" width=\"%s\" customWidth=\"true\" style=\"2\"%s/>"
              .formatted(
                  number, number, column.width(), column.hidden() ? " hidden=\"true\"" : ""));
    }
    return xml.append(
            "<col min=\"%d\" max=\"%d\" width=\"%s\" style=\"2\"/></cols>"
                .formatted(columns.size() + 1, SheetRow.MOST_COLUMNS, USUAL_WIDTH))
        .toString();
  }
}
