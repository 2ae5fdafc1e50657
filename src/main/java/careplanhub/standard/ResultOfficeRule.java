package careplanhub.standard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a 実績 has: the sender's, of its service type (rule 29), updated by the service office
 * (rule 47); a 実績_削除 withdraws the sender's. A commissioned support office sends those of others.
 */
final class ResultOfficeRule implements FileRule {
  private final @Nullable String sender;
  private final @Nullable String senderType;
  private final Field serviceOffice;
  private final @Nullable Field serviceCode;
  private final @Nullable Field updatedBy;

  ResultOfficeRule(CheckContext context) {
    FileName name = context.name();
    boolean commissioned =
        name != null && CareManagement.sends(name) && CareManagement.receives(name);
    sender = name == null || commissioned ? null : name.from().value();
    ServiceTypeCode type =
        name == null ? null : CareManagement.sends(name) ? name.toType() : name.fromType();
    senderType = sender == null || type == null ? null : type.value();
    Layout layout = context.layout();
    serviceOffice = layout.field("serviceOfficeNumber");
    serviceCode = layout.has("serviceCode") ? layout.field("serviceCode") : null;
    updatedBy = layout.has("updatedByOfficeNumber") ? layout.field("updatedByOfficeNumber") : null;
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String office = row.value(serviceOffice);
    if (sender != null && !office.isEmpty() && !office.equals(sender)) {
      findings.accept(FindingCode.RESULT_OF_OTHER_OFFICE.at(row, serviceOffice));
    }
    String code = serviceCode == null ? "" : row.value(serviceCode);
    if (senderType != null && code.length() == 6 && !code.startsWith(senderType)) {
      findings.accept(FindingCode.RESULT_OF_OTHER_TYPE.at(row, serviceCode));
    }
    String updated = updatedBy == null ? "" : row.value(updatedBy);
    boolean other = !updated.equals(office) && !updated.equals(sender);
    if (!updated.isEmpty() && !office.isEmpty() && other) {
      findings.accept(FindingCode.RESULT_UPDATED_BY.at(row, updatedBy));
    }
  }
}
