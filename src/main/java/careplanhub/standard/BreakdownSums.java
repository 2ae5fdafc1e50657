package careplanhub.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a 第7表（別表） together: one total row a user and month (rule 50), a subtotal where a
 * service type has several rows (rule 51), and sums (rule 55). Services outside the 区分支給限度額 may be
 * in a sum or not, as printed sheets differ.
 */
final class BreakdownSums implements FileRule {
  private final BreakdownColumns columns;
  private final int office;
  private final RowKey lastKey;
  private final int limit;
  private final KeyTable userKeys = new KeyTable();
  private final List<User> users = new ArrayList<>();
  private final KeyTable serviceKeys = new KeyTable();
  private final List<BreakdownService> services = new ArrayList<>();
  private @Nullable User lastUser;
  private boolean full;

  BreakdownSums(CheckContext context) {
    Layout layout = context.layout();
    columns = new BreakdownColumns(layout);
    office = layout.position("serviceOfficeNumber");
    lastKey =
        new RowKey(
            layout.position("insurerNumber"),
            layout.position("insuredNumber"),
            layout.position("targetMonth"));
    limit = context.options().comparedGroups();
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String code = row.value(columns.serviceCode());
    if (full || code.length() != columns.serviceCode().length()) {
      return;
    }
    User user = userOf(row);
    if (BreakdownRow.isTotal(code)) {
      user.takeTotal(row, findings);
    } else {
      serviceOf(code, user, row).take(row, code);
    }
    full = users.size() + services.size() >= limit;
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    if (full) {
      findings.accept(FindingCode.COMPARISON_STOPPED.of(Integer.toString(limit)));
      return;
    }
    users.forEach(user -> user.finish(findings));
  }

  private User userOf(Row row) {
    if (lastUser == null || !lastKey.isOf(row)) {
      long key = lastKey.take(row);
      int index = userKeys.put(key);
      if (index == users.size()) {
        users.add(new User(key, row));
      }
      lastUser = users.get(index);
    }
    return lastUser;
  }

  private BreakdownService serviceOf(String code, User user, Row row) {
    long key = KeyTable.keyOf(KeyTable.keyOf(user.key, row.value(office)), code.substring(0, 2));
    int index = serviceKeys.put(key);
    if (index == services.size()) {
      BreakdownService service = new BreakdownService(columns, row, user.services);
      services.add(service);
      user.services = service;
    }
    return services.get(index);
  }

  private final class User {
    private final long key;
    private final long line;
    private final long record;
    private long totalLine;
    private long totalRecord;
    private @Nullable Amounts total;
    private @Nullable BreakdownService services;

    User(long key, Row row) {
      this.key = key;
      line = row.line();
      record = row.record();
    }

    void takeTotal(Row row, Consumer<Finding> findings) {
      if (total != null) {
        findings.accept(FindingCode.TOTAL_ROW_TWICE.at(row, columns.serviceCode()));
        return;
      }
      total = columns.of(row);
      totalLine = row.line();
      totalRecord = row.record();
    }

    void finish(Consumer<Finding> findings) {
      BreakdownTotals totals = new BreakdownTotals(columns);
      for (BreakdownService service = services; service != null; service = service.next) {
        service.finish(findings);
        totals.add(service);
      }
      if (total == null) {
        findings.accept(FindingCode.TOTAL_ROW_MISSING.at(line, record, columns.serviceCode()));
        return;
      }
      for (int i = 0; i < columns.count(); i++) {
        if (!Amounts.isRight(i, total, totals.allowed())) {
          findings.accept(FindingCode.TOTAL_SUM.at(totalLine, totalRecord, columns.field(i)));
        }
      }
    }
  }
}
