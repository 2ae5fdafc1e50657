package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.AlarmNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the administrators and the webhook that nothing can be kept in the ledger, which is where
 * all other alarms stand. What was told is known to this process only. Safe for every thread.
 */
final class Emergency {
  private static final String PREFIX = "emergency-";

  private final Recipients recipients;
  private final Duration repeatAfter;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  Emergency(Recipients recipients, Duration repeatAfter) {
    this.recipients = recipients;
    this.repeatAfter = repeatAfter;
  }

  /** One digest for everybody who was not told lately. */
  List<Digest> due(Instant now) {
    return recipients.all().stream()
        .filter(Recipient::everything)
        .filter(each -> !wasToldAfter(each, now.minus(repeatAfter)))
        .map(each -> new Digest(PREFIX + UUID.randomUUID(), each, news(now), 0, now, false))
        .toList();
  }

  private boolean wasToldAfter(Recipient recipient, Instant moment) {
    Instant last = told.get(recipient.key());
    return last != null && last.isAfter(moment);
  }

  private static AlarmNews news(Instant now) {
    Raised raised =
        new Raised(
            "ledger",
            Alarm.Kind.STATE,
            null,
            "",
            "台帳に書けません。ハブは新しいファイルを受け取っておらず、ほかの知らせも出せません。ディスクの空きと権限、/health を確かめてください。");
    return new AlarmNews(List.of(new Alarm(raised, now, null)), List.of(), List.of(), 0);
  }

  boolean isOne(Digest digest) {
    return digest.id().startsWith(PREFIX);
  }

  /** Notes it when it is one of these. */
  boolean noteTold(Digest digest) {
    if (isOne(digest)) {
      told.put(digest.recipient().key(), digest.madeAt());
      return true;
    }
    return false;
  }
}
