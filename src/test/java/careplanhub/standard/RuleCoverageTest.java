package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of {@code /standard/rules.yaml} has the examples that its README promises. */
class RuleCoverageTest {
  private static final int RULES = 60;
  private static final Pattern CODE =
      Pattern.compile("\\b(?:NAME|READ|WRITE|FIELD|ROW|FILE|UNIT)-([0-9]{2})[a-z]?\\b");
  private static final Set<String> NO_EXAMPLES = Set.of("rules.yaml", "base.yaml");

  @Test
  void theListHasEveryRule() throws IOException {
    Set<Integer> listed = new TreeSet<>();
    rules().fieldNames().forEachRemaining(number -> listed.add(Integer.valueOf(number)));

    assertEquals(IntStream.rangeClosed(1, RULES).boxed().toList(), List.copyOf(listed));
  }

  @Test
  void everyCheckedRuleHasAnAcceptedAndARefusedExample() throws IOException {
    List<String> missing = new ArrayList<>();
    List<Example> examples = examples();
    for (int rule : rulesBy("check")) {
      if (examples.stream().noneMatch(example -> example.accepts(rule))) {
        missing.add(rule + " accepted");
      }
      if (examples.stream().noneMatch(example -> example.refused().contains(rule))) {
        missing.add(rule + " refused");
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void everyRuleOfWhatTheProgramDoesIsShown() throws IOException {
    List<Integer> missing = new ArrayList<>();
    List<Example> examples = examples();
    for (int rule : rulesBy("deed")) {
      if (examples.stream().noneMatch(example -> example.about().contains(rule))) {
        missing.add(rule);
      }
    }

    assertEquals(List.of(), missing);
  }

  /**
   * One example.
   *
   * @param about the rules it says it is about
   * @param refused the rules of the findings it has
   */
  private record Example(Set<Integer> about, Set<Integer> refused) {
    static Example of(JsonNode node) {
      Set<Integer> about = new HashSet<>();
      JsonNode rule = node.path("rule");
      if (rule.isInt()) {
        about.add(rule.asInt());
      }
      rule.forEach(one -> about.add(one.asInt()));
      Set<Integer> refused = new HashSet<>();
      for (String findings : List.of("expect", "found", "told", "code", "codes", "refused")) {
        Matcher code = CODE.matcher(node.path(findings).toString());
        while (code.find()) {
          refused.add(Integer.valueOf(code.group(1)));
        }
      }
      return new Example(about, refused);
    }

    boolean accepts(int rule) {
      return about.contains(rule) && !refused.contains(rule);
    }
  }

  private static List<Integer> rulesBy(String who) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    rules()
        .properties()
        .forEach(
            rule -> {
              for (JsonNode by : rule.getValue().get("by")) {
                if (by.asText().equals(who)) {
                  numbers.add(Integer.valueOf(rule.getKey()));
                }
              }
            });
    return numbers;
  }

  private static JsonNode rules() throws IOException {
    return new YAMLMapper().readTree(folder().resolve("rules.yaml").toFile());
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(RuleCoverageTest::hasExamples).toList()) {
        JsonNode tree = new YAMLMapper().readTree(file.toFile());
        Iterable<JsonNode> lists = tree.isArray() ? List.of(tree) : tree;
        lists.forEach(list -> list.forEach(node -> examples.add(Example.of(node))));
      }
    }
    return examples;
  }

  private static boolean hasExamples(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") && !NO_EXAMPLES.contains(name);
  }

  private static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(RuleCoverageTest.class.getResource("/standard/rules")).toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
