package careplanhub.vendor;

import careplanhub.vendor.form.UnreadableException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.dataformat.bindy.BindyCsvFactory;
import org.apache.camel.dataformat.bindy.FormatFactory;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.format.factories.DefaultFactoryRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Binds the cells of a record to a Camel Bindy class and back. Bindy splits nothing here: its own
 * reading makes two records of a quoted line break and takes short rows and open quotes without an
 * error, so FastCSV splits. Which fields are required, and their types, are said by Bindy's
 * annotations. Safe for every thread.
 *
 * @param <R> the class
 */
public final class BindyBinding<R> {
  /** What {@code @CsvRecord} has to name as its separator: a sign that cells do not hold. */
  public static final String SEPARATOR = "\u001F";

  private static final Pattern POSITION = Pattern.compile("position:? (\\d+)");
  private static final String MANDATORY = "mandatory";

  private final Class<R> type;
  private final FormatFactory formats = formats();
  private final BindyCsvFactory factory;
  private final List<Field> annotated;
  private final List<DataField> fields;
  private final List<String> columns;

  private BindyBinding(Class<R> type, List<Field> annotated) {
    this.type = type;
    this.factory = factory(type, formats);
    this.annotated = annotated;
    this.fields = annotated.stream().map(BindyBinding::saidOf).toList();
    this.columns =
        fields.stream()
            .map(DataField::columnName)
            .flatMap(
                name -> DayCells.areIn(name) ? DayCells.columns(name).stream() : Stream.of(name))
            .toList();
  }

  /**
   * The binding of a class.
   *
   * @throws IllegalArgumentException when its annotations would change or mix up cells: another
   *     separator, a quote (Bindy would make one of two in a cell), positions that do not count
   *     from 1, or a method beside a field
   */
  public static <R> BindyBinding<R> of(Class<R> type) {
    CsvRecord csv = type.getAnnotation(CsvRecord.class);
    if (csv == null || !csv.separator().equals(SEPARATOR) || !csv.quote().isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + " needs @CsvRecord(separator = BindyBinding.SEPARATOR, quote = \"\")");
    }
    List<Field> annotated =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(DataField.class))
            .sorted(Comparator.comparingInt(field -> saidOf(field).pos()))
            .toList();
    List<DataField> fields = annotated.stream().map(BindyBinding::saidOf).toList();
    boolean counted =
        IntStream.range(0, fields.size()).allMatch(place -> fields.get(place).pos() == place + 1);
    if (!counted || fields.isEmpty() || fields.stream().anyMatch(f -> !f.method().isEmpty())) {
      throw new IllegalArgumentException(
          type.getName() + " needs @DataField with pos 1, 2, 3 … and without a method");
    }
    return new BindyBinding<>(type, annotated);
  }

  private static DataField saidOf(Field field) {
    return Objects.requireNonNull(field.getAnnotation(DataField.class));
  }

  private static FormatFactory formats() {
    FormatFactory formats = new FormatFactory();
    formats.setFactoryRegistry(new DefaultFactoryRegistry());
    return formats;
  }

  private static BindyCsvFactory factory(Class<?> type, FormatFactory formats) {
    try {
      BindyCsvFactory factory = new BindyCsvFactory(type);
      factory.setFormatFactory(formats);
      return factory;
    } catch (Exception e) {
      throw new IllegalArgumentException(type.getName() + " is no Bindy record", e);
    }
  }

  /** The names of the columns in the order of the cells; a field of {@link DayCells} has 31. */
  public List<String> columns() {
    return columns;
  }

  /** Whether a field must not be empty. */
  public boolean isRequired(int field) {
    return fields.get(field).required();
  }

  /**
   * The record of these cells.
   *
   * @param cells as many as there are {@link #columns}, an empty text where there is no value
   * @throws UnreadableException at the column whose cell is not what the annotations say
   */
  public R bind(List<String> cells) throws UnreadableException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(type.getName() + " has " + columns.size() + " columns");
    }
    List<String> values = cells.size() == fields.size() ? cells : fieldsOf(cells);
    try {
      Map<String, Object> model = factory.factory();
      factory.bind(null, values, model, 0);
      return Objects.requireNonNull(type.cast(model.get(type.getName())));
    } catch (Exception e) {
      throw refusal(e.getMessage());
    }
  }

  private List<String> fieldsOf(List<String> cells) throws UnreadableException {
    List<String> values = new ArrayList<>();
    int next = 0;
    for (DataField field : fields) {
      int width = DayCells.areIn(field.columnName()) ? DayCells.DAYS : 1;
      List<String> own = cells.subList(next, next + width);
      values.add(width == 1 ? own.get(0) : DayCells.joined(own));
      next += width;
    }
    return values;
  }

  /** Bindy's words are English and may hold a value, so only the place is taken from them. */
  private UnreadableException refusal(@Nullable String words) {
    String said = MappingPart.orEmpty(words);
    UnreadableException refusal =
        new UnreadableException(
            said.contains(MANDATORY) ? "空です。値を入れてください。" : "読めない値です。書き方を確かめてください。");
    Matcher position = POSITION.matcher(said);
    int place = position.find() ? Integer.parseInt(position.group(1)) : 0;
    return place >= 1 && place <= fields.size()
        ? refusal.at(fields.get(place - 1).columnName())
        : refusal;
  }

  /** Writes records as cells; for one thread. */
  BindyCells<R> writing() {
    return BindyCells.of(factory, formats, annotated);
  }
}
