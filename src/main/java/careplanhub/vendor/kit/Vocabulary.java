package careplanhub.vendor.kit;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of headers mean, from {@code /vendor/words.yaml}. Width, case, blanks and signs of
 * a header do not matter. Immutable, safe for every thread.
 */
final class Vocabulary {
  private static final String RESOURCE = "/vendor/words.yaml";
  private static final Vocabulary SHIPPED = shippedWords();
  private static final double PART = 0.4;
  private static final double PART_BY_LENGTH = 0.45;
  private static final double AT_THE_END = 0.07;

  private final Map<Meaning, Entry> entries = new EnumMap<>(Meaning.class);

  /** One meaning's words, each as the parts that follow one another in a header. */
  private record Entry(
      String title, @Nullable String field, Set<List<String>> words, List<String> not) {}

  private Vocabulary(YamlDocument document) throws ConfigurationException {
    JsonNode groups = document.tree().path("groups");
    Map<String, List<String>> alternatives = new HashMap<>();
    groups.properties().forEach(group -> alternatives.put(group.getKey(), texts(group.getValue())));
    for (Map.Entry<String, JsonNode> entry : document.tree().path("meanings").properties()) {
      String place = "/meanings/" + entry.getKey();
      Meaning meaning =
          Meaning.of(entry.getKey()).orElseThrow(() -> document.error(place, "知らない意味です。"));
      JsonNode node = entry.getValue();
      Set<List<String>> words = new LinkedHashSet<>();
      for (String word : texts(node.path("words"))) {
        expand(word, alternatives).forEach(one -> words.add(parts(one)));
      }
      JsonNode field = node.path("field");
      entries.put(
          meaning,
          new Entry(
              node.path("title").asText(),
              field.isMissingNode() ? null : field.asText(),
              words,
              texts(node.path("not")).stream().map(Text::key).toList()));
    }
  }

  /** The words that come with the program. */
  static Vocabulary shipped() {
    return SHIPPED;
  }

  /** What a meaning is, in Japanese. */
  String title(Meaning meaning) {
    return entry(meaning).title();
  }

  /** The standard's field that a meaning is; null when it has no field of its own. */
  @Nullable String field(Meaning meaning) {
    return entry(meaning).field();
  }

  /** How well a header fits a meaning, from 0 to 1. */
  double score(String header, Meaning meaning) {
    String key = Text.key(header);
    if (key.isEmpty()) {
      return 0;
    }
    Entry entry = entry(meaning);
    double best = 0;
    for (List<String> parts : entry.words()) {
      best = Math.max(best, score(key, parts));
    }
    boolean excluded = best < 1 && entry.not().stream().anyMatch(key::contains);
    return excluded ? 0 : best;
  }

  /** How well a header fits the meaning that it fits best. */
  double best(String header) {
    double best = 0;
    for (Meaning meaning : entries.keySet()) {
      best = Math.max(best, score(header, meaning));
    }
    return best;
  }

  private static double score(String key, List<String> parts) {
    int at = 0;
    int length = 0;
    for (String part : parts) {
      int found = key.indexOf(part, at);
      if (found < 0) {
        return 0;
      }
      at = found + part.length();
      length += part.length();
    }
    if (length == key.length()) {
      return 1;
    }
    if (length < 2) {
      return 0;
    }
    boolean atTheEnd = key.endsWith(parts.get(parts.size() - 1));
    return PART + PART_BY_LENGTH * length / key.length() + (atTheEnd ? AT_THE_END : 0);
  }

  private Entry entry(Meaning meaning) {
    Entry entry = entries.get(meaning);
    if (entry == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + meaning.label());
    }
    return entry;
  }

  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    for (String part : word.split("\\*", -1)) {
      String key = Text.key(part);
      if (!key.isEmpty()) {
        parts.add(key);
      }
    }
    return List.copyOf(parts);
  }

  /** The word with each choice for its braces. */
  private static List<String> expand(String word, Map<String, List<String>> alternatives) {
    int open = word.indexOf('{');
    int close = word.indexOf('}', open);
    if (open < 0 || close < 0) {
      return List.of(word);
    }
    List<String> choices = alternatives.get(word.substring(open + 1, close));
    if (choices == null) {
      throw new IllegalStateException(RESOURCE + " lacks the group of " + word);
    }
    List<String> words = new ArrayList<>();
    for (String choice : choices) {
      words.addAll(
          expand(word.substring(0, open) + choice + word.substring(close + 1), alternatives));
    }
    return words;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Vocabulary shippedWords() {
    try (InputStream stream = Vocabulary.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its data file " + RESOURCE);
      }
      return new Vocabulary(YamlDocument.parse(RESOURCE, stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The program's data file is broken: " + RESOURCE, e);
    }
  }
}
