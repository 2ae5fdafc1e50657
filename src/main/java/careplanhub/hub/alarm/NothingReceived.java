package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Traffic;
import careplanhub.ledger.Traffic.Pair;
import careplanhub.office.Directory;
import careplanhub.office.SilenceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Partners from whom something came every month, and nothing this month by their usual day. */
final class NothingReceived implements AlarmRule {
  private final Traffic traffic;
  private final Directory directory;
  private final SilenceSettings settings;

  NothingReceived(Traffic traffic, Directory directory, SilenceSettings settings) {
    this.traffic = traffic;
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.NOTHING_RECEIVED);
  }

  @Override
  public List<Raised> look(Instant now) {
    ExchangeMonth month = ExchangeMonth.at(now, settings);
    Map<Pair, Duration> late = usual(month);
    Duration passed = month.into(now).minus(settings.grace());
    late.values().removeIf(usual -> passed.compareTo(usual) < 0);
    if (late.isEmpty()) {
      return List.of();
    }
    late.keySet().removeAll(traffic.firstArrivals(month.from(), month.until()).keySet());
    return late.keySet().stream()
        .filter(pair -> directory.isOwn(pair.office()))
        .sorted(
            Comparator.comparing((Pair pair) -> pair.office().value())
                .thenComparing(pair -> pair.sender().value()))
        .map(pair -> raised(pair, month))
        .toList();
  }

  /** The latest first arrival of the months before, for those from whom something always came. */
  private Map<Pair, Duration> usual(ExchangeMonth month) {
    Map<Pair, Duration> latest = new HashMap<>();
    for (int back = 1; back <= settings.months(); back++) {
      ExchangeMonth earlier = month.before(back, settings);
      Map<Pair, Instant> came = traffic.firstArrivals(earlier.from(), earlier.until());
      if (back == 1) {
        came.forEach((pair, first) -> latest.put(pair, earlier.into(first)));
      } else {
        latest.keySet().retainAll(came.keySet());
        latest.replaceAll(
            (pair, before) -> {
              Duration now = earlier.into(came.getOrDefault(pair, earlier.from()));
              return now.compareTo(before) > 0 ? now : before;
            });
      }
    }
    return latest;
  }

  private Raised raised(Pair pair, ExchangeMonth month) {
    String sender =
        directory
            .nameOf(pair.sender())
            .map(name -> pair.sender() + " " + name)
            .orElse(pair.sender().value());
    return new Raised(
        "nothing-received:" + pair.office() + ":" + pair.sender(),
        Alarm.Kind.NOTHING_RECEIVED,
        pair.office(),
        month.month().toString(),
        "毎月届いている "
            + sender
            + " から、"
            + month.month().getMonthValue()
            + " 月のやりとりでは、事業所 "
            + pair.office()
            + " にまだ何も届いていません。相手に確かめてください。");
  }
}
