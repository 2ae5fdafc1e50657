package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.Alarms;
import careplanhub.store.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all rules and keeps the ledger's alarms in step with them. Safe for every thread. */
final class AlarmWatch {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

  private final Alarms alarms;
  private final int most;
  private final List<AlarmRule> rules = new CopyOnWriteArrayList<>();

  /**
   * @param most of one rule
   */
  AlarmWatch(Alarms alarms, List<AlarmRule> rules, int most) {
    this.alarms = alarms;
    this.rules.addAll(rules);
    this.most = most;
  }

  void add(AlarmRule rule) {
    rules.add(rule);
  }

  /** A rule that fails is told itself, and what it raised before stays as it is. */
  void look(Instant now) {
    Set<Alarm.Kind> looked = EnumSet.of(Alarm.Kind.WATCH);
    List<Raised> raised = new ArrayList<>();
    for (AlarmRule rule : rules) {
      try {
        List<Raised> found = rule.look(now);
        if (found.size() > most) {
          LOG.warn("{} alarms of {} are passed over", found.size() - most, rule.kinds());
        }
        raised.addAll(found.subList(0, Math.min(most, found.size())));
        looked.addAll(rule.kinds());
      } catch (StoreException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        LOG.warn("the rule of {} failed: {}", rule.kinds(), e.getClass().getSimpleName());
        raised.add(failed(Collections.min(rule.kinds())));
      }
    }
    alarms.keep(looked, raised);
  }

  private static Raised failed(Alarm.Kind kind) {
    return new Raised(
        "watch:" + kind.name(),
        Alarm.Kind.WATCH,
        null,
        "",
        "「" + kind.japanese() + "」を調べられません。ログを添えて、ハブの管理者に知らせてください。ほかのことは調べています。");
  }
}
