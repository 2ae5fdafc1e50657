package careplanhub.hub;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An adapter's route file with the values of an office in the places of {@code {{vendor.name}}} and
 * {@code {{vendor.name:default}}}. Values are put into the parsed document, so that none of them
 * can become a key, a step or another route.
 */
final class RouteText {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{vendor\\.([A-Za-z][A-Za-z0-9]*)(?::([^{}]*))?}}");

  private final Map<String, String> values;
  private final Set<String> missing = new TreeSet<>();

  private RouteText(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Fills the places.
   *
   * @param file for error messages
   * @param route UTF-8
   * @throws ConfigurationException when it is no YAML, or asks for a value that there is not
   */
  static String fill(String file, byte[] route, Map<String, String> values)
      throws ConfigurationException {
    RouteText text = new RouteText(values);
    JsonNode tree;
    try {
      tree = text.filled(YAML.readTree(route));
    } catch (JsonProcessingException e) {
      Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
      throw new ConfigurationException(file, line, null, "YAML として読めません。書き方を確かめてください。");
    } catch (IOException e) {
      throw new ConfigurationException(file, null, null, "読めません。UTF-8 で保存してください。");
    }
    if (!text.missing.isEmpty()) {
      throw new ConfigurationException(
          file,
          null,
          null,
          "config/" + VendorRoutes.FILE + " に次の値がありません: " + String.join("、", text.missing));
    }
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read can be written", e);
    }
  }

  private JsonNode filled(JsonNode node) {
    if (node instanceof TextNode text) {
      return TextNode.valueOf(filled(text.textValue()));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> result.add(filled(each)));
      return result;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(entry -> result.set(entry.getKey(), filled(entry.getValue())));
      return result;
    }
    return node;
  }

  private String filled(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              String used = value == null ? place.group(2) : value;
              if (used == null) {
                missing.add(place.group(1));
                return "";
              }
              return Matcher.quoteReplacement(used);
            });
  }
}
