package careplanhub.vendor;

import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Tolerated;
import java.util.function.Consumer;

/** The month YYYYMM of a date YYYYMMDD, so that each is made once. */
final class MonthOfDate implements Form {
  private static final int MONTH_LENGTH = 6;

  @Override
  public String read(String date, Consumer<Tolerated> tolerated) {
    return date.length() < MONTH_LENGTH ? "" : date.substring(0, MONTH_LENGTH);
  }

  @Override
  public String write(String month) {
    return month;
  }
}
