package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CamelRuntimeTest {
  private static final String SECRET = "利用者九九";

  @TempDir Path folder;

  /** Fails as Camel's own converters do: with the body in the exception's text. */
  public static final class Careless {
    public int count(int body) {
      return body;
    }

    public String refuse(String body) {
      if (body.isEmpty()) {
        return body;
      }
      throw new IllegalStateException(body);
    }
  }

  @Test
  void noMessageBodyOrExceptionTextReachesTheLog() throws Exception {
    Files.writeString(
        folder.resolve("fail.yaml"),
        """
        - route:
            id: converted
            from: { uri: "direct:converted", steps: [ { bean: { ref: careless, method: count } } ] }
        - route:
            id: refused
            from: { uri: "direct:refused", steps: [ { bean: { ref: careless, method: refuse } } ] }
        - route:
            id: queued
            from: { uri: "seda:queued", steps: [ { to: "direct:refused" } ] }
        """);
    ListAppender<ILoggingEvent> log = listen();
    try (var runtime = start(Map.of("careless", new Careless()));
        var template = runtime.context().createProducerTemplate()) {
      for (String endpoint : List.of("direct:converted", "direct:refused")) {
        assertThrows(
            CamelExecutionException.class, () -> template.requestBody(endpoint, (Object) SECRET));
      }
      var queued = new NotifyBuilder(runtime.context()).fromRoute("queued").whenFailed(1).create();
      template.sendBodyAndHeader("seda:queued", SECRET, "person", SECRET);
      assertTrue(queued.matches(10, TimeUnit.SECONDS));
    } finally {
      stopListening(log);
    }
    String told = text(log);
    assertFalse(told.contains(SECRET), told);
    assertTrue(told.contains("failed in route refused: java.lang.IllegalStateException"), told);
    assertTrue(told.contains("failed in route converted"), told);
  }

  @Test
  void noFileNameReachesTheLog() throws Exception {
    Path box = Files.createDirectory(folder.resolve("box"));
    Path blocked = Files.createDirectory(folder.resolve("blocked"));
    Files.writeString(folder.resolve("in-the-way"), "");
    Files.writeString(box.resolve(SECRET + ".csv"), "x");
    Files.writeString(blocked.resolve(SECRET + ".csv"), "x");
    Files.writeString(
        folder.resolve("files.yaml"),
        """
        - route:
            id: failing
            from:
              uri: "file:%s"
              steps: [ { bean: { ref: careless, method: refuse } } ]
        - route:
            id: unmovable
            from:
              uri: "file:%s?move=%s"
              steps: [ { setBody: { constant: done } } ]
        """
            .formatted(
                slashes(box), slashes(blocked), slashes(folder.resolve("in-the-way/x.csv"))));
    ListAppender<ILoggingEvent> log = listen();
    try (var runtime = start(Map.of("careless", new Careless()))) {
      Eventually.holds(() -> text(log).contains("failed in route failing"));
      Eventually.holds(() -> text(log).contains("/blocked failed: "));
      assertTrue(runtime.routeFiles().problems().isEmpty());
    } finally {
      stopListening(log);
    }
    assertFalse(text(log).contains(SECRET), text(log));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Test
  void twoRuntimesLiveInOneProcess() throws Exception {
    Files.writeString(
        folder.resolve("one.yaml"),
        "- route: { id: one, from: { uri: direct:one, steps: [ { log: x } ] } }");
    try (var first = start(Map.of());
        var second = start(Map.of());
        var template = first.context().createProducerTemplate()) {
      assertNotEquals(first.context().getManagementName(), second.context().getManagementName());
      template.sendBody("direct:one", "");
      assertEquals(1, completed(first));
      assertEquals(0, completed(second));
    }
  }

  private CamelRuntime start(Map<String, Object> beans) throws Exception {
    return CamelRuntime.start(
        folder, context -> beans, Map.of(), RuntimeSettings.defaults(), Clock.systemUTC());
  }

  private static double completed(CamelRuntime runtime) {
    return runtime
        .meters()
        .get("camel.exchanges.succeeded")
        .tag("routeId", "one")
        .counter()
        .count();
  }

  private static ListAppender<ILoggingEvent> listen() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    root().addAppender(log);
    return log;
  }

  private static void stopListening(ListAppender<ILoggingEvent> log) {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static String text(ListAppender<ILoggingEvent> log) {
    var text = new StringBuilder();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      text.append(event.getFormattedMessage()).append('\n');
      if (event.getThrowableProxy() != null) {
        text.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
      }
    }
    return text.toString();
  }
}
