package careplanhub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An office's values come into an adapter's route as values, and never as anything else. */
class RouteTextTest {
  private static final String ROUTE = "a: '{{vendor.host}}:{{vendor.port:22}}'\nb: '{{other}}'\n";

  private static JsonNode filled(Map<String, String> values) throws Exception {
    return new YAMLMapper().readTree(RouteText.fill("route.yaml", ROUTE.getBytes(UTF_8), values));
  }

  @Test
  void aValueTakesThePlaceOfItsName() throws Exception {
    JsonNode tree = filled(Map.of("host", "sftp.example.jp", "port", "2222"));

    assertEquals("sftp.example.jp:2222", tree.get("a").textValue());
    assertEquals("{{other}}", tree.get("b").textValue());
  }

  @Test
  void whatIsNotSaidHasTheRoutesOwnValue() throws Exception {
    assertEquals("h:22", filled(Map.of("host", "h")).get("a").textValue());
  }

  @Test
  void aValueCannotBecomeAKeyOrAnotherLine() throws Exception {
    JsonNode tree = filled(Map.of("host", "x'\nc: d", "port", "$1"));

    assertEquals("x'\nc: d:$1", tree.get("a").textValue());
    assertEquals(2, tree.size());
  }

  @Test
  void aMissingValueIsNamed() {
    ConfigurationException missing =
        assertThrows(ConfigurationException.class, () -> filled(Map.of()));

    assertTrue(missing.getMessage().endsWith("host"), missing.getMessage());
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    ConfigurationException broken =
        assertThrows(
            ConfigurationException.class,
            () -> RouteText.fill("route.yaml", "a: 1\nb: [\n".getBytes(UTF_8), Map.of()));

    assertTrue(broken.getMessage().startsWith("route.yaml "), broken.getMessage());
  }
}
