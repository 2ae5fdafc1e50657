package careplanhub.standard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a 予定 has: made and updated by the sending support office (rules 47, 48), and every
 * user with a row at the receiver (rule 26), but not from a commissioned office to its 地域包括支援センター.
 */
final class SlipOfficeRule implements FileRule {
  private final @Nullable String sender;
  private final @Nullable String receiver;
  private final Field supportOffice;
  private final Field updatedBy;
  private final int serviceOffice;
  private final Field insured;
  private final RowKey user;
  private final PlaceTable users;
  private final KeyTable usersAtReceiver = new KeyTable();
  private boolean atReceiver;

  SlipOfficeRule(CheckContext context) {
    FileName name = context.name();
    sender = name == null ? null : name.from().value();
    receiver = name == null || CareManagement.receives(name) ? null : name.to().value();
    Layout layout = context.layout();
    supportOffice = layout.field("supportOfficeNumber");
    updatedBy = layout.field("updatedByOfficeNumber");
    serviceOffice = layout.position("serviceOfficeNumber");
    insured = layout.field("insuredNumber");
    user = new RowKey(layout.position("insurerNumber"), layout.position("insuredNumber"));
    users = new PlaceTable(context.options().comparedKeys());
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String support = row.value(supportOffice);
    String updated = row.value(updatedBy);
    if (sender != null && !support.isEmpty() && !support.equals(sender)) {
      findings.accept(FindingCode.SLIP_SUPPORT_OFFICE.at(row, supportOffice));
    }
    boolean other = !updated.equals(support) && !updated.equals(sender);
    if (!updated.isEmpty() && !support.isEmpty() && other) {
      findings.accept(FindingCode.SLIP_UPDATED_BY.at(row, updatedBy));
    }
    if (receiver != null) {
      noteUser(row, row.value(serviceOffice).equals(receiver));
    }
  }

  private void noteUser(Row row, boolean rowAtReceiver) {
    boolean same = user.isOf(row);
    if (same && (atReceiver || !rowAtReceiver)) {
      return;
    }
    long key = user.take(row);
    atReceiver = rowAtReceiver;
    if (!same) {
      users.add(key, row);
    }
    if (rowAtReceiver && users.contains(key)) {
      usersAtReceiver.put(key);
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    for (int i = 0; i < users.size(); i++) {
      if (usersAtReceiver.indexOf(users.key(i)) < 0) {
        findings.accept(
            FindingCode.USER_NOT_AT_RECEIVER.at(users.line(i), users.record(i), insured));
      }
    }
    users.tellWhenFull(findings);
  }
}
