package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /standard/findings.yaml} says of one finding code.
 *
 * @param rule the number of the checking rule, null where there is none
 * @param section the clause of the standard: a section of the 本文, or 別紙
 * @param sentence Japanese: what is wrong
 * @param remedy Japanese: what the person does next
 * @param example Japanese: what a file has that is told so; every value is invented
 */
record FindingText(
    Severity severity,
    @Nullable Integer rule,
    String section,
    String sentence,
    String remedy,
    String example) {
  private static final Map<String, FindingText> ALL = readAll();

  /** All texts by their code, in the order of the data. */
  static Map<String, FindingText> all() {
    return ALL;
  }

  static FindingText of(String code) {
    FindingText text = ALL.get(code);
    if (text == null) {
      throw new IllegalStateException("findings.yaml lacks " + code);
    }
    return text;
  }

  private static Map<String, FindingText> readAll() {
    Map<String, FindingText> texts = new LinkedHashMap<>();
    Standard.tree("findings.yaml")
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
    return texts;
  }

  private static FindingText text(JsonNode node) {
    return new FindingText(
        Severity.valueOf(node.get("severity").asText().toUpperCase(Locale.ROOT)),
        node.has("rule") ? node.get("rule").asInt() : null,
        node.get("section").asText(),
        node.get("sentence").asText(),
        node.get("remedy").asText(),
        node.get("example").asText());
  }
}
