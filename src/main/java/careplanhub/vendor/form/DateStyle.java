package careplanhub.vendor.form;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a vendor writes a date. No style loses anything. */
enum DateStyle {
  SLASHES("yyyy/MM/dd", "uuuu/MM/dd", Years.WESTERN),
  SHORT_SLASHES("yyyy/M/d", "uuuu/M/d", Years.WESTERN),
  DASHES("yyyy-MM-dd", "uuuu-MM-dd", Years.WESTERN),
  COMPACT("yyyyMMdd", "uuuuMMdd", Years.WESTERN),
  ERA_WORD("令和y年M月d日", "Gy'年'M'月'd'日'", Years.ERA),
  ERA_LETTER("Ry.M.d", "y.M.d", Years.ERA_LETTER),
  ERA_COMPACT("RyyMMdd", "yyMMdd", Years.ERA_LETTER);

  private enum Years {
    WESTERN,
    ERA,
    ERA_LETTER
  }

  private final String label;
  private final String pattern;
  private final Years years;

  DateStyle(String label, String pattern, Years years) {
    this.label = label;
    this.pattern = pattern;
    this.years = years;
  }

  /** The style of this name in a mapping. */
  static Optional<DateStyle> of(String label) {
    return Arrays.stream(values()).filter(style -> style.label.equals(label)).findFirst();
  }

  /** Its name in a mapping: the date's parts as they are written. */
  String label() {
    return label;
  }

  String format(LocalDate date) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.JAPANESE);
    return switch (years) {
      case WESTERN -> formatter.format(date);
      case ERA -> formatter.format(JapaneseDate.from(date));
      case ERA_LETTER -> Era.of(date).letter() + formatter.format(JapaneseDate.from(date));
    };
  }
}
