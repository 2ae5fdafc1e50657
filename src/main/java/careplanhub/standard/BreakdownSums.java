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
  private static final List<String> SUMMED =
      List.of(
          "serviceUnits",
          "managedUnits",
          "kindOverLimitUnits",
          "kindWithinLimitUnits",
          "levelOverLimitUnits",
          "levelWithinLimitUnits",
          "coveredCost",
          "insuranceClaim",
          "coveredCopay",
          "fullCopay");

  private final Field[] columns;
  private final Field serviceCode;
  private final int managedUnits;
  private final int over30Days;
  private final int office;
  private final RowKey lastKey;
  private final int limit;
  private final KeyTable userKeys = new KeyTable();
  private final List<User> users = new ArrayList<>();
  private final KeyTable serviceKeys = new KeyTable();
  private final List<Service> services = new ArrayList<>();
  private @Nullable User lastUser;
  private boolean full;

  BreakdownSums(CheckContext context) {
    Layout layout = context.layout();
    columns = SUMMED.stream().map(layout::field).toArray(Field[]::new);
    serviceCode = layout.field("serviceCode");
    managedUnits = layout.position("managedUnits");
    over30Days = layout.position("over30Days");
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
    String code = row.value(serviceCode);
    if (full || code.length() != serviceCode.length()) {
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

  private Service serviceOf(String code, User user, Row row) {
    long key = KeyTable.keyOf(KeyTable.keyOf(user.key, row.value(office)), code.substring(0, 2));
    int index = serviceKeys.put(key);
    if (index == services.size()) {
      Service service = new Service(row, user.services);
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
    private @Nullable Service services;

    User(long key, Row row) {
      this.key = key;
      line = row.line();
      record = row.record();
    }

    void takeTotal(Row row, Consumer<Finding> findings) {
      if (total != null) {
        findings.accept(FindingCode.TOTAL_ROW_TWICE.at(row, serviceCode));
        return;
      }
      total = Amounts.of(row, columns);
      totalLine = row.line();
      totalRecord = row.record();
    }

    void finish(Consumer<Finding> findings) {
      Amounts all = Amounts.none(columns.length);
      Amounts withinLimit = Amounts.none(columns.length);
      Amounts printed = Amounts.none(columns.length);
      for (Service service = services; service != null; service = service.next) {
        service.finish(findings);
        all.add(service.all);
        withinLimit.add(service.withinLimit());
        printed.add(service.subtotal == null ? service.all : service.subtotal.orElse(service.all));
      }
      if (total == null) {
        findings.accept(FindingCode.TOTAL_ROW_MISSING.at(line, record, serviceCode));
        return;
      }
      for (int i = 0; i < columns.length; i++) {
        boolean right =
            !total.isFilled(i)
                || !printed.isFilled(i)
                || total.equalsIn(i, printed)
                || total.equalsIn(i, all)
                || total.equalsIn(i, withinLimit);
        if (!right) {
          findings.accept(FindingCode.TOTAL_SUM.at(totalLine, totalRecord, columns[i]));
        }
      }
    }
  }

  private final class Service {
    private final @Nullable Service next;
    private final long line;
    private final long record;
    private final Amounts all = Amounts.none(columns.length);
    private @Nullable Amounts partWithinLimit;
    private int rows;
    private int rowsWithinLimit;
    private long subtotalLine;
    private long subtotalRecord;
    private @Nullable Amounts subtotal;
    private boolean otherSubtotal;

    Service(Row row, @Nullable Service next) {
      this.next = next;
      line = row.line();
      record = row.record();
    }

    void take(Row row, String code) {
      if (BreakdownRow.isLimitSubtotal(code)) {
        subtotal = Amounts.of(row, columns);
        subtotalLine = row.line();
        subtotalRecord = row.record();
      } else if (BreakdownRow.isSubtotalOrTotal(code)) {
        otherSubtotal = true;
      } else {
        takeService(row);
      }
    }

    private void takeService(Row row) {
      boolean within = !row.value(managedUnits).isEmpty() && !row.value(over30Days).equals("1");
      if (!within && partWithinLimit == null) {
        partWithinLimit = all.copy();
      }
      if (within && partWithinLimit != null) {
        partWithinLimit.add(row, columns);
      }
      all.add(row, columns);
      rows++;
      rowsWithinLimit += within ? 1 : 0;
    }

    Amounts withinLimit() {
      return partWithinLimit == null ? all : partWithinLimit;
    }

    void finish(Consumer<Finding> findings) {
      if (subtotal == null) {
        if (rowsWithinLimit > 1 || (rows > 1 && !otherSubtotal)) {
          findings.accept(FindingCode.SUBTOTAL_MISSING.at(line, record, serviceCode));
        }
        return;
      }
      for (int i = 0; i < columns.length; i++) {
        boolean right =
            !subtotal.isFilled(i)
                || !all.isFilled(i)
                || subtotal.equalsIn(i, all)
                || subtotal.equalsIn(i, withinLimit());
        if (!right) {
          findings.accept(FindingCode.SUBTOTAL_SUM.at(subtotalLine, subtotalRecord, columns[i]));
        }
      }
    }
  }
}
