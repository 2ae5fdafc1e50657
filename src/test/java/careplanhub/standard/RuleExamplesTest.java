package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code /standard/rules}, which an expert of the standard reads without Java. */
class RuleExamplesTest {
  private static final Map<String, List<RuleExample>> EXAMPLES = readExamples();

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theCheckFindsExactlyWhatTheExamplesSayInWholeSentences(String file) {
    assertAll(
        Objects.requireNonNull(EXAMPLES.get(file)).stream()
            .map(example -> (Executable) () -> assertFound(example)));
  }

  @Test
  void everyCodeOfACheckHasAnExample() {
    Set<String> shown =
        EXAMPLES.values().stream()
            .flatMap(List::stream)
            .flatMap(example -> example.expectedCodes().stream())
            .collect(Collectors.toSet());

    Set<String> missing =
        Arrays.stream(FindingCode.values())
            .map(FindingCode::code)
            .filter(code -> code.matches("(FIELD|ROW|FILE|UNIT)-.*"))
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(shown);
    assertEquals(Set.of(), missing);
  }

  private static void assertFound(RuleExample example) {
    List<FileReport> reports = example.reports();
    assertEquals(
        example.expected().stream().sorted().collect(Collectors.joining("\n")),
        RuleExample.found(reports).stream().sorted().collect(Collectors.joining("\n")),
        example::toString);
    for (FileReport report : reports) {
      for (Finding finding : report.findings()) {
        assertFalse(finding.message().contains("{"), finding.message());
      }
    }
  }

  private static Set<String> files() {
    return EXAMPLES.keySet();
  }

  private static Map<String, List<RuleExample>> readExamples() {
    Map<String, List<RuleExample>> examples = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml") && !name.equals("base.yaml")) {
          List<RuleExample> ofFile = new ArrayList<>();
          for (JsonNode node : new YAMLMapper().readTree(file.toFile())) {
            ofFile.add(new RuleExample(name + " " + (ofFile.size() + 1), node));
          }
          examples.put(name, ofFile);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(RuleExamplesTest.class.getResource("/standard/rules")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
