package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.AlarmDigests;
import careplanhub.ledger.AlarmNews;
import careplanhub.ledger.Alarms;
import careplanhub.office.AlarmSettings;
import careplanhub.office.Directory;
import careplanhub.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where alarms become digests: one a recipient, not too often, each alarm again only after a while.
 * What a recipient was told stands in the ledger before anything else is told. Safe for every
 * thread.
 */
public final class AlarmDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);
  private static final Duration DAY = Duration.ofDays(1);

  /** What health tells by itself. */
  private static final Set<Alarm.Kind> IN_HEALTH =
      EnumSet.of(Alarm.Kind.STATE, Alarm.Kind.CERTIFICATE, Alarm.Kind.LICENCE);

  private final AlarmSettings settings;
  private final AlarmWatch watch;
  private final Alarms alarms;
  private final AlarmDigests digests;
  private final Recipients recipients;
  private final Clock clock;
  private final Map<String, Digest> unnoted = new ConcurrentHashMap<>();
  private final Set<Recipient.Way> broken = ConcurrentHashMap.newKeySet();
  private final Emergency emergency;
  private volatile @Nullable List<Alarm> open;
  private volatile boolean ledgerFails;

  /**
   * @param directory whose people are told
   * @param sources what the rules look at
   */
  public AlarmDesk(
      AlarmSettings settings,
      Directory directory,
      AlarmBooks books,
      AlarmSources sources,
      Clock clock) {
    this.settings = settings;
    this.watch =
        new AlarmWatch(
            books.alarms(), sources.rules(settings, directory, books), settings.maximumAlarms());
    this.alarms = books.alarms();
    this.digests = books.digests();
    this.recipients = new Recipients(settings, directory, books.index());
    this.emergency = new Emergency(recipients, settings.repeatAfter());
    this.clock = clock;
  }

  /**
   * Watches health too, which begins later than the routes.
   *
   * @param troubles by the check's name: Japanese, "" when all is well
   */
  public void watchHealth(Supplier<Map<String, String>> troubles) {
    watch.add(new States(troubles));
  }

  /** Finds out what is wrong. */
  public void look() {
    Instant now = clock.instant();
    try {
      watch.look(now);
      alarms.forgetBefore(now.minus(settings.kept()));
      open = alarms.open();
      ledgerFails = false;
    } catch (StoreException e) {
      LOG.warn("Alarms cannot be kept in the ledger: {}", e.reason());
      ledgerFails = true;
    }
  }

  /** The digests whose time has come. */
  public List<Digest> due() {
    broken.clear();
    if (!ledgerFails) {
      try {
        return dueByLedger();
      } catch (StoreException e) {
        LOG.warn("What was told cannot be kept in the ledger: {}", e.reason());
      }
    }
    return emergency.due(clock.instant());
  }

  private List<Digest> dueByLedger() {
    noteWhatWasSent();
    Map<String, AlarmDigests.Waiting> waiting = new HashMap<>();
    digests.waiting().forEach(each -> waiting.put(each.recipient(), each));
    List<Digest> due = new ArrayList<>();
    for (Recipient recipient : recipients.all()) {
      digest(recipient, waiting.remove(recipient.key())).ifPresent(due::add);
    }
    digests.drop(waiting.values().stream().map(AlarmDigests.Waiting::id).toList());
    return due;
  }

  private Optional<Digest> digest(Recipient recipient, AlarmDigests.@Nullable Waiting waiting) {
    Instant now = clock.instant();
    if (waiting == null ? !mayBegin(recipient, now) : !mayTryAgain(waiting, now)) {
      return Optional.empty();
    }
    AlarmNews news =
        digests.news(
            recipient.key(),
            recipient::isConcerned,
            now.minus(settings.settleTime()),
            now.minus(settings.repeatAfter()));
    if (news.size() == 0) {
      digests.drop(waiting == null ? List.of() : List.of(waiting.id()));
      return Optional.empty();
    }
    String id = (waiting == null ? digests.begin(recipient.key()) : waiting).id();
    AlarmNews first = news.first(settings.maximumLines());
    return Optional.of(new Digest(id, recipient, first, news.size() - first.size(), now, false));
  }

  private boolean mayBegin(Recipient recipient, Instant now) {
    return digests.sentSince(recipient.key(), now.minus(settings.interval())) == 0
        && digests.sentSince(recipient.key(), now.minus(DAY)) < settings.maximumDigestsPerDay();
  }

  /** Also when the clock was set back meanwhile. */
  private boolean mayTryAgain(AlarmDigests.Waiting waiting, Instant now) {
    return !now.isBefore(waiting.nextAttemptAt())
        || waiting.nextAttemptAt().isAfter(now.plus(longestRetryDelay()));
  }

  /** An address that is refused is not tried as often as a server that is away. */
  private Duration longestRetryDelay() {
    return settings.retryDelay().compareTo(settings.interval()) > 0
        ? settings.retryDelay()
        : settings.interval();
  }

  /** The digest, or null while its way does not work: then the next look tries again. */
  public @Nullable Digest claim(Digest digest) {
    return broken.contains(digest.recipient().way()) ? null : digest;
  }

  /** The other side has taken the digest. */
  public void told(@ExchangeProperty("digest") Digest digest) {
    if (emergency.noteTold(digest)) {
      return;
    }
    unnoted.put(digest.id(), digest);
    noteWhatWasSent();
  }

  /** What could not be noted when it was sent is noted before anything else is sent. */
  private void noteWhatWasSent() {
    unnoted.forEach(
        (id, digest) -> {
          digests.sent(id, digest.recipient().key(), digest.news());
          unnoted.remove(id);
        });
  }

  /** The digest was not taken; it waits. */
  public void notTold(
      @ExchangeProperty("digest") Digest digest,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    if (unnoted.containsKey(digest.id())) {
      LOG.warn("digest {} was sent, which could not be noted yet", digest.id());
      return;
    }
    AlarmTrouble trouble = AlarmTrouble.of(failure);
    if (trouble.concernsTheWay()) {
      broken.add(digest.recipient().way());
    }
    LOG.warn("digest {} by {} was not taken: {}", digest.id(), digest.way(), trouble);
    if (emergency.isOne(digest)) {
      return;
    }
    digests.failed(
        digest.id(),
        trouble.name(),
        trouble.concernsTheWay() ? settings.retryDelay() : longestRetryDelay());
  }

  /** Japanese, for health: what cannot be told, and that something waits; "" when nothing does. */
  public String warning() {
    List<Alarm> lasting = openNow();
    String ways =
        lasting.stream()
            .map(Alarm::raised)
            .filter(raised -> raised.kind() == Alarm.Kind.ALARM_CHANNEL)
            .map(Raised::sentence)
            .collect(Collectors.joining(" "));
    long others =
        lasting.stream()
            .map(alarm -> alarm.raised().kind())
            .filter(kind -> kind != Alarm.Kind.ALARM_CHANNEL && !IN_HEALTH.contains(kind))
            .count();
    String list = others == 0 ? "" : "知らせが " + others + " 件あります。./hub alarms list で確かめてください。";
    return (ways + " " + list).strip();
  }

  /** How many alarms of a kind last. */
  public long openCount(Alarm.Kind kind) {
    return openNow().stream().filter(alarm -> alarm.raised().kind() == kind).count();
  }

  /** How many digests wait to be sent. */
  public int waitingCount() {
    return digests.waiting().size();
  }

  /** Japanese: the digests that were tried and not taken, one a line, without addresses. */
  public static List<String> untold(AlarmDigests digests) {
    return digests.waiting().stream()
        .filter(digest -> digest.attempts() > 0)
        .map(
            digest ->
                Recipient.wayOf(digest.recipient()).japanese().strip()
                    + "の知らせを "
                    + digest.attempts()
                    + " 回送れませんでした。"
                    + AlarmTrouble.of(digest.trouble()).sentence())
        .toList();
  }

  private List<Alarm> openNow() {
    List<Alarm> known = open;
    if (known == null) {
      known = alarms.open();
      open = known;
    }
    return known;
  }
}
