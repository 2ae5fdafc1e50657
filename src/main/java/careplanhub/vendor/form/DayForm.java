package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code day}: the day of a month that stands elsewhere; two digits on the standard's side, which
 * the lens puts behind the month.
 */
public final class DayForm implements Form {
  private static final List<String> STYLES = List.of("d", "dd", "d日");
  private static final int DAYS = 31;
  private static final Pattern SHAPE = Pattern.compile("0?([0-9]{1,2})日?\\s*(?:\\([日月火水木金土]\\))?");

  private final String style;

  /**
   * What the mapping says.
   *
   * @param style d, dd or d日
   */
  record Parameters(@JsonProperty(required = true) String style) {}

  private DayForm(String style) {
    this.style = style;
  }

  /** The day as a number. */
  public static DayForm plain() {
    return new DayForm("d");
  }

  static DayForm create(FormPart part) throws ConfigurationException {
    String style = part.bind(Parameters.class).style();
    if (!STYLES.contains(style)) {
      throw part.error("style", "使える書き方: " + String.join("、", STYLES));
    }
    return new DayForm(style);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String text = HalfWidth.of(cell, tolerated);
    if (text.isEmpty()) {
      return "";
    }
    Matcher matcher = SHAPE.matcher(text);
    int day = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (day < 1 || day > DAYS) {
      throw new UnreadableException("日（1 から 31）として読めません。" + style + " の形で書いてください。");
    }
    return day < 10 ? "0" + day : String.valueOf(day);
  }

  @Override
  public String write(String value) {
    if (value.isEmpty() || style.equals("dd")) {
      return value;
    }
    return Integer.parseInt(value) + (style.equals("d") ? "" : "日");
  }
}
