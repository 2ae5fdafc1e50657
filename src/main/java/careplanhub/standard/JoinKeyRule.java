package careplanhub.standard;

import java.util.List;
import java.util.function.Consumer;

/** Collects the keys that join a file's records to those of its unit's parent (2.3, 3.3). */
final class JoinKeyRule implements FileRule {
  private final int[] positions;
  private final PlaceTable keys;

  private JoinKeyRule(int[] positions, int limit) {
    this.positions = positions;
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
    keys.add(KeyTable.keyOf(row, positions), row);
  }
}
