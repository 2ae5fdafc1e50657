package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is logged in to Hawtio sees the routes and can change nothing and read no message. */
class JolokiaPolicyTest {
  private static final String CONTEXT = "jolokia-policy-test";
  private static final String CAMEL = "org.apache.camel:context=" + CONTEXT + ",";

  /** What the Camel plugin draws routes and counts with; none changes anything. */
  private static final Set<String> HARMLESS =
      Set.of(
          "dumpRoutesAsXml()",
          "dumpRoutesStatsAsXml(boolean,boolean)",
          "dumpRouteAsXml()",
          "dumpRouteStatsAsXml(boolean,boolean)",
          "isUpdateRouteEnabled()");

  @TempDir static Path folder;
  private static RunningAdmin admin;
  private static AdminClient client;

  @BeforeAll
  static void start() throws Exception {
    admin = RunningAdmin.start(folder, CONTEXT);
    client = admin.loggedIn();
  }

  @AfterAll
  static void stop() {
    admin.close();
  }

  @Test
  void theCountsOfRoutesAreTheTrueOnes() throws Exception {
    int sent = 7;
    var context = admin.runtime().context();
    var done = new NotifyBuilder(context).fromRoute("counted").whenDone(sent).create();
    try (var template = context.createProducerTemplate()) {
      for (int i = 0; i < sent; i++) {
        template.sendBody("direct:counted", i);
      }
    }
    assertTrue(done.matches(10, TimeUnit.SECONDS));
    JsonNode answer =
        client.jolokia(
            Map.of(
                "type", "read",
                "mbean", "org.apache.camel:type=routes,*",
                "attribute", "ExchangesCompleted"));
    JsonNode route = answer.path("value").path(CAMEL + "name=\"counted\",type=routes");
    assertEquals(sent, route.path("ExchangesCompleted").asInt(), answer.toString());
    String metrics = client.get("metrics").body();
    assertTrue(metrics.lines().anyMatch(line -> isCount(line, "counted", sent)), metrics);
  }

  private static boolean isCount(String line, String route, double count) {
    return line.startsWith("camel_exchanges_succeeded_total{")
        && line.contains("routeId=\"" + route + "\"")
        && line.endsWith(" " + count);
  }

  /** Hawtio finds out by this whether it may talk to the process at all. */
  @Test
  void theAgentTellsItsVersion() throws Exception {
    JsonNode answer = client.jolokia(Map.of("type", "version"));
    assertFalse(answer.path("value").path("agent").asText().isEmpty(), answer.toString());
  }

  /** Whatever operation Camel, the JVM or Hawtio offers now or will: only the listed ones go. */
  @Test
  void noOperationButTheListedOnesIsAllowed() throws Exception {
    var beans = ManagementFactory.getPlatformMBeanServer();
    var allowed = new TreeSet<String>();
    for (ObjectName name : beans.queryNames(new ObjectName("*:*"), null)) {
      for (var operation : beans.getMBeanInfo(name).getOperations()) {
        String called = Signature.of(operation);
        JsonNode answer =
            client.jolokia(
                Map.of("type", "exec", "mbean", name.getCanonicalName(), "operation", called));
        if (answer.path("status").asInt() != 403) {
          allowed.add(name.getKeyProperty("type") + " " + called);
        }
      }
    }
    assertTrue(allowed.contains("routes dumpRouteAsXml()"), allowed.toString());
    allowed.removeIf(call -> HARMLESS.contains(call.replaceFirst("^(routes|context) ", "")));
    assertEquals(Set.of(), allowed);
  }

  @Test
  void noAttributeCanBeWritten() throws Exception {
    var beans = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : beans.queryNames(new ObjectName("*:*"), null)) {
      for (var attribute : beans.getMBeanInfo(name).getAttributes()) {
        if (attribute.isWritable()) {
          JsonNode answer =
              client.jolokia(
                  Map.of(
                      "type",
                      "write",
                      "mbean",
                      name.getCanonicalName(),
                      "attribute",
                      attribute.getName(),
                      "value",
                      ""));
          assertRefused(answer);
        }
      }
    }
    assertFalse(admin.runtime().context().isTracing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=routes,name=\"counted\"|stop()",
        "type=routes,name=\"counted\"|stop",
        "type=routes,name=\"counted\"|dumpRouteAsXml(boolean)",
        "type=context,name=\"jolokia-policy-test\"|sendBody(java.lang.String,java.lang.Object)",
        "type=endpoints,name=\"seda://onward\"|browseAllMessagesAsXml(java.lang.Boolean)",
        "type=endpoints,name=\"seda://onward\"|browseMessageBody",
        "type=tracer,name=BacklogTracer|dumpAllTracedMessagesAsXml()",
        "type=tracer,name=BacklogDebugger|enableDebugger()",
      })
  void whatCouldStopARouteOrShowAMessageIsRefused(String name, String operation) throws Exception {
    assertRefused(
        client.jolokia(Map.of("type", "exec", "mbean", CAMEL + name, "operation", operation)));
    assertTrue(
        admin.runtime().context().getRouteController().getRouteStatus("counted").isStarted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang:type=Runtime|SystemProperties",
        "java.lang:type=Runtime|InputArguments",
        "java.lang:type=Runtime|ClassPath",
        "org.apache.camel:context=jolokia-policy-test,type=tracer,name=BacklogTracer|TraceCounter",
      })
  void attributesThatMayHoldSecretsAreRefused(String name, String attribute) throws Exception {
    assertRefused(client.jolokia(Map.of("type", "read", "mbean", name, "attribute", attribute)));
  }

  @Test
  void otherMachinesCannotBeReachedThroughTheConsole() throws Exception {
    JsonNode answer =
        client.jolokia(
            Map.of(
                "type", "read",
                "mbean", "java.lang:type=Memory",
                "target", Map.of("url", "service:jmx:rmi:///jndi/rmi://127.0.0.1:1/jmxrmi")));
    assertFalse(answer.path("error").asText().contains("rmi"), answer.toString());
    assertFalse(answer.path("error_type").asText().contains("Connect"), answer.toString());
    assertEquals(404, client.get("hawtio/proxy/http/127.0.0.1/1/").statusCode());
  }

  private static void assertRefused(JsonNode answer) {
    assertEquals(403, answer.path("status").asInt(), answer.toString());
    assertNull(answer.get("value"), answer.toString());
  }
}
