package careplanhub.standard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a 予定 has: made and updated by the sending support office (rules 47, 48), and every
 * user with a row at the receiver (rule 26), but not from a commissioned office to its 地域包括支援センター.
 */
final class SlipOfficeRule implements FileRule {
  private static final int[] USER = {1, 2};

  private final @Nullable String sender;
  private final @Nullable String receiver;
  private final Field supportOffice;
  private final Field updatedBy;
  private final int serviceOffice;
  private final PlaceTable users;
  private final KeyTable usersAtReceiver = new KeyTable();

  SlipOfficeRule(CheckContext context) {
    FileName name = context.name();
    sender = name == null ? null : name.from().value();
    receiver = name == null || CareManagement.receives(name) ? null : name.to().value();
    Layout layout = context.layout();
    supportOffice = layout.field("supportOfficeNumber");
    updatedBy = layout.field("updatedByOfficeNumber");
    serviceOffice = layout.position("serviceOfficeNumber");
    users = new PlaceTable(context.options().comparedKeys());
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String support = row.value(supportOffice.number() - 1);
    String updated = row.value(updatedBy.number() - 1);
    if (sender != null && !support.isEmpty() && !support.equals(sender)) {
      findings.accept(FindingCode.SLIP_SUPPORT_OFFICE.at(row, supportOffice));
    }
    if (!updated.isEmpty() && !support.isEmpty() && !updated.equals(support)) {
      findings.accept(FindingCode.SLIP_UPDATED_BY.at(row, updatedBy));
    }
    if (receiver != null) {
      long user = KeyTable.keyOf(row, USER);
      users.add(user, row);
      if (row.value(serviceOffice).equals(receiver) && users.contains(user)) {
        usersAtReceiver.put(user);
      }
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    for (int i = 0; i < users.size(); i++) {
      if (usersAtReceiver.indexOf(users.key(i)) < 0) {
        findings.accept(FindingCode.USER_NOT_AT_RECEIVER.at(users.line(i), users.record(i), null));
      }
    }
    users.tellWhenFull(findings);
  }
}
