package careplanhub.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One YAML file of {@code config/} with the line of each of its values. Every scalar is kept as the
 * text that was written, so that an office number does not lose its leading zeros.
 */
public final class YamlDocument {
  private static final long MAXIMUM_BYTES = 5_000_000;

  private final String file;
  private final ObjectNode tree;
  private final Map<String, Integer> lines;

  private YamlDocument(String file, ObjectNode tree, Map<String, Integer> lines) {
    this.file = file;
    this.tree = tree;
    this.lines = lines;
  }

  /** Reads a file of UTF-8; the error names the file as the path is written. */
  public static YamlDocument read(Path file) throws ConfigurationException {
    try {
      if (Files.size(file) > MAXIMUM_BYTES) {
        throw new ConfigurationException(
            file.toString(), null, null, "ファイルが大きすぎます（" + MAXIMUM_BYTES + " バイトまで）。");
      }
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(file.toString(), null, null, "ファイルがありません。");
    } catch (IOException e) {
      throw new ConfigurationException(file.toString(), null, null, "ファイルを読めません。アクセス権を確認してください。");
    }
  }

  /**
   * Reads a document that is already in memory.
   *
   * @param file the name for error messages
   * @param bytes UTF-8, with or without a byte order mark
   */
  public static YamlDocument parse(String file, byte[] bytes) throws ConfigurationException {
    YamlTree tree = YamlTree.parse(file, bytes);
    return new YamlDocument(file, tree.root(), tree.lines());
  }

  /** The name of the file for messages. */
  public String file() {
    return file;
  }

  /** The values, every scalar as text; a key without a value is left out. Not to be changed. */
  public JsonNode tree() {
    return tree;
  }

  /**
   * The document as a value; a key that the type does not have is an error.
   *
   * @param type a record
   */
  public <T> T bind(Class<T> type) throws ConfigurationException {
    return bind("", type);
  }

  /**
   * A part of the document as a value.
   *
   * @param pointer the part's place, such as /offices/0
   */
  public <T> T bind(String pointer, Class<T> type) throws ConfigurationException {
    try {
      return YamlBinding.MAPPER.treeToValue(tree.at(pointer), type);
    } catch (JsonProcessingException e) {
      YamlBinding.Problem problem = YamlBinding.problem(e);
      throw error(pointer + problem.pointer(), problem.message());
    }
  }

  /**
   * The same document with the values of another where this one has none; lists are not joined.
   * Lines stay those of this document.
   */
  YamlDocument over(YamlDocument defaults) {
    return new YamlDocument(file, merged(defaults.tree, tree), lines);
  }

  private static ObjectNode merged(ObjectNode below, ObjectNode above) {
    ObjectNode result = below.deepCopy();
    above
        .properties()
        .forEach(
            entry -> {
              JsonNode lower = result.get(entry.getKey());
              boolean both = lower instanceof ObjectNode && entry.getValue() instanceof ObjectNode;
              result.set(
                  entry.getKey(),
                  both
                      ? merged((ObjectNode) lower, (ObjectNode) entry.getValue())
                      : entry.getValue());
            });
    return result;
  }

  /**
   * An error about one place of the file.
   *
   * @param pointer such as /offices/0/number; where it has no line of its own, the line of the
   *     nearest part around it is told
   * @param message Japanese
   */
  public ConfigurationException error(String pointer, String message) {
    String place = pointer;
    while (!lines.containsKey(place) && place.contains("/")) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return new ConfigurationException(file, lines.get(place), field(pointer), message);
  }

  private static String field(String pointer) {
    StringBuilder field = new StringBuilder();
    for (String part : pointer.split("/", -1)) {
      if (part.matches("[0-9]+")) {
        field.append('[').append(part).append(']');
      } else if (!part.isEmpty()) {
        field.append(field.isEmpty() ? "" : ".").append(part);
      }
    }
    return field.toString();
  }
}
