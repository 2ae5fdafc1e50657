package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.function.Executable;

/**
 * The examples of a file under {@code /standard}. All of a file are one test, and each that fails
 * is named: a mutation then starts a few tests and not hundreds.
 */
final class Examples {
  private Examples() {}

  /** What must hold of one example. */
  interface Assertion {
    void check(JsonNode example) throws Exception;
  }

  static JsonNode of(String file) throws IOException {
    try (InputStream data = Examples.class.getResourceAsStream("/standard/" + file)) {
      return new YAMLMapper().readTree(Objects.requireNonNull(data, file));
    }
  }

  /** Checks every example, and tells all that fail by what they say. */
  static void assertEach(Iterable<JsonNode> examples, Assertion assertion) {
    assertAll(
        StreamSupport.stream(examples.spliterator(), false)
            .map(example -> executable(example, assertion)));
  }

  private static Executable executable(JsonNode example, Assertion assertion) {
    String name = example.path("says").asText(example.path("name").asText());
    return () -> assertAll(name, () -> assertion.check(example));
  }
}
