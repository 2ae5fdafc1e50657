package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.ledger.Alarm.Raised;
import careplanhub.ledger.AlarmDigests;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways by which digests cannot be sent; they are told by the other way, and by health. */
final class BrokenWays implements AlarmRule {
  private final AlarmDigests digests;

  BrokenWays(AlarmDigests digests) {
    this.digests = digests;
  }

  @Override
  public Set<Alarm.Kind> kinds() {
    return Set.of(Alarm.Kind.ALARM_CHANNEL);
  }

  @Override
  public List<Raised> look(Instant now) {
    Map<Recipient.Way, Raised> broken = new LinkedHashMap<>();
    for (AlarmDigests.Waiting digest : digests.waiting()) {
      if (digest.attempts() > 0) {
        Recipient.Way way = Recipient.wayOf(digest.recipient());
        broken.putIfAbsent(
            way,
            new Raised(
                "alarm-channel:" + way.word(),
                Alarm.Kind.ALARM_CHANNEL,
                null,
                "",
                way.japanese()
                    + "で知らせを送れません。"
                    + AlarmTrouble.of(digest.trouble()).sentence()
                    + "自動でまた試します。"));
      }
    }
    return List.copyOf(broken.values());
  }
}
