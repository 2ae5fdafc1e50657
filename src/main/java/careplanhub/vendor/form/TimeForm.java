package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code time}: a time of day; HHMM in the standard, and 9999 for a service without one, which is
 * an empty cell at the vendor's where the mapping says so.
 */
final class TimeForm implements Form {
  private static final String NO_TIME = "9999";
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,2})(?::([0-9]{2})(?::00)?|時([0-9]{1,2})分)|([0-9]{1,2})([0-9]{2})");
  private static final Pattern STANDARD = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9]");

  private final TimeStyle style;
  private final boolean emptyIsNoTime;

  /**
   * What the mapping says.
   *
   * @param style H:mm, HH:mm, HHmm or H時mm分
   * @param emptyIsNoTime whether an empty cell stands for 9999
   */
  record Parameters(@JsonProperty(required = true) String style, @Nullable Boolean emptyIsNoTime) {}

  private TimeForm(TimeStyle style, boolean emptyIsNoTime) {
    this.style = style;
    this.emptyIsNoTime = emptyIsNoTime;
  }

  static TimeForm create(FormPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    TimeStyle style =
        TimeStyle.of(parameters.style())
            .orElseThrow(
                () -> part.error("style", "使える書き方: " + String.join("、", TimeStyle.labels())));
    return new TimeForm(style, Boolean.TRUE.equals(parameters.emptyIsNoTime()));
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    if (style == TimeStyle.COMPACT && STANDARD.matcher(cell).matches()) {
      return cell;
    }
    String text = HalfWidth.of(cell, tolerated);
    if (text.isEmpty()) {
      if (emptyIsNoTime) {
        tolerated.accept(Tolerated.NO_TIME);
      }
      return emptyIsNoTime ? NO_TIME : "";
    }
    if (text.equals(NO_TIME)) {
      return NO_TIME;
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new UnreadableException("時刻として読めません。9:50 の形で書いてください。");
    }
    int hour = Integer.parseInt(first(matcher, 1, 4));
    int minute = Integer.parseInt(first(matcher, 2, 3, 5));
    if (hour == 24 && minute == 0) {
      tolerated.accept(Tolerated.END_OF_DAY);
      hour = 0;
    }
    if (hour > 23 || minute > 59) {
      throw new UnreadableException("0:00 から 23:59 までの時刻ではありません。日をまたぐ訪問は行を分けてください。");
    }
    if (!style.isOf(text)) {
      tolerated.accept(Tolerated.OTHER_TIME_FORM);
    }
    return String.valueOf(10_000 + 100 * hour + minute).substring(1);
  }

  private static String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      String found = matcher.group(group);
      if (found != null) {
        return found;
      }
    }
    throw new IllegalStateException("The shape has neither alternative");
  }

  @Override
  public String write(String value) throws UnreadableException {
    if (value.isEmpty() || (emptyIsNoTime && value.equals(NO_TIME))) {
      return "";
    }
    if (!STANDARD.matcher(value).matches()) {
      throw new UnreadableException("時刻（HHMM）ではないので書けません。");
    }
    return style.format(value);
  }
}
