package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code weekday}: a column that follows from a date field. Read, it is compared: a weekday that
 * does not fit often means a wrong month.
 */
final class WeekdayLens implements Lens {
  private static final List<String> STYLES = List.of("月", "月曜", "月曜日", "(月)");

  private final int column;
  private final Field date;
  private final Form form;

  /**
   * What the mapping says.
   *
   * @param column the vendor's
   * @param of the date field of a lens above
   * @param style how Monday is written: 月, 月曜, 月曜日 or (月); 月 where nothing is said
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String of,
      @Nullable String style) {}

  private WeekdayLens(int column, Field date, String style) {
    this.column = column;
    this.date = date;
    this.form = new WeekdayForm(style);
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    String style = parameters.style() == null ? STYLES.get(0) : parameters.style();
    if (!STYLES.contains(style)) {
      throw part.error("style", "使える書き方: " + String.join("、", STYLES));
    }
    return new WeekdayLens(
        part.column("column", parameters.column()), part.field("of", parameters.of()), style);
  }

  @Override
  public int[] columns() {
    return new int[] {column};
  }

  @Override
  public int[] required() {
    return new int[0];
  }

  @Override
  public List<Field> fields() {
    return List.of();
  }

  @Override
  public List<Field> needs() {
    return List.of(date);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String read = draft.read(column, form);
    if (!read.isEmpty() && !read.equals(draft.derive(column, form, draft.value(date)))) {
      draft.tolerate(Tolerated.OTHER_WEEKDAY, column);
    }
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    draft.write(column, date, form);
  }

  /**
   * From a date to its weekday; a weekday that is read is brought into the same style, since no
   * date can be made of it.
   */
  private record WeekdayForm(String style) implements Form {
    @Override
    public String read(String cell, Consumer<Tolerated> tolerated) {
      String day = HalfWidth.key(cell).replaceAll("[()]|曜日?", "");
      return day.isEmpty() ? "" : style.replace("月", day);
    }

    @Override
    public String write(String value) {
      try {
        LocalDate day = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        return style.replace("月", DateTimeFormatter.ofPattern("E", Locale.JAPANESE).format(day));
      } catch (DateTimeException e) {
        return "";
      }
    }
  }
}
