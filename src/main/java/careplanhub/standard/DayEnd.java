package careplanhub.standard;

import java.util.stream.IntStream;

/**
 * The end of a day in the 第3表 (rule 37): 2400 is read with a warning and never written; 0000, the
 * same moment, takes its place.
 */
final class DayEnd {
  static final String READ = "2400";
  static final String WRITTEN = "0000";

  private DayEnd() {}

  /** Whether the field is a time at which a service or an activity ends. */
  static boolean isEnd(Layout layout, Field field) {
    return field.type() == FieldType.TIME
        && layout.kind().equals("UP3KYO")
        && field.key().endsWith("End");
  }

  /** The positions of such fields, none in most layouts. */
  static int[] positions(Layout layout) {
    return IntStream.range(0, layout.width())
        .filter(position -> isEnd(layout, layout.fields().get(position)))
        .toArray();
  }
}
