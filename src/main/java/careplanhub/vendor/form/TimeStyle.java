package careplanhub.vendor.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a vendor writes a time of day. No style loses anything. */
enum TimeStyle {
  COLON("H:mm", "[0-9]{1,2}:[0-9]{2}"),
  LONG_COLON("HH:mm", "[0-9]{2}:[0-9]{2}"),
  COMPACT("HHmm", "[0-9]{4}"),
  WORDS("H時mm分", "[0-9]{1,2}時[0-9]{2}分");

  private static final int HOURS = 2;

  private final String label;
  private final Pattern shape;

  TimeStyle(String label, String shape) {
    this.label = label;
    this.shape = Pattern.compile(shape);
  }

  /** The style of this name in a mapping. */
  static Optional<TimeStyle> of(String label) {
    return Arrays.stream(values()).filter(style -> style.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(style -> style.label).toList();
  }

  /** Whether a text is written so. */
  boolean isOf(String text) {
    return shape.matcher(text).matches();
  }

  /** The standard's HHMM, which is a time, in this style. */
  String format(String time) {
    String hour = time.substring(0, HOURS);
    String minute = time.substring(HOURS);
    String shortHour = hour.startsWith("0") ? hour.substring(1) : hour;
    return switch (this) {
      case COLON -> shortHour + ":" + minute;
      case LONG_COLON -> hour + ":" + minute;
      case COMPACT -> time;
      case WORDS -> shortHour + "時" + minute + "分";
    };
  }
}
