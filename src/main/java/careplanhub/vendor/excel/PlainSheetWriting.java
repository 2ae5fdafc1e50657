package careplanhub.vendor.excel;

import careplanhub.standard.Field;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.vendor.VendorWriting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a file as a sheet to read: a column for each field under its Japanese name, codes with
 * their meaning. For one thread.
 */
final class PlainSheetWriting implements VendorWriting {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 40;
  private static final int LONGEST_SHEET_NAME = 31;

  private final Layout layout;
  private final OutputStream out;
  private final List<Row> rows = new ArrayList<>();
  private boolean finished;

  PlainSheetWriting(Layout layout, OutputStream out) {
    this.layout = layout;
    this.out = out;
  }

  @Override
  public void write(Row row) {
    rows.add(row);
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (!finished) {
      finished = true;
      String name = layout.japaneseName().replaceAll("[\\[\\]:*?/\\\\]", " ");
      WrittenWorkbook.write(
          out, name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)), this::fill);
    }
    return List.of();
  }

  private void fill(Worksheet sheet) {
    sheet.value(0, 0, layout.japaneseName());
    for (Field field : layout.fields()) {
      int column = field.number() - 1;
      WrittenWorkbook.heading(sheet, ServiceSheet.HEADING_ROW, column, field.japaneseName());
      int longest = NARROWEST;
      for (int row = 0; row < rows.size(); row++) {
        Row one = rows.get(row);
        String cell = one.layout().has(field.key()) ? shown(field, one.get(field.key())) : "";
        longest = Math.max(longest, Math.min(WIDEST, 2 * cell.length()));
        WrittenWorkbook.text(sheet, ServiceSheet.FIRST_ROW + row, column, cell);
      }
      sheet.width(column, longest);
    }
    sheet.freezePane(Math.min(3, layout.width()), ServiceSheet.FIRST_ROW);
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
