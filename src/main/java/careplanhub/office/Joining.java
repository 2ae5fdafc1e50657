package careplanhub.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Since when a partner has been at each stage of joining.
 *
 * @param since the stages that it reached, in their order; stages may be left out
 */
public record Joining(Map<JoiningStage, LocalDate> since) {
  /** Nobody wrote anything down. */
  static final Joining NONE = new Joining(Map.of());

  public Joining {
    Map<JoiningStage, LocalDate> ordered = new EnumMap<>(JoiningStage.class);
    ordered.putAll(since);
    since = Collections.unmodifiableMap(ordered);
  }

  /** The last stage that has a date. */
  public JoiningStage stage() {
    return Arrays.stream(JoiningStage.values())
        .filter(since::containsKey)
        .reduce((earlier, later) -> later)
        .orElse(JoiningStage.NOT_INVITED);
  }

  /** Since when it has been at its stage. */
  public Optional<LocalDate> stageSince() {
    return Optional.ofNullable(since.get(stage()));
  }
}
