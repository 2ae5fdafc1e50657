package careplanhub.standard;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The amounts of a 別表 row, or their sums, in its summed columns; a column may be empty. */
final class Amounts {
  private static final int EMPTY = Integer.MIN_VALUE;

  private final int[] values;

  private Amounts(int[] values) {
    this.values = values;
  }

  static Amounts none(int columns) {
    int[] values = new int[columns];
    Arrays.fill(values, EMPTY);
    return new Amounts(values);
  }

  static Amounts of(Row row, Field[] columns) {
    Amounts amounts = none(columns.length);
    amounts.add(row, columns);
    return amounts;
  }

  /** The sums of both; null stands for nothing. */
  static Amounts sum(@Nullable Amounts one, @Nullable Amounts other, int columns) {
    Amounts sum = none(columns);
    if (one != null) {
      sum.add(one);
    }
    if (other != null) {
      sum.add(other);
    }
    return sum;
  }

  private Amounts copy() {
    return new Amounts(values.clone());
  }

  void add(Row row, Field[] columns) {
    for (int i = 0; i < columns.length; i++) {
      add(i, number(row.value(columns[i])));
    }
  }

  void add(Amounts other) {
    for (int i = 0; i < values.length; i++) {
      add(i, other.values[i]);
    }
  }

  private void add(int column, int amount) {
    if (values[column] == EMPTY) {
      values[column] = amount;
    } else if (amount != EMPTY) {
      long sum = (long) values[column] + amount;
      values[column] = (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, sum));
    }
  }

  /** Each column of this, or of the other where this one is empty. */
  Amounts orElse(@Nullable Amounts other) {
    if (other == null) {
      return this;
    }
    Amounts both = copy();
    for (int i = 0; i < values.length; i++) {
      if (both.values[i] == EMPTY) {
        both.values[i] = other.values[i];
      }
    }
    return both;
  }

  boolean isFilled(int column) {
    return values[column] != EMPTY;
  }

  boolean equalsIn(int column, Amounts other) {
    return values[column] == other.values[column];
  }

  /** Whether a column is one of the allowed amounts, or there is nothing to compare. */
  static boolean isRight(int column, Amounts amounts, List<Amounts> allowed) {
    boolean comparable = false;
    for (Amounts candidate : allowed) {
      if (candidate.equalsIn(column, amounts)) {
        return true;
      }
      comparable |= candidate.isFilled(column);
    }
    return !comparable || !amounts.isFilled(column);
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return EMPTY;
    }
    boolean negative = text.charAt(0) == '-';
    int number = 0;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return EMPTY;
      }
      number = number * 10 + digit;
    }
    return negative ? -number : number;
  }
}
