package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Traffic;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.SilenceSettings;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Offices that sent every month and have sent nothing by the day on which they should have. */
final class NothingSent implements AlarmRule {
  private final Traffic traffic;
  private final Directory directory;
  private final SilenceSettings settings;

  NothingSent(Traffic traffic, Directory directory, SilenceSettings settings) {
    this.traffic = traffic;
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.NOTHING_SENT);
  }

  @Override
  public List<Raised> look(Instant now) {
    ExchangeMonth month = ExchangeMonth.at(now, settings);
    if (now.isBefore(month.sendBy())) {
      return List.of();
    }
    Set<OfficeNumber> silent = usualSenders(month);
    silent.removeAll(traffic.senders(month.from(), month.until()));
    return directory.offices().stream()
        .map(Office::number)
        .filter(silent::contains)
        .map(office -> raised(office, month))
        .toList();
  }

  private Set<OfficeNumber> usualSenders(ExchangeMonth month) {
    Set<OfficeNumber> usual = new HashSet<>();
    directory.offices().forEach(office -> usual.add(office.number()));
    for (int back = 1; back <= settings.months() && !usual.isEmpty(); back++) {
      ExchangeMonth earlier = month.before(back, settings);
      usual.retainAll(traffic.senders(earlier.from(), earlier.until()));
    }
    return usual;
  }

  private Raised raised(OfficeNumber office, ExchangeMonth month) {
    return new Raised(
        "nothing-sent:" + office,
        Alarm.Kind.NOTHING_SENT,
        office,
        month.month().toString(),
        "事業所 "
            + office
            + " は、いつも送っている "
            + month.month().getMonthValue()
            + " 月のやりとりで、まだ何も送っていません。介護ソフトから outbox に出力したか、error・要確認に残っていないかを確かめてください。");
  }
}
