package careplanhub.standard;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one user, office and service type in a 第7表（別表）: its details within the 区分支給限度額,
 * outside it and over 30 days, and their subtotals AAAA, EEEE and ZZZZ (rules 51 and 55). Sheets
 * differ in what a subtotal holds, and each column that is right in one way is right.
 */
final class BreakdownService {
  /** The service before it, of the same user. */
  final @Nullable BreakdownService next;

  private final BreakdownColumns columns;
  private final long line;
  private final long record;
  private @Nullable Amounts within;
  private @Nullable Amounts outside;
  private @Nullable Amounts over30;
  private int rows;
  private int rowsWithin;
  private @Nullable Subtotal limitSubtotal;
  private @Nullable Subtotal outsideSubtotal;
  private @Nullable Subtotal over30Subtotal;

  BreakdownService(BreakdownColumns columns, Row row, @Nullable BreakdownService next) {
    this.columns = columns;
    this.next = next;
    line = row.line();
    record = row.record();
  }

  void take(Row row, String code) {
    if (BreakdownRow.isLimitSubtotal(code)) {
      limitSubtotal = new Subtotal(columns.of(row), row.line(), row.record());
    } else if (BreakdownRow.isOutsideSubtotal(code)) {
      outsideSubtotal = new Subtotal(columns.of(row), row.line(), row.record());
    } else if (BreakdownRow.isOver30Subtotal(code)) {
      over30Subtotal = new Subtotal(columns.of(row), row.line(), row.record());
    } else {
      takeDetail(row);
    }
  }

  private void takeDetail(Row row) {
    rows++;
    if (columns.isOver30(row)) {
      over30 = columns.add(over30, row);
    } else if (columns.isOutsideLimit(row)) {
      outside = columns.add(outside, row);
    } else {
      rowsWithin++;
      within = columns.add(within, row);
    }
  }

  void finish(Consumer<Finding> findings) {
    boolean otherSubtotal = outsideSubtotal != null || over30Subtotal != null;
    if (limitSubtotal == null && (rowsWithin > 1 || (rows > 1 && !otherSubtotal))) {
      findings.accept(FindingCode.SUBTOTAL_MISSING.at(line, record, columns.serviceCode()));
    }
    Amounts printed = columns.sum(columns.sum(amounts(limitSubtotal), outsides()), overs());
    tell(
        limitSubtotal,
        List.of(all(), withinAndOutside(), columns.orNone(within)),
        printed,
        findings);
    tell(
        outsideSubtotal,
        List.of(columns.orNone(outside), columns.sum(outside, over30)),
        printed,
        findings);
    tell(over30Subtotal, List.of(columns.orNone(over30)), printed, findings);
  }

  private void tell(
      @Nullable Subtotal subtotal,
      List<Amounts> allowed,
      Amounts printed,
      Consumer<Finding> findings) {
    if (subtotal == null) {
      return;
    }
    for (int i = 0; i < columns.count(); i++) {
      boolean whole = outsideSubtotal != null && printed.equalsIn(i, all());
      if (!whole && !Amounts.isRight(i, subtotal.amounts, allowed)) {
        findings.accept(
            FindingCode.SUBTOTAL_SUM.at(subtotal.line, subtotal.record, columns.field(i)));
      }
    }
  }

  /** All details. */
  Amounts all() {
    return columns.sum(withinAndOutside(), over30);
  }

  Amounts withinAndOutside() {
    return columns.sum(within, outside);
  }

  /** What counts within the limit, as AAAA or else as the details say. */
  Amounts limits() {
    return printed(limitSubtotal, within);
  }

  /** AAAA, or else all details. */
  Amounts limitsOrAll() {
    return printed(limitSubtotal, all());
  }

  /** What is outside the limit, as EEEE or else as the details say. */
  Amounts outsides() {
    return printed(outsideSubtotal, outside);
  }

  /** What is over 30 days, as ZZZZ or else as the details say. */
  Amounts overs() {
    return printed(over30Subtotal, over30);
  }

  /** The details within the limit. */
  Amounts withinDetails() {
    return columns.orNone(within);
  }

  private Amounts printed(@Nullable Subtotal subtotal, @Nullable Amounts details) {
    return subtotal == null ? columns.orNone(details) : subtotal.amounts.orElse(details);
  }

  private static @Nullable Amounts amounts(@Nullable Subtotal subtotal) {
    return subtotal == null ? null : subtotal.amounts;
  }

  private record Subtotal(Amounts amounts, long line, long record) {}
}
