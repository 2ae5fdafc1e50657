package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An integrator edits route files while the hub runs; nothing that worked may stop by a mistake.
 */
class RouteFilesTest {
  private static final String ANSWER =
      """
      - route:
          id: answer
          from:
            uri: direct:answer
            steps:
              - bean: { ref: words, method: first }
              - bean: { ref: words, method: second }
      """;

  @TempDir Path folder;
  private CamelRuntime runtime;

  /** Bound as a bean; each step leaves its mark. */
  public static final class Words {
    public String first(String body) {
      return body + " first";
    }

    public String second(String body) {
      return body + " second";
    }
  }

  @BeforeEach
  void start() throws Exception {
    write("answer.yaml", ANSWER);
    runtime =
        CamelRuntime.start(
            folder,
            context -> Map.of("words", new Words()),
            Map.of("greeting", "hello"),
            RuntimeSettings.defaults().scannedEvery(Duration.ofMillis(50)),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void aStepTakenOutChangesTheFlow() throws Exception {
    assertEquals("a first second", ask("answer", "a"));
    write("answer.yaml", ANSWER.lines().limit(6).reduce("", (all, line) -> all + line + "\n"));
    Eventually.holds(() -> "a first".equals(ask("answer", "a")));
  }

  @Test
  void aBrokenFileIsNamedAndItsLastVersionGoesOn() throws Exception {
    write("answer.yaml", ANSWER.replace("steps:", "stepps:"));
    Eventually.holds(() -> runtime.routeFiles().problems().containsKey("answer.yaml"));
    assertEquals("a first second", ask("answer", "a"));
    write("answer.yaml", ANSWER);
    Eventually.holds(() -> runtime.routeFiles().problems().isEmpty());
    assertEquals("a first second", ask("answer", "a"));
  }

  @Test
  void aFileThatNeedsWhatThereIsNotKeepsItsLastVersion() throws Exception {
    for (String mistake :
        new String[] {
          ANSWER.replace("ref: words", "ref: wordz"),
          ANSWER.replace("direct:answer", "dirrect:answer"),
          ANSWER.replace("method: second", "method: third"),
          ANSWER.replace("direct:answer", "direct:{{unknown}}"),
          ANSWER.replace("id: answer", "description: no id"),
          ANSWER + ANSWER,
          "",
          "routes: none",
        }) {
      write("answer.yaml", mistake);
      Eventually.holds(mistake, () -> runtime.routeFiles().problems().containsKey("answer.yaml"));
      assertEquals("a first second", ask("answer", "a"), mistake);
      write("answer.yaml", ANSWER);
      Eventually.holds(mistake, () -> runtime.routeFiles().problems().isEmpty());
    }
  }

  @Test
  void aBrokenFileStaysNamedWhenAnotherLoads() throws Exception {
    write("broken.yaml", "- rout:");
    Eventually.holds(() -> runtime.routeFiles().problems().containsKey("broken.yaml"));
    write("other.yaml", ANSWER.replace("answer", "other"));
    Eventually.holds(() -> runtime.context().getRoute("other") != null);
    assertTrue(runtime.routeFiles().problems().containsKey("broken.yaml"));
  }

  @Test
  void aRemovedFileStopsItsRoutes() throws Exception {
    write("other.yaml", ANSWER.replace("answer", "other"));
    Eventually.holds(() -> runtime.context().getRoute("other") != null);
    Files.delete(folder.resolve("other.yaml"));
    Eventually.holds(() -> runtime.context().getRoute("other") == null);
    assertNotNull(runtime.context().getRoute("answer"));
  }

  @Test
  void aRouteIdOfAnotherFileIsRefused() throws Exception {
    write("copy.yaml", ANSWER.replace("direct:answer", "direct:copy"));
    Eventually.holds(() -> runtime.routeFiles().problems().containsKey("copy.yaml"));
    assertEquals("a first second", ask("answer", "a"));
  }

  @Test
  void aChangedTemplateChangesTheRoutesMadeFromIt() throws Exception {
    String template =
        """
        - routeTemplate:
            id: greeter
            parameters:
              - name: who
            from:
              uri: direct:{{who}}
              steps:
                - setBody: { simple: "{{greeting}} {{who}}" }
        """;
    write(
        "a-use.yaml",
        "- templatedRoute: { routeTemplateRef: greeter, routeId: greet, parameters: [{ name: who, value: office }] }\n");
    Eventually.holds(() -> runtime.routeFiles().problems().containsKey("a-use.yaml"));
    write("z-template.yaml", template);
    Eventually.holds(() -> runtime.routeFiles().problems().isEmpty());
    assertEquals("hello office", ask("office", ""));
    write("z-template.yaml", template.replace("{{greeting}} ", "dear "));
    Eventually.holds(() -> "dear office".equals(ask("office", "")));
    Files.delete(folder.resolve("a-use.yaml"));
    Eventually.holds(() -> runtime.context().getRoute("greet") == null);
  }

  @Test
  void hiddenAndOtherFilesAreNotRoutes() throws Exception {
    write(".hidden.yaml", ANSWER.replace("answer", "hidden"));
    write("notes.yaml.bak", "no route");
    write("other.yaml", ANSWER.replace("answer", "other"));
    Eventually.holds(() -> runtime.context().getRoute("other") != null);
    assertNull(runtime.context().getRoute("hidden"));
    assertTrue(runtime.routeFiles().problems().isEmpty());
  }

  @Test
  void aTooLongFileIsNamedAndNotLoaded() throws Exception {
    write("long.yaml", "#".repeat(RuntimeSettings.defaults().maximumRouteFileBytes() + 1));
    Eventually.holds(() -> runtime.routeFiles().problems().containsKey("long.yaml"));
  }

  @Test
  void aVanishedFolderIsToldAndStopsNothing() throws Exception {
    Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
    Files.move(folder, aside);
    Eventually.holds(() -> !runtime.routeFiles().problems().isEmpty());
    assertEquals(
        ServiceStatus.Started, runtime.context().getRouteController().getRouteStatus("answer"));
    Files.move(aside, folder);
    Eventually.holds(() -> runtime.routeFiles().problems().isEmpty());
  }

  private String ask(String endpoint, String body) {
    try (var template = runtime.context().createProducerTemplate()) {
      return template.requestBody("direct:" + endpoint, body, String.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
