package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code /standard/rules}, which an expert of the standard reads without Java. */
class RuleExamplesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theCheckFindsExactlyWhatTheExampleSays(RuleExample example) {
    assertEquals(
        example.expected().stream().sorted().collect(Collectors.joining("\n")),
        example.found().stream().sorted().collect(Collectors.joining("\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everySentenceIsWhole(RuleExample example) {
    for (FileReport report : example.reports()) {
      for (Finding finding : report.findings()) {
        assertFalse(finding.message().contains("{"), finding.message());
      }
    }
  }

  @Test
  void everyCodeOfACheckHasAnExample() {
    Set<String> shown =
        examples().flatMap(example -> example.expectedCodes().stream()).collect(Collectors.toSet());

    Set<String> missing = new TreeSet<>(codesOfChecks().map(FindingCode::code).toList());
    missing.removeAll(shown);
    assertEquals(Set.of(), missing);
  }

  private static Stream<FindingCode> codesOfChecks() {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.code().matches("(FIELD|ROW|FILE|UNIT)-.*"));
  }

  static Stream<RuleExample> examples() {
    List<RuleExample> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml") && !name.equals("base.yaml")) {
          int count = 0;
          for (JsonNode node : new YAMLMapper().readTree(file.toFile())) {
            examples.add(new RuleExample(name + " " + ++count, node));
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return examples.stream();
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
