package careplanhub.standard;

import java.util.Optional;
import java.util.function.Consumer;

/** No rows of service types that are not exchanged (rule 28). */
final class ServiceTypeRule implements FileRule {
  private final int position;
  private final Field field;
  private String lastRight = "";

  ServiceTypeRule(Layout layout, String key) {
    position = layout.position(key);
    field = layout.field(key);
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String code = row.value(position);
    boolean wrongLength = code.length() != field.length();
    if (code.equals(lastRight) || wrongLength || code.equals(BreakdownRow.TOTAL_SERVICE)) {
      return;
    }
    Optional<ServiceType> type = Standard.data().serviceType(code.substring(0, 2));
    if (type.isEmpty()) {
      findings.accept(FindingCode.TYPE_UNKNOWN.at(row, field));
    } else if (!type.get().exchanged()) {
      findings.accept(FindingCode.TYPE_NOT_EXCHANGED.at(row, field));
    } else {
      lastRight = code;
    }
  }
}
