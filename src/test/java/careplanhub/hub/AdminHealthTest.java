package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A monitor learns within ten seconds (the limit of {@link Eventually}) that the hub needs help.
 */
class AdminHealthTest {
  @TempDir static Path folder;
  private static RunningAdmin admin;
  private final AdminClient client = admin.client();

  @BeforeAll
  static void start() throws Exception {
    admin = RunningAdmin.start(folder, "admin-health-test");
  }

  @AfterAll
  static void stop() {
    admin.close();
  }

  @Test
  void aBrokenRouteFileIsTold() throws Exception {
    Eventually.is(200, () -> client.get("health"));
    admin.replaceRoutes("- route:\n    id: counted\n    form: nowhere\n");
    HttpResponse<String> down = Eventually.is(503, () -> client.get("health"));
    assertTrue(down.body().contains("counted.yaml"), down.body());
    String metrics = client.get("metrics").body();
    assertTrue(metrics.contains("\ncareplanhub_health 0.0\n"), metrics);
    assertTrue(metrics.contains("\ncareplanhub_route_files_broken 1.0\n"), metrics);
    assertEquals(200, client.get("health/live").statusCode());
    admin.replaceRoutes(RunningAdmin.ROUTES);
    HttpResponse<String> up = Eventually.is(200, () -> client.get("health"));
    assertTrue(up.body().startsWith("{\"status\":\"UP\""), up.body());
  }

  @Test
  void evidenceThatCannotBeWrittenIsTold() throws Exception {
    admin.evidence().set(false);
    Eventually.is(503, () -> client.get("health/ready"));
    admin.evidence().set(true);
    Eventually.is(200, () -> client.get("health/ready"));
  }

  @Test
  void aStoppedRouteIsTold() throws Exception {
    var routes = admin.runtime().context().getRouteController();
    routes.stopRoute("onward");
    HttpResponse<String> down = Eventually.is(503, () -> client.get("health"));
    assertTrue(down.body().contains("onward"), down.body());
    routes.startRoute("onward");
    Eventually.is(200, () -> client.get("health"));
  }

  @Test
  void metricsTellTheProcessToo() throws Exception {
    assertTrue(client.get("metrics").body().contains("jvm_memory_used_bytes"));
  }
}
