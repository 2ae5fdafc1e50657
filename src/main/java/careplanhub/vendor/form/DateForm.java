package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code date}: a day; YYYYMMDD in the standard. Read in every style, western or of an era, written
 * in the one that the mapping names.
 */
final class DateForm implements Form {
  private static final DateTimeFormatter STANDARD =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern SEPARATED =
      Pattern.compile(
          "(?<era>[^0-9]{0,2})\\s*(?<year>[0-9]{1,4}|元)\\s*[年./-]\\s*(?<month>[0-9]{1,2})"
              + "\\s*[月./-]\\s*(?<day>[0-9]{1,2})\\s*日?");
  private static final Pattern TOGETHER =
      Pattern.compile(
          "(?<era>[MTSHRmtshr]?)(?<year>[0-9]{2}|[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})");
  private static final Pattern AFTER_THE_DATE =
      Pattern.compile("\\s*\\([日月火水木金土]\\)$|\\s+0?0:00(:00)?$");

  private static final int LONGEST = 40;

  private final DateStyle style;

  /**
   * What the mapping says.
   *
   * @param style how the vendor writes dates, a {@link DateStyle#label()}
   */
  record Parameters(@JsonProperty(required = true) String style) {}

  DateForm(DateStyle style) {
    this.style = style;
  }

  static DateForm create(FormPart part) throws ConfigurationException {
    String label = part.bind(Parameters.class).style();
    return new DateForm(
        DateStyle.of(label)
            .orElseThrow(
                () ->
                    part.error(
                        "style",
                        "使える書き方: "
                            + String.join(
                                "、",
                                Arrays.stream(DateStyle.values())
                                    .map(DateStyle::label)
                                    .toList()))));
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String text = HalfWidth.of(cell, tolerated);
    if (text.isEmpty()) {
      return "";
    }
    if (text.length() > LONGEST) {
      throw unreadable();
    }
    LocalDate date =
        parse(AFTER_THE_DATE.matcher(text).replaceFirst("")).orElseThrow(this::unreadable);
    if (!style.format(date).equals(text)) {
      tolerated.accept(Tolerated.OTHER_DATE_FORM);
    }
    return STANDARD.format(date);
  }

  private UnreadableException unreadable() {
    return new UnreadableException("日付として読めないか、暦に無い日です。" + style.label() + " の形で書いてください。");
  }

  private static Optional<LocalDate> parse(String text) {
    for (Pattern pattern : new Pattern[] {SEPARATED, TOGETHER}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return date(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher matcher) {
    String year = matcher.group("year");
    int count = year.equals("元") ? 1 : Integer.parseInt(year);
    int month = Integer.parseInt(matcher.group("month"));
    int day = Integer.parseInt(matcher.group("day"));
    String eraName = matcher.group("era");
    try {
      if (eraName.isEmpty()) {
        return Era.isPlausible(count)
            ? Optional.of(LocalDate.of(count, month, day))
            : Optional.empty();
      }
      Optional<Era> era = year.length() == 4 ? Optional.empty() : Era.of(eraName);
      return era.map(found -> found.date(count, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String write(String value) throws UnreadableException {
    if (value.isEmpty()) {
      return "";
    }
    try {
      return style.format(LocalDate.parse(value, STANDARD));
    } catch (DateTimeException e) {
      throw new UnreadableException("暦に無い日なので書けません。");
    }
  }
}
