package careplanhub.standard.units;

import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a support office has planned: rows of 第6表, 第7表 and 利用者補足情報, of any users, offices and
 * months. Immutable; holds personal data.
 *
 * @param slips rows of UPPLAN
 * @param breakdowns rows of UPSIKYU
 * @param supplements rows of UPHOSOKU
 */
public record SlipRows(List<Row> slips, List<Row> breakdowns, List<Row> supplements) {
  static final String MONTH = "targetMonth";
  private static final int TYPE_LENGTH = 2;

  public SlipRows {
    slips = List.copyOf(slips);
    breakdowns = List.copyOf(breakdowns);
    supplements = List.copyOf(supplements);
  }

  /** The rows of some users in one month. */
  SlipRows of(String month, Predicate<UserIdentity> users) {
    Predicate<Row> wanted = row -> row.get(MONTH).equals(month) && users.test(row.user());
    return new SlipRows(
        slips.stream().filter(wanted).toList(),
        breakdowns.stream().filter(wanted).toList(),
        supplements.stream().filter(wanted).toList());
  }

  /** The rows without those of services that are not exchanged (2.6). */
  SlipRows exchanged() {
    return new SlipRows(
        slips.stream().filter(SlipRows::mayBeSent).toList(),
        breakdowns.stream().filter(SlipRows::mayBeSent).toList(),
        supplements);
  }

  /** The rows of each kind that has any, the parent first. */
  List<List<Row>> byKind() {
    List<List<Row>> kinds = new ArrayList<>(List.of(slips, breakdowns, supplements));
    kinds.removeIf(List::isEmpty);
    return kinds;
  }

  /** The サービス種類コード that a service row's code begins with; empty when it has none. */
  static String typeOf(Row row) {
    String code = row.get("serviceCode");
    return code.length() < TYPE_LENGTH ? "" : code.substring(0, TYPE_LENGTH);
  }

  /** A type that stands in no list may be sent, and the check warns of it. */
  static boolean mayBeSent(Row row) {
    return Standard.data().serviceType(typeOf(row)).map(type -> type.exchanged()).orElse(true);
  }

  /** Whether the service's office is one to send to. */
  static boolean isExchanged(Row row) {
    return Standard.data().serviceType(typeOf(row)).map(type -> type.exchanged()).orElse(false);
  }

  @Override
  public String toString() {
    return "SlipRows[" + slips.size() + " slips]";
  }
}
