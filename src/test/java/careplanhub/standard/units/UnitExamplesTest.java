package careplanhub.standard.units;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of {@code /standard/units}, which an expert of the standard reads without Java. */
class UnitExamplesTest {
  /** The rules that splitting, merging and delivering obey. */
  private static final Set<Integer> RULES =
      Set.of(16, 19, 22, 23, 24, 25, 26, 27, 28, 30, 31, 45, 58);

  @Test
  void theUnitsAreThoseOfTheExamplesByteForByte() {
    assertAll(
        examples()
            .map(
                example ->
                    () -> assertEquals(example.expected(), example.made(), example::toString)));
  }

  @Test
  void whatIsSentHasNoErrors() {
    assertAll(
        examples()
            .map(example -> () -> assertEquals(List.of(), example.errors(), example::toString)));
  }

  @Test
  void everyRuleOfSplittingAndMergingHasAnExample() {
    Set<Integer> missing = new TreeSet<>(RULES);
    missing.removeAll(examples().map(UnitExample::rule).toList());
    assertEquals(Set.of(), missing);
  }

  static Stream<UnitExample> examples() {
    List<UnitExample> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        int count = 0;
        for (JsonNode node : new YAMLMapper().readTree(file.toFile())) {
          examples.add(new UnitExample(file.getFileName() + " " + ++count, node));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples.stream();
  }

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(UnitExamplesTest.class.getResource("/standard/units")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
