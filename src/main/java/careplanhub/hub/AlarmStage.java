package careplanhub.hub;

import careplanhub.channel.OneTimePasswords;
import careplanhub.hub.alarm.AlarmBooks;
import careplanhub.hub.alarm.AlarmDesk;
import careplanhub.hub.alarm.AlarmMail;
import careplanhub.hub.alarm.AlarmSources;
import careplanhub.hub.alarm.AlarmWebhook;
import careplanhub.hub.notice.KeyNotices;
import careplanhub.ledger.Alarm;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the routes {@code alarms}, {@code alarm-mail} and {@code alarm-webhook} name. */
final class AlarmStage {
  private final AlarmDesk desk;
  private final Map<String, Object> beans;
  private final Map<String, String> properties;

  AlarmStage(Ground ground, OfficeFolders folders, KeyNotices notices, RouteSecrets secrets) {
    AlarmSettings settings = ground.settings().alarms();
    Books books = ground.books();
    OneTimePasswords passwords = new OneTimePasswords(ground.folder().logins());
    this.desk =
        new AlarmDesk(
            settings,
            ground.directory(),
            new AlarmBooks(
                books.alarms(),
                books.alarmDigests(),
                books.traffic(),
                address -> books.vault().index("alarm", address)),
            new AlarmSources(
                folders::error,
                notices::current,
                () -> passwords.waiting().stream().map(OneTimePasswords.Waiting::office).toList()),
            ground.clock());
    Map<String, Object> all =
        new HashMap<>(carriers(settings, ground.directory(), secrets, ground.clock()));
    all.put("alarms", desk);
    this.beans = Map.copyOf(all);
    this.properties = properties(settings);
  }

  /** What makes mails and requests of digests. */
  static Map<String, Object> carriers(
      AlarmSettings settings, Directory directory, RouteSecrets secrets, Clock clock) {
    String corporation = directory.corporationName();
    return Map.of(
        "alarmMail",
        new AlarmMail(settings.mail(), corporation),
        "alarmWebhook",
        new AlarmWebhook(settings.webhook(), secrets::bytes, corporation, clock));
  }

  /** What the route files write as <code>{{name}}</code>. */
  static Map<String, String> properties(AlarmSettings settings) {
    Map<String, String> properties = new HashMap<>(AlarmMail.properties(settings.mail()));
    properties.putAll(AlarmWebhook.properties(settings.webhook()));
    properties.put("alarms.checkInterval", Long.toString(settings.checkInterval().toMillis()));
    return properties;
  }

  Map<String, Object> beans() {
    return beans;
  }

  Map<String, String> properties() {
    return properties;
  }

  /** For health: "" when nothing is to be told. */
  String warning() {
    return desk.warning();
  }

  /** Lets what health tells be told. */
  void watch(RouteHealth health) {
    desk.watchHealth(
        () -> {
          Map<String, String> details = new HashMap<>();
          List<RouteHealth.Check> checks = health.ready().checks();
          checks.forEach(check -> details.put(check.name(), check.detail()));
          return details;
        });
  }

  void count(MeterRegistry meters) {
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      Gauge.builder("careplanhub.alarms.open", desk, each -> each.openCount(kind))
          .description("what people are to be told of, as long as it lasts")
          .tag("kind", kind.name())
          .register(meters);
    }
    Gauge.builder("careplanhub.alarm.digests.waiting", desk, AlarmDesk::waitingCount)
        .description("digests of alarms that are not sent yet")
        .register(meters);
  }
}
