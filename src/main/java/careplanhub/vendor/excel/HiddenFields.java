package careplanhub.vendor.excel;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a service that staff need not see. They stand together behind the seal in the
 * hidden column, since each cell of a workbook costs its readers more than what it holds.
 */
final class HiddenFields {
  /** By the standard's keys, in the order in which they stand. */
  static final List<String> KEYS =
      List.of(
          "supportOfficeNumber",
          "plannerName",
          "satelliteNo",
          "detailNo",
          "shortStayDaysToLastMonth",
          "proratedDays",
          "over30Days");

  private static final char BETWEEN = '|';
  private static final char ESCAPE = '\\';

  private HiddenFields() {}

  /** The values as one text, whatever signs they have; each ends with a bar. */
  static String joined(List<String> values) {
    StringBuilder joined = new StringBuilder();
    for (String value : values) {
      for (int at = 0; at < value.length(); at++) {
        char sign = value.charAt(at);
        if (sign == BETWEEN || sign == ESCAPE) {
          joined.append(ESCAPE);
        }
        joined.append(sign);
      }
      joined.append(BETWEEN);
    }
    return joined.toString();
  }

  /** The values of a joined text, as many as it has. */
  static List<String> split(String joined) {
    List<String> values = new ArrayList<>(KEYS.size());
    StringBuilder value = new StringBuilder();
    for (int at = 0; at < joined.length(); at++) {
      char sign = joined.charAt(at);
      if (sign == BETWEEN) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        boolean escapes = sign == ESCAPE && at + 1 < joined.length();
        at += escapes ? 1 : 0;
        value.append(joined.charAt(at));
      }
    }
    return values;
  }
}
