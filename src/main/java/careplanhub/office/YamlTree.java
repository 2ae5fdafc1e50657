package careplanhub.office;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a YAML text, every scalar as it was written, and the line of each by its pointer.
 *
 * @param root a key without a value is left out
 * @param lines such as /offices/0/number → 7
 */
record YamlTree(ObjectNode root, Map<String, Integer> lines) {
  private static final int MAXIMUM_DEPTH = 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static YamlTree parse(String file, byte[] bytes) throws ConfigurationException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    try (JsonParser parser = YamlBinding.MAPPER.createParser(text)) {
      return document(file, parser);
    } catch (JsonProcessingException e) {
      Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
      throw new ConfigurationException(file, line, null, YamlBinding.syntaxMessage(e));
    } catch (IOException e) {
      throw new ConfigurationException(file, null, null, "YAML として読めません。");
    }
  }

  private static YamlTree document(String file, JsonParser parser)
      throws IOException, ConfigurationException {
    Map<String, Integer> lines = new HashMap<>();
    if (parser.nextToken() == null) {
      return new YamlTree(NODES.objectNode(), lines);
    }
    JsonNode root = node(parser, "", lines, 0);
    if (!(root instanceof ObjectNode object)) {
      throw new ConfigurationException(file, 1, null, "「項目: 値」の並びで始めてください。");
    }
    if (parser.nextToken() != null) {
      throw new ConfigurationException(
          file, parser.currentTokenLocation().getLineNr(), null, "1 つのファイルに書ける文書は 1 つです。");
    }
    return new YamlTree(object, lines);
  }

  private static @Nullable JsonNode node(
      JsonParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    if (depth > MAXIMUM_DEPTH) {
      throw new JsonMappingException(parser, "too deep", parser.currentTokenLocation());
    }
    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer, lines, depth);
      case START_ARRAY -> array(parser, pointer, lines, depth);
      case VALUE_NULL -> null;
      default -> NODES.textNode(parser.getText());
    };
  }

  private static ObjectNode object(
      JsonParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String place = pointer + "/" + parser.currentName();
      String key = parser.currentName();
      lines.put(place, parser.currentTokenLocation().getLineNr());
      parser.nextToken();
      JsonNode value = node(parser, place, lines, depth + 1);
      if (value != null) {
        object.set(key, value);
      }
    }
    return object;
  }

  private static ArrayNode array(
      JsonParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = node(parser, pointer + "/" + array.size(), lines, depth + 1);
      array.add(value == null ? NODES.textNode("") : value);
    }
    return array;
  }
}
