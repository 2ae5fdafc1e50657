package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Traffic;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.Partner;
import careplanhub.office.SilenceSettings;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Offices that sent to a partner by every agreed day of the months before, and by this one not.
 * What is sent late ends the alarm; so does the next agreed day, which begins anew.
 */
final class AgreedDayMissed implements AlarmRule {
  private final Traffic traffic;
  private final Directory directory;
  private final SilenceSettings settings;

  AgreedDayMissed(Traffic traffic, Directory directory, SilenceSettings settings) {
    this.traffic = traffic;
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.AGREED_DAY);
  }

  @Override
  public List<Raised> look(Instant now) {
    return directory.partners().stream()
        .filter(partner -> !partner.terms().sendDays().isEmpty())
        .flatMap(partner -> missed(partner, now).stream())
        .toList();
  }

  private List<Raised> missed(Partner partner, Instant now) {
    AgreedTime time = AgreedTime.before(now, partner.terms().sendDays(), settings.sendHour());
    Set<OfficeNumber> silent = usualSenders(partner, time);
    silent.removeAll(traffic.sendersTo(partner.number(), time.from(), now));
    return directory.offices().stream()
        .map(Office::number)
        .filter(silent::contains)
        .map(office -> raised(office, partner, time))
        .toList();
  }

  private Set<OfficeNumber> usualSenders(Partner partner, AgreedTime time) {
    Set<OfficeNumber> usual = new HashSet<>();
    directory.offices().forEach(office -> usual.add(office.number()));
    for (int back = 1; back <= settings.months() && !usual.isEmpty(); back++) {
      AgreedTime earlier = time.monthsBefore(back, partner.terms().sendDays());
      usual.retainAll(traffic.sendersTo(partner.number(), earlier.from(), earlier.until()));
    }
    return usual;
  }

  private static Raised raised(OfficeNumber office, Partner partner, AgreedTime time) {
    return new Raised(
        "agreed-day:" + office + ":" + partner.number(),
        Alarm.Kind.AGREED_DAY,
        office,
        time.day().toString(),
        "事業所 "
            + office
            + " は、"
            + partner.number()
            + " "
            + partner.name()
            + " に、約束の日（"
            + time.day().getMonthValue()
            + " 月 "
            + time.day().getDayOfMonth()
            + " 日）までに何も送っていません。介護ソフトから outbox に出力したか、error・要確認に残っていないかを確かめてください。");
  }
}
