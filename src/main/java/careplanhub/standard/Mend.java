package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that mending changed in a file. It shows the kinds of writing, never a payload value.
 *
 * @param code that of the {@link FindingCode} which tells the same to a reader
 * @param line the physical line of the file that came, from 1; null when it is about the whole file
 * @param column the standard's No.; null when it is about no one column
 * @param field the column's 日本語名称; null likewise
 * @param before Japanese: how it was written
 * @param after Japanese: how it is written now
 * @param count in how many places, the line being that of the first; null when it is so from there
 *     on through the file
 */
public record Mend(
    String code,
    @Nullable Long line,
    @Nullable Integer column,
    @Nullable String field,
    String before,
    String after,
    @Nullable Long count) {
  private static final Map<String, Kinds> KINDS = kinds();

  /** How something was and is written. */
  private record Kinds(String before, String after, boolean throughFile) {}

  /** What a finding tells is mended; empty when that cannot be done without guessing. */
  static Optional<Mend> of(Finding finding) {
    return of(finding, 1);
  }

  /** The same for several places of which the finding names the first. */
  static Optional<Mend> of(Finding finding, long count) {
    return Optional.ofNullable(KINDS.get(finding.code()))
        .map(
            kinds ->
                new Mend(
                    finding.code(),
                    finding.line(),
                    finding.column(),
                    finding.field(),
                    kinds.before(),
                    kinds.after(),
                    kinds.throughFile() ? null : count));
  }

  /** The codes of what can be mended → how it is written then, in the order of the data. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    KINDS.forEach((code, kinds) -> all.put(code, kinds.before() + " → " + kinds.after()));
    return all;
  }

  private static Map<String, Kinds> kinds() {
    Map<String, Kinds> kinds = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Standard.tree("mending.yaml").properties()) {
      JsonNode texts = entry.getValue();
      kinds.put(
          entry.getKey(),
          new Kinds(
              texts.get("before").asText(),
              texts.get("after").asText(),
              texts.path("throughFile").asBoolean(false)));
    }
    return kinds;
  }
}
