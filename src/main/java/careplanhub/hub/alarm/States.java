package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What health tells: disk, evidence, folders, channels and so on. */
final class States implements AlarmRule {
  /** What other rules tell, office by office, and what health tells of the alarms themselves. */
  private static final Set<String> TOLD_OTHERWISE = Set.of("keys", "alarms");

  private final Supplier<Map<String, String>> troubles;

  /**
   * @param troubles by the check's name: Japanese, "" when all is well
   */
  States(Supplier<Map<String, String>> troubles) {
    this.troubles = troubles;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.STATE);
  }

  @Override
  public List<Raised> look(Instant now) {
    return new TreeMap<>(troubles.get())
        .entrySet().stream()
            .filter(check -> !check.getValue().isEmpty())
            .filter(check -> !TOLD_OTHERWISE.contains(check.getKey()))
            .map(
                check ->
                    new Raised(
                        "health:" + check.getKey(), Alarm.Kind.STATE, null, "", check.getValue()))
            .toList();
  }
}
