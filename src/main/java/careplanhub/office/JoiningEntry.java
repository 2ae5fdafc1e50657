package careplanhub.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code joining:} of a partner as it is written: the day on which it reached each stage. */
record JoiningEntry(
    @JsonProperty("未案内") @Nullable LocalDate notInvited,
    @JsonProperty("案内済") @Nullable LocalDate invited,
    @JsonProperty("準備中") @Nullable LocalDate preparing,
    @JsonProperty("試験済") @Nullable LocalDate tested,
    @JsonProperty("運用中") @Nullable LocalDate running) {

  /**
   * The stages, of which none was reached before an earlier one.
   *
   * @param pointer the entry's place in the document
   */
  Joining checked(YamlDocument document, String pointer) throws ConfigurationException {
    Map<JoiningStage, LocalDate> since = new EnumMap<>(JoiningStage.class);
    LocalDate last = LocalDate.MIN;
    for (JoiningStage stage : JoiningStage.values()) {
      LocalDate day = dayOf(stage);
      if (day != null) {
        if (day.isBefore(last)) {
          throw document.error(
              pointer + "/" + stage.japanese(),
              "前の段階より早い日付です。段階の順（未案内、案内済、準備中、試験済、運用中）に日付を書いてください。");
        }
        last = day;
        since.put(stage, day);
      }
    }
    return new Joining(since);
  }

  private @Nullable LocalDate dayOf(JoiningStage stage) {
    return switch (stage) {
      case NOT_INVITED -> notInvited;
      case INVITED -> invited;
      case PREPARING -> preparing;
      case TESTED -> tested;
      case RUNNING -> running;
    };
  }
}
