package careplanhub.standard;

/**
 * Where the fields of one record are, and what was seen in them. Places count from the record's
 * beginning; of fields beyond the width nothing but the count is kept.
 */
final class FieldPlaces {
  static final int QUOTED = 1;
  static final int DOUBLED_QUOTE = 2;
  static final int NOT_ASCII = 4;
  static final int CONTROL = 8;
  static final int LINE_BREAK = 16;

  private final int[] starts;
  private final int[] ends;
  private final int[] marks;
  private int count;

  FieldPlaces(int width) {
    starts = new int[width];
    ends = new int[width];
    marks = new int[width];
  }

  void clear() {
    count = 0;
  }

  void add(int start, int end, int seen) {
    if (count < starts.length) {
      starts[count] = start;
      ends[count] = end;
      marks[count] = seen;
    }
    count++;
  }

  /** How many fields there are, also beyond the width. */
  int count() {
    return count;
  }

  /** Where the field's value begins, after an opening quote. */
  int start(int field) {
    return starts[field];
  }

  /** Where the field's value ends, before a closing quote. */
  int end(int field) {
    return ends[field];
  }

  /** Whether one of these was seen in the field: QUOTED, NOT_ASCII …, added up. */
  boolean has(int field, int seen) {
    return (marks[field] & seen) != 0;
  }
}
