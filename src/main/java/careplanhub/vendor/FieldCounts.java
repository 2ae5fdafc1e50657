package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;

/** A count for each field of a layout. For one thread. */
final class FieldCounts {
  private final long[] counts;

  FieldCounts(Layout layout) {
    counts = new long[layout.width()];
  }

  void add(Field field) {
    counts[field.number() - 1]++;
  }

  long of(Field field) {
    return counts[field.number() - 1];
  }
}
