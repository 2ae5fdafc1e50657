package careplanhub.vendor;

import careplanhub.vendor.form.UnreadableException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.dataformat.bindy.BindyCsvFactory;
import org.apache.camel.dataformat.bindy.Format;
import org.apache.camel.dataformat.bindy.FormatFactory;
import org.apache.camel.dataformat.bindy.annotation.BindyConverter;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.util.ConverterUtils;

/**
 * The cells of records of a Bindy class, written by Bindy's formats as its annotations say. Bindy's
 * own unbinding makes the formats anew for each field of each record, and joins the cells into a
 * line that would have to be split again. For one thread, as formats may be.
 *
 * @param <R> the class
 */
final class BindyCells<R> {
  private final BindyCsvFactory factory;
  private final List<Part> parts;
  private final int width;

  /** How one field of the class is written. */
  private record Part(
      Field field, Format<?> format, String whenEmpty, boolean trim, int longest, boolean days) {}

  private BindyCells(BindyCsvFactory factory, List<Part> parts) {
    this.factory = factory;
    this.parts = parts;
    this.width = parts.stream().mapToInt(part -> part.days() ? DayCells.DAYS : 1).sum();
  }

  /**
   * The cells of records of a class.
   *
   * @param fields annotated, in the order of their positions
   * @throws IllegalArgumentException when Bindy has no format for one of them
   */
  static <R> BindyCells<R> of(BindyCsvFactory factory, FormatFactory formats, List<Field> fields) {
    List<Part> parts = new ArrayList<>();
    for (Field field : fields) {
      try {
        parts.add(part(factory, formats, field, field.getAnnotation(DataField.class)));
      } catch (Exception e) {
        throw new IllegalArgumentException(field + " has no format", e);
      }
    }
    return new BindyCells<>(factory, List.copyOf(parts));
  }

  private static Part part(
      BindyCsvFactory factory, FormatFactory formats, Field field, DataField says)
      throws Exception {
    field.setAccessible(true);
    Format<?> format =
        formats.getFormat(
            ConverterUtils.convert(
                says,
                field.getType(),
                field.getAnnotation(BindyConverter.class),
                factory.getLocale()));
    int longest = says.clip() ? says.length() : Integer.MAX_VALUE;
    boolean days = DayCells.areIn(says.columnName());
    return new Part(field, format, says.defaultValue(), says.trim(), longest, days);
  }

  /**
   * The cells of a record.
   *
   * @throws UnreadableException when a value cannot be written
   */
  String[] of(R bound) throws UnreadableException {
    String[] cells = new String[width];
    int next = 0;
    for (Part part : parts) {
      String text = text(part, bound);
      if (part.days()) {
        List<String> days = DayCells.of(text);
        if (days.size() != DayCells.DAYS) {
          throw new UnreadableException("制御文字（U+001E）を含む値は、日ごとの列に書けません。");
        }
        for (String day : days) {
          cells[next++] = day;
        }
      } else {
        cells[next++] = text;
      }
    }
    return cells;
  }

  private String text(Part part, R bound) throws UnreadableException {
    try {
      Object value = part.field().get(bound);
      boolean empty = value == null || value.equals("");
      String text =
          factory.formatString(
              part.format(), empty && !part.whenEmpty().isEmpty() ? part.whenEmpty() : value);
      String trimmed = part.trim() ? text.trim() : text;
      return trimmed.length() > part.longest() ? trimmed.substring(0, part.longest()) : trimmed;
    } catch (Exception e) {
      throw new UnreadableException("この形式に書けない値です。");
    }
  }
}
