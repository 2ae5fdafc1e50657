package careplanhub.vendor.form;

import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a vendor writes a month. No style loses anything. */
enum MonthStyle {
  COMPACT("yyyyMM"),
  SLASHES("yyyy/MM"),
  SHORT_SLASHES("yyyy/M"),
  DASHES("yyyy-MM"),
  WORDS("yyyy年M月"),
  ERA_WORD("令和y年M月"),
  ERA_LETTER("Ry.M"),
  ERA_COMPACT("RyyMM");

  private final String label;

  MonthStyle(String label) {
    this.label = label;
  }

  /** The style of this name in a mapping. */
  static Optional<MonthStyle> of(String label) {
    return Arrays.stream(values()).filter(style -> style.label.equals(label)).findFirst();
  }

  /** Its name in a mapping: the month's parts as they are written. */
  String label() {
    return label;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(MonthStyle::label).toList();
  }

  String format(YearMonth month) {
    JapaneseDate japanese = JapaneseDate.from(month.atEndOfMonth());
    String letter = Era.of(month.atEndOfMonth()).letter();
    return switch (this) {
      case COMPACT -> western("uuuuMM", month);
      case SLASHES -> western("uuuu/MM", month);
      case SHORT_SLASHES -> western("uuuu/M", month);
      case DASHES -> western("uuuu-MM", month);
      case WORDS -> western("uuuu'年'M'月'", month);
      case ERA_WORD -> DateTimeFormatter.ofPattern("Gy'年'M'月'", Locale.JAPANESE).format(japanese);
      case ERA_LETTER -> letter + DateTimeFormatter.ofPattern("y.M").format(japanese);
      case ERA_COMPACT -> letter + DateTimeFormatter.ofPattern("yyMM").format(japanese);
    };
  }

  private static String western(String pattern, YearMonth month) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(month);
  }
}
