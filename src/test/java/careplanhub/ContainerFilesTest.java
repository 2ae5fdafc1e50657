package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The container files promise little and keep it: no container engine runs them here. */
class ContainerFilesTest {

  @Test
  void everyPortIsSeenFromThisMachineOnly() throws IOException {
    JsonNode services = new YAMLMapper().readTree(Path.of("docker/compose.yaml").toFile());
    List<String> ports =
        services.findValues("ports").stream().flatMap(ContainerFilesTest::texts).toList();
    assertFalse(ports.isEmpty());
    assertTrue(ports.stream().allMatch(port -> port.startsWith("127.0.0.1:")), ports.toString());
  }

  @Test
  void noPasswordStandsInThem() throws IOException {
    for (String file : List.of("docker/compose.yaml", "docker/Dockerfile")) {
      String text = ProjectFiles.read(file);
      assertFalse(text.matches("(?is).*(password|secret|token)\\w*\\s*[:=]\\s*\\S.*"), file);
    }
  }

  @Test
  void theImageRunsAsAnUnprivilegedUserAndTellsItsHealth() throws IOException {
    List<String> steps = instructions();
    assertTrue(steps.contains("USER careplanhub"));
    assertTrue(steps.stream().anyMatch(step -> step.startsWith("HEALTHCHECK ")));
    assertTrue(steps.contains("VOLUME /hub"));
  }

  @Test
  void everyImageHasAVersion() throws IOException {
    List<String> images = instructions().stream().filter(step -> step.startsWith("FROM ")).toList();
    assertEquals(2, images.size());
    assertTrue(
        images.stream().allMatch(image -> image.matches("FROM [\\w/-]+:\\d[\\w.-]*( AS \\w+)?")),
        images.toString());
  }

  @Test
  void whatIsCopiedExistsAndIsNotKeptFromTheBuild() throws IOException {
    String context = ProjectFiles.read("docker/Dockerfile.dockerignore");
    for (String step : instructions()) {
      if (step.startsWith("COPY ") && !step.contains("--from")) {
        List<String> words = List.of(step.split(" ", -1));
        for (String source : words.subList(1, words.size() - 1)) {
          assertTrue(Files.exists(Path.of(source)), source);
          assertTrue(context.contains("!" + source + "\n"), source);
        }
      }
    }
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  private static List<String> instructions() throws IOException {
    return ProjectFiles.read("docker/Dockerfile").replace("\\\n", "").lines().toList();
  }
}
