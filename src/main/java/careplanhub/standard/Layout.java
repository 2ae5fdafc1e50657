package careplanhub.standard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of one kind of file, such as UPJSK, in one version of the standard. Immutable. */
public final class Layout {
  private final StandardVersion version;
  private final String kind;
  private final String japaneseName;
  private final List<Field> fields;
  private final Map<String, Integer> positions = new HashMap<>();

  /** The fields must be in the order of their numbers, 1, 2, 3 …. */
  Layout(StandardVersion version, String kind, String japaneseName, List<Field> fields) {
    this.version = version;
    this.kind = kind;
    this.japaneseName = japaneseName;
    this.fields = List.copyOf(fields);
    for (Field field : fields) {
      if (field.number() != positions.size() + 1) {
        throw new IllegalArgumentException(
            kind + ": field " + field.key() + " is out of order, number " + field.number());
      }
      positions.put(field.key(), field.number() - 1);
    }
    if (positions.size() != fields.size()) {
      throw new IllegalArgumentException(kind + ": two fields share a key");
    }
  }

  public StandardVersion version() {
    return version;
  }

  /** The file's kind, which is also the prefix of its name: UPJSK, UPKIHON_SUB1 …. */
  public String kind() {
    return kind;
  }

  public String japaneseName() {
    return japaneseName;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The number of columns. */
  public int width() {
    return fields.size();
  }

  /** Whether there is a column of this key. */
  public boolean has(String key) {
    return positions.containsKey(key);
  }

  /**
   * The column's position in a row, 0 for the first.
   *
   * @throws IllegalArgumentException when the layout has no such column
   */
  public int position(String key) {
    Integer position = positions.get(key);
    if (position == null) {
      throw new IllegalArgumentException(kind + " has no field " + key);
    }
    return position;
  }

  /** The column of this key; the error is that of {@link #position}. */
  public Field field(String key) {
    return fields.get(position(key));
  }

  @Override
  public String toString() {
    return kind + " " + version.label();
  }
}
