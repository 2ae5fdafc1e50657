package careplanhub.fax.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * The sheet for what was done, one or more pages with fixed places. Public for the templates only.
 */
public record ResultSheet(
    FormValues record,
    FormValues supplement,
    String supportOffice,
    List<SlipSheet.Day> days,
    List<Page> pages) {
  private static final double SIZE = 2.7;
  private static final double LEAST_SIZE = 1.9;

  static ResultSheet of(FormSource source, OfficeNames names, Characters characters) {
    FormValues record = source.values(characters);
    List<SlipSheet.Day> days = SlipSheet.days(record.text("targetMonth"));
    List<SlipDays> services = SlipSheet.services(source);
    List<Page> pages = new ArrayList<>();
    for (int from = 0; from < services.size(); from += ResultSheetLayout.LINES) {
      int to = Math.min(services.size(), from + ResultSheetLayout.LINES);
      pages.add(page(services.subList(from, to), source, days.size(), characters));
    }
    return new ResultSheet(
        record,
        source.other("UPHOSOKU", characters),
        characters.printable(names.office(record.text("supportOfficeNumber")), "事業所名"),
        days,
        pages);
  }

  List<List<ResultLine>> lines() {
    return pages.stream().map(page -> page.lines().stream().map(Line::meaning).toList()).toList();
  }

  private static Page page(
      List<SlipDays> services, FormSource source, int days, Characters characters) {
    List<Line> lines = new ArrayList<>();
    for (SlipDays service : services) {
      String office = characters.printable(service.officeName(), "サービス事業所名");
      lines.add(
          new Line(
              lines.size(),
              service.service().time(),
              Fitted.into(
                  SlipSheet.content(service.service(), characters).replace('\n', ' '), 37, 3),
              Fitted.into(
                  office.isEmpty() ? service.service().serviceOfficeNumber() : office, 31, 3),
              service.planned().texts(days),
              new ResultLine(
                  source.user(),
                  source.first().get("targetMonth"),
                  service.service(),
                  service.planned().counts(days))));
    }
    return new Page(lines);
  }

  /** A millimetre measure of the paper for a place relative to the top left mark. */
  public static double left(double x) {
    return ResultSheetLayout.MARK_LEFT + x;
  }

  /** The same downwards. */
  public static double top(double y) {
    return ResultSheetLayout.MARK_TOP + y;
  }

  /** One page of at most {@link ResultSheetLayout#LINES} lines. */
  public record Page(List<Line> lines) {}

  /** One service; the place of its boxes is fixed by its number. */
  public record Line(
      int number,
      String time,
      Fitted content,
      Fitted office,
      List<String> planned,
      ResultLine meaning) {
    public double top() {
      return ResultSheet.top(ResultSheetLayout.FIRST_LINE + number * ResultSheetLayout.LINE);
    }

    public ResultSheetLayout.Box box(int day) {
      return ResultSheetLayout.box(number, day);
    }
  }

  /** A text with the size in millimetres at which it fits its place; cut with … when none does. */
  public record Fitted(String text, double size) {
    static Fitted into(String text, double width, int lines) {
      for (double size = SIZE; size >= LEAST_SIZE; size -= 0.2) {
        if (FormFont.shipped().width(text) * size <= (width - size) * lines) {
          return new Fitted(text, size);
        }
      }
      int end = text.length();
      while (FormFont.shipped().width(text.substring(0, end)) * LEAST_SIZE
          > (width - LEAST_SIZE) * lines - LEAST_SIZE) {
        end = text.offsetByCodePoints(end, -1);
      }
      return new Fitted(text.substring(0, end) + "…", LEAST_SIZE);
    }
  }
}
