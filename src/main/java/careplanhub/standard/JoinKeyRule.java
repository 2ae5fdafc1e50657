package careplanhub.standard;

import java.util.List;
import java.util.function.Consumer;

/** Collects the keys that join a file's records to those of its unit's parent (2.3, 3.3). */
final class JoinKeyRule implements FileRule {
  private final RowKey key;
  private final PlaceTable keys;

  private JoinKeyRule(int[] positions, int limit) {
    this.key = new RowKey(positions);
    this.keys = new PlaceTable(limit);
  }

  static JoinKeyRule of(FileName name, CheckContext context) {
    FileKind kind = name.fileKind();
    List<String> fields = kind.key();
    if (fields.isEmpty()) {
      fields = Months.ZERO.equals(name.month()) ? kind.keyWithPlan() : kind.keyWithSlip();
    }
    int[] positions = fields.stream().mapToInt(context.layout()::position).toArray();
    return new JoinKeyRule(positions, context.options().comparedKeys());
  }

  PlaceTable keys() {
    return keys;
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    if (!key.isOf(row)) {
      keys.add(key.take(row), row);
    }
  }
}
