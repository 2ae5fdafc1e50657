package careplanhub.hub.alarm;

import careplanhub.hub.notice.Notice;
import careplanhub.ledger.AlarmDigests;
import careplanhub.ledger.Alarms;
import careplanhub.ledger.Traffic;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A desk over a ledger of its own, with what is wrong set by hand and a clock that is moved. */
final class AlarmFixture implements AutoCloseable {
  static final OfficeNumber SUPPORT = new OfficeNumber("9970000001");
  static final OfficeNumber HOME_HELP = new OfficeNumber("9970000002");
  static final OfficeNumber PARTNER = new OfficeNumber("9980000001");
  static final String ADMINISTRATOR = "kanri@kaigo.example";
  static final String HANAKO = "hanako@kaigo.example";
  static final String TARO = "taro@kaigo.example";

  final MovableClock clock = new MovableClock();
  final List<OfficeNumber> passwords = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  final Map<String, String> health = new TreeMap<>();
  final Database database;
  final Directory directory;
  private final Path folder;
  private AlarmSettings settings;
  private AlarmDesk desk;

  /** A clock that stands still until it is moved. */
  static final class MovableClock extends Clock {
    Instant now = Instant.parse("2026-11-20T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  AlarmFixture(Path folder) throws Exception {
    this.folder = folder;
    this.database = Database.open(folder.resolve("ledger.sqlite"), "db/ledger");
    Path corporation = folder.resolve("corporation.yaml");
    Files.writeString(
        corporation,
        """
        corporation: 架空法人ひばり会
        offices:
          - number: "9970000001"
            name: ひばり居宅介護支援事業所
            serviceTypes: ["43"]
            people:
              - name: 架空 花子
                mail: %s
          - number: "9970000002"
            name: ひばり訪問介護
            serviceTypes: ["11"]
            people:
              - name: 架空 花子
                mail: Hanako@kaigo.example
              - name: 架空 太郎
                mail: %s
        partners:
          - number: "9980000001"
            name: つばめ居宅介護支援事業所
            serviceTypes: ["43"]
            terms:
              sendDays: [10, 31]
        """
            .formatted(HANAKO, TARO));
    this.directory = Directory.read(corporation);
    use("");
  }

  /** Begins again with these settings, as after a restart. */
  void use(String more) throws Exception {
    Path file = folder.resolve("hub.yaml");
    Files.writeString(
        file,
        """
        alarms:
          interval: 30m
          settleTime: 5m
          %s
          mail:
            host: mail.example
            user: hub
            from: hub@kaigo.example
            administrators: [%s]
        """
            .formatted(more, ADMINISTRATOR));
    settings = HubSettings.read(file).alarms();
    desk =
        new AlarmDesk(
            settings,
            directory,
            books(),
            new AlarmSources(this::errors, () -> notices, () -> passwords),
            clock);
    desk.watchHealth(() -> health);
  }

  AlarmBooks books() {
    return new AlarmBooks(
        new Alarms(database, clock),
        new AlarmDigests(database, clock),
        new Traffic(database),
        address -> "index-of-" + address.length());
  }

  Path errors(OfficeNumber office) {
    return folder.resolve("error-" + office);
  }

  AlarmSettings settings() {
    return settings;
  }

  AlarmDesk desk() {
    return desk;
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  /** What would be sent now; nothing of it is noted as sent. */
  List<Digest> due() {
    desk.look();
    return desk.due();
  }

  /** Sends what is to be sent now. */
  List<Digest> tell() {
    List<Digest> due = due();
    due.forEach(desk::told);
    return due;
  }

  /** The digest for an address; fails when there is none. */
  static Digest to(String address, List<Digest> digests) {
    return digests.stream()
        .filter(digest -> digest.recipient().address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  static List<String> addresses(List<Digest> digests) {
    return digests.stream().map(digest -> digest.recipient().address()).sorted().toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
