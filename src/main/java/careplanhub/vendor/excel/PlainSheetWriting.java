package careplanhub.vendor.excel;

import careplanhub.standard.Field;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.vendor.VendorWriting;
import careplanhub.vendor.excel.WrittenSheet.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a file as a sheet to read: a column for each field under its Japanese name, codes with
 * their meaning. For one thread.
 */
final class PlainSheetWriting implements VendorWriting {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 40;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final int FROZEN_COLUMNS = 3;

  private final Layout layout;
  private final OutputStream out;
  private final List<List<String>> lines = new ArrayList<>();
  private final int[] widths;
  private boolean finished;

  PlainSheetWriting(Layout layout, OutputStream out) {
    this.layout = layout;
    this.out = out;
    this.widths = layout.fields().stream().mapToInt(field -> NARROWEST).toArray();
  }

  @Override
  public void write(Row row) {
    List<String> line = new ArrayList<>(widths.length);
    for (Field field : layout.fields()) {
      String cell = row.layout().has(field.key()) ? shown(field, row.get(field.key())) : "";
      int column = line.size();
      widths[column] = Math.max(widths[column], Math.min(WIDEST, 2 * cell.length()));
      line.add(cell);
    }
    lines.add(line);
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (!finished) {
      finished = true;
      String name = layout.japaneseName().replaceAll("[\\[\\]:*?/\\\\]", " ");
      WrittenWorkbook.write(
          out, name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)), look(), this::fill);
    }
    return List.of();
  }

  private SheetLook look() {
    List<SheetLook.Column> columns = new ArrayList<>();
    for (int width : widths) {
      columns.add(new SheetLook.Column(width, false));
    }
    return new SheetLook(Math.min(FROZEN_COLUMNS, widths.length), ServiceSheet.FIRST_ROW, columns);
  }

  private void fill(WrittenSheet sheet) throws IOException {
    sheet.beginRow();
    sheet.cell(0, layout.japaneseName(), Style.PLAIN);
    sheet.endRow();
    fill(sheet, layout.fields().stream().map(Field::japaneseName).toList(), Style.HEADING);
    for (List<String> line : lines) {
      fill(sheet, line, Style.TEXT);
    }
  }

  private static void fill(WrittenSheet sheet, List<String> cells, Style style) throws IOException {
    sheet.beginRow();
    for (int column = 0; column < cells.size(); column++) {
      sheet.cell(column, cells.get(column), style);
    }
    sheet.endRow();
  }

  private static String shown(Field field, String value) {
    String table = field.codes();
    String meaning =
        table == null || value.isEmpty()
            ? ""
            : Standard.data().codes(table).getOrDefault(value, "");
    return meaning.isEmpty() ? value : value + " " + meaning;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
