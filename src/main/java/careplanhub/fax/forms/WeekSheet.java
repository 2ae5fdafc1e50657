package careplanhub.fax.forms;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 第３表. A text that does not fit into its block is a number there and stands whole in the notes.
 * Public for the templates only.
 *
 * @param others 週単位以外のサービス
 */
public record WeekSheet(
    FormValues record,
    FormValues supplement,
    List<Block> blocks,
    List<String> others,
    List<String> notes) {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4])[0-5][0-9]");
  private static final int DAY_MINUTES = 24 * 60;
  private static final int ACTIVITIES = 7;

  static WeekSheet of(FormSource source, Characters characters) {
    WeekBlocks blocks = new WeekBlocks();
    List<String> others = new ArrayList<>();
    for (Row row : source.main()) {
      FormValues values = new FormValues(row, characters);
      Optional<Integer> day = day(row.get("dayOfWeek"));
      place(values, "serviceContent", day, "serviceStart", "serviceEnd", blocks);
      place(
          values, "dailyActivity", Optional.of(ACTIVITIES), "activityStart", "activityEnd", blocks);
      if (!values.text("otherService").isEmpty()) {
        others.add(values.text("otherService"));
      }
    }
    List<Block> placed = blocks.placed();
    return new WeekSheet(
        source.values(characters),
        source.other("UPHOSOKU", characters),
        placed,
        others.stream().distinct().toList(),
        blocks.notes());
  }

  private static void place(
      FormValues values,
      String text,
      Optional<Integer> column,
      String start,
      String end,
      WeekBlocks blocks) {
    String content = values.text(text);
    if (content.isEmpty()) {
      return;
    }
    Optional<Integer> from = minute(values.text(start));
    Optional<Integer> to = minute(values.text(end));
    if (column.isEmpty() || from.isEmpty() || to.isEmpty()) {
      blocks.note(content);
      return;
    }
    if (to.get() > from.get()) {
      blocks.add(column.get(), from.get(), to.get(), content);
    } else {
      blocks.add(column.get(), from.get(), DAY_MINUTES, content);
      if (to.get() > 0) {
        blocks.add(
            column.get() == ACTIVITIES ? ACTIVITIES : (column.get() + 1) % ACTIVITIES,
            0,
            to.get(),
            content);
      }
    }
  }

  private static Optional<Integer> day(String code) {
    return code.matches("[1-7]") ? Optional.of(code.charAt(0) - '1') : Optional.empty();
  }

  private static Optional<Integer> minute(String time) {
    if (!TIME.matcher(time).matches()) {
      return Optional.empty();
    }
    int minute = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(2));
    return minute > DAY_MINUTES ? Optional.empty() : Optional.of(minute);
  }

  /** A block in millimetres from the top left of 0:00 on Monday. */
  public record Block(double left, double top, double width, double height, String text) {}
}
