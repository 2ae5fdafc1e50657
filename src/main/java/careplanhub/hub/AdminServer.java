package careplanhub.hub;

import careplanhub.office.AdminSettings;
import io.micrometer.core.instrument.Gauge;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an administrator and a monitor see of a hub, over HTTP on this machine alone unless the
 * settings say otherwise: {@code /hawtio} (with login, read-only), {@code /metrics} for Prometheus,
 * {@code /health} (also {@code /health/live} and {@code /health/ready}).
 *
 * <p>Whoever starts it closes it.
 */
final class AdminServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
  private static final int LONGEST_REQUEST = 1 << 16;

  private final Server server;
  private final URI address;
  private final RouteHealth health;

  private AdminServer(Server server, URI address, RouteHealth health) {
    this.server = server;
    this.address = address;
    this.health = health;
  }

  /**
   * What the server shows.
   *
   * @param hawtioWar where Hawtio's WAR lies
   * @param users who may log in to Hawtio: name → hash of the password
   * @param evidenceWritable asked for health; false makes it DOWN
   * @param troubles what else is asked for health, by its name: a Japanese sentence makes it DOWN,
   *     "" says that all is well
   * @param warnings the same for what makes it DEGRADED
   */
  record Shown(
      CamelRuntime runtime,
      Path hawtioWar,
      Map<String, String> users,
      BooleanSupplier evidenceWritable,
      Map<String, Supplier<String>> troubles,
      Map<String, Supplier<String>> warnings) {}

  /**
   * Starts and waits until it answers.
   *
   * @throws Exception when the port is taken or Hawtio's WAR is missing
   */
  static AdminServer start(AdminSettings settings, Shown shown, Clock clock) throws Exception {
    var threads = new QueuedThreadPool(settings.maximumThreads());
    threads.setName("admin");
    threads.setDaemon(true);
    var server = new Server(threads);
    server.setErrorHandler(quiet(new ErrorHandler()));
    var connector = connector(server, settings);
    server.addConnector(connector);
    var health =
        new RouteHealth(
            shown.runtime(),
            shown.evidenceWritable(),
            shown.troubles(),
            shown.warnings(),
            settings.healthInterval(),
            clock);
    measure(shown.runtime(), health);
    server.setHandler(
        new RequestGuard(hosts(settings.bindAddress()), limited(pages(settings, shown, health))));
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return new AdminServer(
        server,
        new URI("http", null, settings.bindAddress(), connector.getLocalPort(), "/", null, null),
        health);
  }

  /** Where it answers, as {@code http://127.0.0.1:8090/}. */
  URI address() {
    return address;
  }

  /** What it tells of the hub. */
  RouteHealth health() {
    return health;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The admin server did not stop cleanly", e);
    }
  }

  private static Handler pages(AdminSettings settings, Shown shown, RouteHealth health)
      throws Exception {
    var pages = new PathMappingsHandler();
    pages.addMapping(PathSpec.from("/health"), AdminPages.health(health::ready));
    pages.addMapping(PathSpec.from("/health/ready"), AdminPages.health(health::ready));
    pages.addMapping(PathSpec.from("/health/live"), AdminPages.health(health::live));
    pages.addMapping(PathSpec.from("/metrics"), AdminPages.metrics(shown.runtime().meters()));
    pages.addMapping(
        PathSpec.from(HawtioApplication.PATH + "/hawtconfig.json"), AdminPages.json(branding()));
    // Hawtio's page asks for these two; neither is served.
    pages.addMapping(
        PathSpec.from(HawtioApplication.PATH + "/proxy/enabled"), AdminPages.json("false"));
    pages.addMapping(
        PathSpec.from(HawtioApplication.PATH + "/keycloak/enabled"), AdminPages.json("false"));
    pages.addMapping(
        PathSpec.from(HawtioApplication.PATH + "/*"),
        HawtioApplication.create(
            shown.hawtioWar(), new ConsoleUsers(shown.users()), settings.sessionTimeout()));
    return pages;
  }

  private static void measure(CamelRuntime runtime, RouteHealth health) {
    Gauge.builder("careplanhub.health", health, each -> each.ready().isUp() ? 1 : 0)
        .description("1 when the hub takes and delivers files, 0 when it needs help")
        .strongReference(true)
        .register(runtime.meters());
    Gauge.builder(
            "careplanhub.health.degraded",
            health,
            each -> each.ready().level() == RouteHealth.Level.DEGRADED ? 1 : 0)
        .description("1 when the hub works and a person has something to mend")
        .strongReference(true)
        .register(runtime.meters());
    Gauge.builder(
            "careplanhub.route.files.broken", runtime.routeFiles(), each -> each.problems().size())
        .description("Route files that cannot run as they stand")
        .register(runtime.meters());
  }

  /** Error pages that name the error and nothing of the program. */
  static <T extends ErrorHandler> T quiet(T errors) {
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    errors.setShowMessageInTitle(false);
    return errors;
  }

  private static Handler limited(Handler pages) {
    var limit = new SizeLimitHandler(LONGEST_REQUEST, -1);
    limit.setHandler(pages);
    return limit;
  }

  private static ServerConnector connector(Server server, AdminSettings settings) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(16 * 1024);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.bindAddress());
    connector.setPort(settings.port());
    return connector;
  }

  private static Set<String> hosts(String bindAddress) throws Exception {
    return InetAddress.getByName(bindAddress).isLoopbackAddress()
        ? Set.of("127.0.0.1", "localhost", "[::1]")
        : Set.of("127.0.0.1", "localhost", "[::1]", bindAddress);
  }

  private static String branding() throws Exception {
    try (var in =
        Objects.requireNonNull(AdminServer.class.getResourceAsStream("hawtconfig.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
