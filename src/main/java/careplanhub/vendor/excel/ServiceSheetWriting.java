package careplanhub.vendor.excel;

import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.vendor.VendorFinding;
import careplanhub.vendor.VendorWriting;
import careplanhub.vendor.excel.WrittenSheet.Style;
import careplanhub.vendor.form.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes plans or results as a sheet of services, one row a service, with a column for each day
 * planned and each day done. For one thread.
 */
final class ServiceSheetWriting implements VendorWriting {
  private static final SheetColumn[] COLUMNS = SheetColumn.values();
  private static final String SLIP = "UPPLAN";
  private static final double DAY_WIDTH = 4.5;
  private static final int FROZEN_COLUMNS = 2;

  private final FileName name;
  private final OutputStream out;
  private final ServiceRows services = new ServiceRows();
  private final List<Finding> findings = new ArrayList<>();
  private boolean finished;

  ServiceSheetWriting(FileName name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public void write(Row row) {
    try {
      services.add(row);
    } catch (UnreadableException e) {
      Layout layout = row.layout();
      String key = e.place() == null ? "serviceDate" : e.place();
      findings.add(
          VendorFinding.UNWRITABLE_VALUE.at(
              row.line(),
              row.record(),
              layout.position(key) + 1,
              layout.field(key).japaneseName(),
              e.advice()));
    }
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (!finished) {
      finished = true;
      WrittenWorkbook.write(out, ServiceSheet.NAME, look(), this::fill);
    }
    return List.copyOf(findings);
  }

  private static SheetLook look() {
    List<SheetLook.Column> columns =
        new ArrayList<>(
            Collections.nCopies(
                ServiceSheet.headings().size(), new SheetLook.Column(DAY_WIDTH, false)));
    for (SheetColumn column : SheetColumn.values()) {
      columns.set(column.index(), new SheetLook.Column(column.width(), column.isHidden()));
    }
    return new SheetLook(FROZEN_COLUMNS, ServiceSheet.FIRST_ROW, columns);
  }

  private void fill(WrittenSheet sheet) throws IOException {
    sheet.beginRow();
    sheet.cell(0, ServiceSheet.MARK, Style.PLAIN);
    sheet.cell(SheetColumn.OFFICE_NAME.index(), ServiceSheet.ADVICE, Style.PLAIN);
    sheet.endRow();
    sheet.beginRow();
    List<String> headings = ServiceSheet.headings();
    for (int column = 0; column < headings.size(); column++) {
      sheet.cell(column, headings.get(column), Style.HEADING);
    }
    sheet.endRow();
    for (ServiceRows.Service service : services.all()) {
      fill(sheet, service);
    }
  }

  private void fill(WrittenSheet sheet, ServiceRows.Service service) throws IOException {
    sheet.beginRow();
    int firstDay = ServiceSheet.firstDay(name.kind().equals(SLIP));
    for (SheetColumn column : COLUMNS) {
      if (column == SheetColumn.SEAL) {
        sheet.ownCell(column.index(), service.cell(column), service.hidden());
      } else {
        sheet.cell(column.index(), service.cell(column), Style.TEXT);
      }
    }
    for (int days = service.days(); days != 0; days &= days - 1) {
      int day = Integer.numberOfTrailingZeros(days);
      sheet.count(firstDay + day - 1, service.count(day));
    }
    sheet.endRow();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
