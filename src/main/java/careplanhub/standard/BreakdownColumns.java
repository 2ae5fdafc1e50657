package careplanhub.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a 第7表（別表） that are summed up (rule 55), and those that say what a row counts to.
 */
final class BreakdownColumns {
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

  private final Field[] summed;
  private final Field serviceCode;
  private final Field managedUnits;
  private final Field over30Days;

  BreakdownColumns(Layout layout) {
    summed = SUMMED.stream().map(layout::field).toArray(Field[]::new);
    serviceCode = layout.field("serviceCode");
    managedUnits = layout.field("managedUnits");
    over30Days = layout.field("over30Days");
  }

  int count() {
    return summed.length;
  }

  Field field(int column) {
    return summed[column];
  }

  Field serviceCode() {
    return serviceCode;
  }

  boolean isOver30(Row row) {
    return row.value(over30Days).equals("1");
  }

  /** A row outside the 区分支給限度額 has no 給付管理単位数 (rule 53). */
  boolean isOutsideLimit(Row row) {
    return row.value(managedUnits).isEmpty();
  }

  Amounts of(Row row) {
    return Amounts.of(row, summed);
  }

  Amounts add(@Nullable Amounts amounts, Row row) {
    if (amounts == null) {
      return of(row);
    }
    amounts.add(row, summed);
    return amounts;
  }

  Amounts orNone(@Nullable Amounts amounts) {
    return amounts == null ? Amounts.none(summed.length) : amounts;
  }

  Amounts sum(@Nullable Amounts one, @Nullable Amounts other) {
    return Amounts.sum(one, other, summed.length);
  }
}
