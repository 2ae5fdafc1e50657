package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A place in an adapter's file that a lens or form is made from, with what it may speak of.
 *
 * @param document the adapter's file
 * @param pointer the place in it
 * @param layout the standard's side
 * @param columns the vendor's side
 */
record MappingPart(YamlDocument document, String pointer, Layout layout, Set<String> columns) {
  /** The part as a value. */
  <T> T bind(Class<T> type) throws ConfigurationException {
    return document.bind(pointer, type);
  }

  /** An error about a key of this part; an empty key is the part itself. */
  ConfigurationException error(String key, String message) {
    return document.error(key.isEmpty() ? pointer : pointer + "/" + key, message);
  }

  /** The part under a key. */
  MappingPart at(String key) {
    return new MappingPart(document, pointer + "/" + key, layout, columns);
  }

  private JsonNode node() {
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
  String kind() throws ConfigurationException {
    if (node().isTextual()) {
      return node().textValue();
    }
    if (node().isObject() && node().size() == 1) {
      return node().fieldNames().next();
    }
    throw error("", "「名前: { … }」を 1 つだけ書いてください。");
  }

  /** The column that a key of this part names. */
  String column(String key, String name) throws ConfigurationException {
    if (!columns.contains(name)) {
      throw error(key, "file.columns に無い列です。");
    }
    return name;
  }

  /** The field of the standard that a key of this part names. */
  Field field(String key, String name) throws ConfigurationException {
    if (!layout.has(name)) {
      throw error(key, layout.kind() + " に無い項目です。");
    }
    return layout.field(name);
  }

  /** The form under the key {@code form}; text where there is none. */
  Form form() throws ConfigurationException {
    return node().has("form") ? Forms.create(at("form")) : new TextForm();
  }
}
