package careplanhub.vendor.seikyu;

import careplanhub.vendor.BindyBinding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/**
 * One line of the layout: a service of a user in a month, with a flag for each day on which it was
 * given. The positions count the columns of adapter.yaml, which says where they lie in the file.
 * For one thread.
 */
@CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
public final class SeikyuRecord {
  /** How many columns of days there are. */
  static final int DAYS = 31;

  private static final List<VarHandle> FLAGS = flags();

  @DataField(pos = 1, columnName = SeikyuAdapter.USER, required = true)
  String userName = "";

  @DataField(pos = 2, columnName = SeikyuAdapter.SERVICE, required = true)
  String shortName = "";

  @DataField(pos = 3, columnName = SeikyuAdapter.UNITS)
  String units = "";

  @DataField(pos = 4, columnName = "1日")
  String day1 = "";

  @DataField(pos = 5, columnName = "2日")
  String day2 = "";

  @DataField(pos = 6, columnName = "3日")
  String day3 = "";

  @DataField(pos = 7, columnName = "4日")
  String day4 = "";

  @DataField(pos = 8, columnName = "5日")
  String day5 = "";

  @DataField(pos = 9, columnName = "6日")
  String day6 = "";

  @DataField(pos = 10, columnName = "7日")
  String day7 = "";

  @DataField(pos = 11, columnName = "8日")
  String day8 = "";

  @DataField(pos = 12, columnName = "9日")
  String day9 = "";

  @DataField(pos = 13, columnName = "10日")
  String day10 = "";

  @DataField(pos = 14, columnName = "11日")
  String day11 = "";

  @DataField(pos = 15, columnName = "12日")
  String day12 = "";

  @DataField(pos = 16, columnName = "13日")
  String day13 = "";

  @DataField(pos = 17, columnName = "14日")
  String day14 = "";

  @DataField(pos = 18, columnName = "15日")
  String day15 = "";

  @DataField(pos = 19, columnName = "16日")
  String day16 = "";

  @DataField(pos = 20, columnName = "17日")
  String day17 = "";

  @DataField(pos = 21, columnName = "18日")
  String day18 = "";

  @DataField(pos = 22, columnName = "19日")
  String day19 = "";

  @DataField(pos = 23, columnName = "20日")
  String day20 = "";

  @DataField(pos = 24, columnName = "21日")
  String day21 = "";

  @DataField(pos = 25, columnName = "22日")
  String day22 = "";

  @DataField(pos = 26, columnName = "23日")
  String day23 = "";

  @DataField(pos = 27, columnName = "24日")
  String day24 = "";

  @DataField(pos = 28, columnName = "25日")
  String day25 = "";

  @DataField(pos = 29, columnName = "26日")
  String day26 = "";

  @DataField(pos = 30, columnName = "27日")
  String day27 = "";

  @DataField(pos = 31, columnName = "28日")
  String day28 = "";

  @DataField(pos = 32, columnName = "29日")
  String day29 = "";

  @DataField(pos = 33, columnName = "30日")
  String day30 = "";

  @DataField(pos = 34, columnName = "31日")
  String day31 = "";

  /** An empty record; Bindy fills it. */
  public SeikyuRecord() {
    // every field begins empty
  }

  SeikyuRecord(String userName, String shortName, String units) {
    this.userName = userName;
    this.shortName = shortName;
    this.units = units;
  }

  /** The flag of a day, from 1. */
  String flag(int day) {
    return (String) FLAGS.get(day - 1).get(this);
  }

  void flag(int day, String flag) {
    FLAGS.get(day - 1).set(this, flag);
  }

  private static List<VarHandle> flags() {
    List<VarHandle> flags = new ArrayList<>();
    try {
      for (int day = 1; day <= DAYS; day++) {
        flags.add(
            MethodHandles.lookup().findVarHandle(SeikyuRecord.class, "day" + day, String.class));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The record has a field for each day", e);
    }
    return List.copyOf(flags);
  }
}
