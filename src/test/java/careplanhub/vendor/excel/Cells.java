package careplanhub.vendor.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The cells of a sheet as a person sees them, who changes some and saves the workbook anew. */
public final class Cells {
  /** A formula that a person types. */
  record Formula(String text) {}

  private final String sheet;
  private final List<Map<Integer, Object>> rows = new ArrayList<>();

  private Cells(String sheet) {
    this.sheet = sheet;
  }

  public static Cells of(byte[] workbook) throws IOException {
    try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(workbook));
        Stream<Row> all = opened.getFirstSheet().openStream()) {
      Cells cells = new Cells(opened.getFirstSheet().getName());
      all.forEach(cells::add);
      return cells;
    }
  }

  private void add(Row row) {
    while (rows.size() < row.getRowNum()) {
      rows.add(new HashMap<>());
    }
    for (Cell cell : row) {
      if (cell != null && cell.getRawValue() != null) {
        rows.get(row.getRowNum() - 1).put(cell.getColumnIndex(), cell.getText());
      }
    }
  }

  int column(String heading) {
    return rows.get(ServiceSheet.HEADING_ROW).entrySet().stream()
        .filter(entry -> heading.equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** A service's cell, the first service being 0; empty where there is nothing. */
  public Object get(int service, String heading) {
    return rows.get(ServiceSheet.FIRST_ROW + service).getOrDefault(column(heading), "");
  }

  public void set(int service, String heading, Object value) {
    rows.get(ServiceSheet.FIRST_ROW + service).put(column(heading), value);
  }

  /** Copies a service's row to the end; its number. */
  int copy(int service) {
    rows.add(new HashMap<>(rows.get(ServiceSheet.FIRST_ROW + service)));
    return rows.size() - ServiceSheet.FIRST_ROW - 1;
  }

  public int services() {
    return rows.size() - ServiceSheet.FIRST_ROW;
  }

  /** Sets the first cell of all. */
  void mark(String text) {
    rows.get(0).put(0, text);
  }

  void rename(String heading, String other) {
    rows.get(ServiceSheet.HEADING_ROW).put(column(heading), other);
  }

  public byte[] saved() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Spreadsheet", "1.0")) {
      Worksheet written = workbook.newWorksheet(sheet);
      for (int row = 0; row < rows.size(); row++) {
        for (Map.Entry<Integer, Object> cell : rows.get(row).entrySet()) {
          if (cell.getValue() instanceof Formula formula) {
            written.formula(row, cell.getKey(), formula.text());
          } else if (cell.getValue() instanceof Number number) {
            written.value(row, cell.getKey(), number);
          } else {
            written.value(row, cell.getKey(), String.valueOf(cell.getValue()));
          }
        }
      }
    }
    return bytes.toByteArray();
  }
}
