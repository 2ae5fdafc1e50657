package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place in an adapter's file that something is made from.
 *
 * @param document the adapter's file
 * @param pointer the place in it, such as /lenses/0/rename
 */
public record FormPart(YamlDocument document, String pointer) {
  /** The part as a value. */
  public <T> T bind(Class<T> type) throws ConfigurationException {
    return document.bind(pointer, type);
  }

  /** An error about a key of this part; an empty key is the part itself. */
  public ConfigurationException error(String key, String message) {
    return document.error(key.isEmpty() ? pointer : pointer + "/" + key, message);
  }

  /** The part under a key. */
  public FormPart at(String key) {
    return new FormPart(document, pointer + "/" + key);
  }

  /** What stands there. */
  public JsonNode node() {
    return document.tree().at(pointer);
  }

  /** The part as texts by their keys. */
  Map<String, String> texts() throws ConfigurationException {
    if (!node().isObject()) {
      throw error("", "「項目: 値」の並びで書いてください。");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node().properties()) {
      if (!entry.getValue().isTextual()) {
        throw error(entry.getKey(), "文字を書いてください。");
      }
      texts.put(entry.getKey(), entry.getValue().textValue());
    }
    return texts;
  }

  /**
   * The name of what this part is: a word alone, or the one key of an object whose value are the
   * parameters, which then stand {@link #at} the name.
   */
  public String kind() throws ConfigurationException {
    if (node().isTextual()) {
      return node().textValue();
    }
    if (node().isObject() && node().size() == 1) {
      return node().fieldNames().next();
    }
    throw error("", "「名前: { … }」を 1 つだけ書いてください。");
  }
}
