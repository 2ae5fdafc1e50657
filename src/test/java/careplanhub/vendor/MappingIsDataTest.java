package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mapping runs no code, grows into nothing great and takes no time, whatever is written in it.
 */
class MappingIsDataTest {
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  @ParameterizedTest
  @MethodSource("tricks")
  void aTrickIsRefusedWithItsLine(String trick) throws IOException {
    String yaml = Files.readString(Path.of("config", "vendors", "gekkan", "adapter.yaml")) + trick;
    ConfigurationException refusal =
        assertTimeout(
            GENEROUS,
            () ->
                assertThrows(
                    ConfigurationException.class,
                    () -> Adapter.parse("adapter.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    assertTrue(refusal.line() != null && refusal.line() > 0, refusal.getMessage());
  }

  static Stream<String> tricks() {
    StringBuilder aliases = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (char name = 'b'; name < 'k'; name++) {
      String before = "*" + (char) (name - 1);
      aliases.append(name).append(": &").append(name).append(" [");
      aliases.append(String.join(",", Collections.nCopies(10, before))).append("]\n");
    }
    return Stream.of(
        "x: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]\n",
        "java: java.lang.Runtime\n",
        "java: ../other\n",
        aliases.toString(),
        "x: " + "[".repeat(20_000) + "]".repeat(20_000) + "\n",
        "x: " + "{a: ".repeat(20_000) + "1" + "}".repeat(20_000) + "\n");
  }

  /** The list is closed: no lens evaluates anything. */
  @Test
  void thereIsNoLensOrFormOfExpressions() {
    assertEquals(
        Set.of(
            "rename",
            "join",
            "split",
            "constant",
            "hub",
            "monthOf",
            "fileMonth",
            "dayOfMonth",
            "firstDay",
            "weekday",
            "duration",
            "lookup",
            "user",
            "days",
            "total",
            "sequence"),
        Set.copyOf(Lenses.names()));
  }
}
