package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code month}: a month; YYYYMM in the standard. Read in every style, western or of an era,
 * written in the one that the mapping names.
 */
public final class MonthForm implements Form {
  private static final Pattern SEPARATED =
      Pattern.compile(
          "(?<era>[^0-9]{0,2})\\s*(?<year>[0-9]{1,4}|元)\\s*(?:年度?|[./-])\\s*(?<month>[0-9]{1,2})"
              + "\\s*(?:月[分度]?|[./-]0?1(?:\\s+0?0:00(?::00)?)?)?");
  private static final Pattern TOGETHER =
      Pattern.compile("(?<era>[MTSHRmtshr]?)(?<year>[0-9]{2}|[0-9]{4})(?<month>[0-9]{2})");
  private static final int LONGEST = 40;

  private final MonthStyle style;

  /**
   * What the mapping says.
   *
   * @param style how the vendor writes months, such as yyyyMM or 令和y年M月
   */
  record Parameters(@JsonProperty(required = true) String style) {}

  MonthForm(MonthStyle style) {
    this.style = style;
  }

  /** The form whose style is written as a label, such as {@code yyyyMM}; empty for another. */
  public static Optional<MonthForm> ofStyle(String label) {
    return MonthStyle.of(label).map(MonthForm::new);
  }

  static MonthForm create(FormPart part) throws ConfigurationException {
    return ofStyle(part.bind(Parameters.class).style())
        .orElseThrow(() -> part.error("style", "使える書き方: " + String.join("、", MonthStyle.labels())));
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String text = HalfWidth.of(cell, tolerated);
    if (text.isEmpty()) {
      return "";
    }
    YearMonth month =
        parse(text)
            .orElseThrow(
                () -> new UnreadableException("年月として読めません。" + style.label() + " の形で書いてください。"));
    if (!style.format(month).equals(text)) {
      tolerated.accept(Tolerated.OTHER_MONTH_FORM);
    }
    return MonthStyle.COMPACT.format(month);
  }

  @Override
  public String write(String value) throws UnreadableException {
    if (value.isEmpty()) {
      return "";
    }
    return style.format(parse(value).orElseThrow(() -> new UnreadableException("暦に無い月なので書けません。")));
  }

  /** The month that a text is, in whichever style; empty when it is none. */
  public static Optional<YearMonth> parse(String text) {
    String narrow = HalfWidth.of(text, ignored -> {});
    if (narrow.length() > LONGEST) {
      return Optional.empty();
    }
    for (Pattern pattern : new Pattern[] {SEPARATED, TOGETHER}) {
      Matcher matcher = pattern.matcher(narrow);
      if (matcher.matches()) {
        return month(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<YearMonth> month(Matcher matcher) {
    String year = matcher.group("year");
    int count = year.equals("元") ? 1 : Integer.parseInt(year);
    int month = Integer.parseInt(matcher.group("month"));
    String era = matcher.group("era");
    try {
      if (era.isEmpty()) {
        return Era.isPlausible(count) ? Optional.of(YearMonth.of(count, month)) : Optional.empty();
      }
      return year.length() > 2
          ? Optional.empty()
          : Era.of(era).map(found -> monthOf(found, count, month));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An era that ends or begins within the month has it. */
  private static YearMonth monthOf(Era era, int year, int month) {
    YearMonth western = YearMonth.of(era.firstYear() + year - 1, month);
    boolean within = Era.of(western.atEndOfMonth()) == era || Era.of(western.atDay(1)) == era;
    if (!within) {
      throw new DateTimeException("The month lies outside its era.");
    }
    return YearMonth.from(JapaneseDate.from(western.atEndOfMonth()));
  }
}
