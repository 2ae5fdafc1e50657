package careplanhub.hub.alarm;

import careplanhub.ledger.Alarm;
import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest as programs read it; times are ISO-8601 in UTC.
 *
 * @param id the same when it comes a second time
 * @param left how many alarms had no room and come with the next one
 */
record DigestJson(
    String id,
    String madeAt,
    String corporation,
    boolean test,
    List<Line> begun,
    List<Line> lasting,
    List<Line> ended,
    int left) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /**
   * One alarm.
   *
   * @param office its number; left out when the alarm concerns the whole hub
   */
  record Line(
      String id,
      String kind,
      @Nullable String office,
      String sentence,
      String beganAt,
      @Nullable String endedAt) {
    static Line of(Alarm alarm) {
      OfficeNumber office = alarm.raised().office();
      Instant ended = alarm.endedAt();
      return new Line(
          alarm.raised().id(),
          alarm.raised().kind().name(),
          office == null ? null : office.value(),
          alarm.raised().sentence(),
          alarm.beganAt().toString(),
          ended == null ? null : ended.toString());
    }
  }

  /** UTF-8. */
  static byte[] bytes(Digest digest, String corporation) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(
        new DigestJson(
            digest.id(),
            digest.madeAt().toString(),
            corporation,
            digest.test(),
            lines(digest.news().begun()),
            lines(digest.news().lasting()),
            lines(digest.news().ended()),
            digest.left()));
  }

  private static List<Line> lines(List<Alarm> alarms) {
    return alarms.stream().map(Line::of).toList();
  }
}
