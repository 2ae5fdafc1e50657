package careplanhub.fax.forms;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One service of a month with its days, planned and done. Filled while the rows are gone through.
 */
final class SlipDays {
  private static final int MOST_DAYS = 31;
  private static final int DAY_START = 6;

  private final SlipService service;
  private final Counts planned = new Counts();
  private final Counts actual = new Counts();
  private String officeName = "";

  private SlipDays(SlipService service) {
    this.service = service;
  }

  static List<SlipDays> of(List<Row> planned, List<Row> actual) {
    Map<SlipService, SlipDays> services = new LinkedHashMap<>();
    planned.forEach(row -> of(row, services).planned.add(row));
    actual.forEach(row -> of(row, services).actual.add(row));
    return List.copyOf(services.values());
  }

  private static SlipDays of(Row row, Map<SlipService, SlipDays> services) {
    SlipDays days = services.computeIfAbsent(SlipService.of(row), SlipDays::new);
    if (days.officeName.isEmpty()) {
      days.officeName = row.get("serviceOfficeName");
    }
    return days;
  }

  SlipService service() {
    return service;
  }

  String officeName() {
    return officeName;
  }

  Counts planned() {
    return planned;
  }

  Counts actual() {
    return actual;
  }

  /** The counts of the days of a month. */
  static final class Counts {
    private final int[] counts = new int[MOST_DAYS];
    private final boolean[] prorated = new boolean[MOST_DAYS];

    private void add(Row row) {
      String date = row.get("serviceDate");
      int day = date.matches("[0-9]{8}") ? Integer.parseInt(date.substring(DAY_START)) : 0;
      String count = row.get("serviceCount");
      if (day >= 1 && day <= MOST_DAYS && count.matches("[0-9]{1,4}")) {
        counts[day - 1] += Integer.parseInt(count);
      }
      String days = row.get("proratedDays");
      for (int i = 0; i < Math.min(days.length(), MOST_DAYS); i++) {
        prorated[i] |= days.charAt(i) == '1';
      }
    }

    /** One text a day: its count, ○ for a day that is only 日割り, else nothing. */
    List<String> texts(int days) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < days; i++) {
        texts.add(counts[i] > 0 ? String.valueOf(counts[i]) : prorated[i] ? "○" : "");
      }
      return texts;
    }

    List<Integer> counts(int days) {
      List<Integer> list = new ArrayList<>();
      for (int i = 0; i < days; i++) {
        list.add(counts[i]);
      }
      return list;
    }

    String total() {
      int total = 0;
      for (int count : counts) {
        total += count;
      }
      return total == 0 ? "" : String.valueOf(total);
    }
  }
}
