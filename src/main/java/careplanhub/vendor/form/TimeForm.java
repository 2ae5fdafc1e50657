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
      Pattern.compile("([0-9]{1,2})(?::|時)([0-9]{2})(?:分|:00)?|([0-9]{1,2})([0-9]{2})");
  private static final Pattern COLON_STYLE = Pattern.compile("[0-9]{1,2}:[0-9]{2}");
  private static final Pattern DIGITS_STYLE = Pattern.compile("[0-9]{4}");
  private static final Pattern STANDARD = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9]");

  private final boolean withColon;
  private final boolean emptyIsNoTime;

  /**
   * What the mapping says.
   *
   * @param style H:mm or HHmm
   * @param emptyIsNoTime whether an empty cell stands for 9999
   */
  record Parameters(@JsonProperty(required = true) String style, @Nullable Boolean emptyIsNoTime) {}

  TimeForm(boolean withColon, boolean emptyIsNoTime) {
    this.withColon = withColon;
    this.emptyIsNoTime = emptyIsNoTime;
  }

  static TimeForm create(FormPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (!parameters.style().equals("H:mm") && !parameters.style().equals("HHmm")) {
      throw part.error("style", "使える書き方: H:mm、HHmm");
    }
    return new TimeForm(
        parameters.style().equals("H:mm"), Boolean.TRUE.equals(parameters.emptyIsNoTime()));
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    if (!withColon && STANDARD.matcher(cell).matches()) {
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
    boolean separated = matcher.group(1) != null;
    int hour = Integer.parseInt(matcher.group(separated ? 1 : 3));
    int minute = Integer.parseInt(matcher.group(separated ? 2 : 4));
    if (hour == 24 && minute == 0) {
      tolerated.accept(Tolerated.END_OF_DAY);
      hour = 0;
    }
    if (hour > 23 || minute > 59) {
      throw new UnreadableException("0:00 から 23:59 までの時刻ではありません。日をまたぐ訪問は行を分けてください。");
    }
    if (!(withColon ? COLON_STYLE : DIGITS_STYLE).matcher(text).matches()) {
      tolerated.accept(Tolerated.OTHER_TIME_FORM);
    }
    return String.valueOf(10_000 + 100 * hour + minute).substring(1);
  }

  @Override
  public String write(String value) throws UnreadableException {
    if (value.isEmpty() || (emptyIsNoTime && value.equals(NO_TIME))) {
      return "";
    }
    if (!STANDARD.matcher(value).matches()) {
      throw new UnreadableException("時刻（HHMM）ではないので書けません。");
    }
    return withColon ? Integer.parseInt(value.substring(0, 2)) + ":" + value.substring(2) : value;
  }
}
