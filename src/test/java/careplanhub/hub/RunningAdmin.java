package careplanhub.hub;

import careplanhub.office.AdminSettings;
import careplanhub.security.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two routes that count, and an admin server before them, with the user "admin". */
record RunningAdmin(Path folder, CamelRuntime runtime, AdminServer server, AtomicBoolean evidence)
    implements AutoCloseable {
  static final String PASSWORD = "only for this test";
  static final String ROUTES =
      """
      - route:
          id: counted
          from: { uri: "direct:counted", steps: [ { to: "seda:onward" } ] }
      - route:
          id: onward
          from: { uri: "seda:onward", steps: [ { setBody: { constant: done } } ] }
      """;

  static RunningAdmin start(Path folder, String name) throws Exception {
    Files.writeString(folder.resolve("counted.yaml"), ROUTES);
    var evidence = new AtomicBoolean(true);
    var runtime =
        CamelRuntime.start(
            folder,
            context -> Map.of(),
            Map.of(),
            RuntimeSettings.defaults().named(name),
            Clock.systemUTC());
    try {
      var server =
          AdminServer.start(
              settings(Duration.ofMinutes(5)), shown(runtime, evidence), Clock.systemUTC());
      return new RunningAdmin(folder, runtime, server, evidence);
    } catch (Exception e) {
      runtime.close();
      throw e;
    }
  }

  private static AdminSettings settings(Duration session) {
    return new AdminSettings("127.0.0.1", 0, session, Duration.ofMillis(200), 20);
  }

  private static AdminServer.Shown shown(CamelRuntime runtime, AtomicBoolean evidence) {
    return new AdminServer.Shown(
        runtime,
        Path.of("target/hawtio/hawtio.war"),
        Map.of("admin", Passwords.hash(PASSWORD.toCharArray())),
        evidence::get,
        Map.of(),
        Map.of());
  }

  /** Another server over the same routes, with the only user "other". */
  AdminServer second(String password, Duration session) throws Exception {
    var shown =
        new AdminServer.Shown(
            runtime,
            Path.of("target/hawtio/hawtio.war"),
            Map.of("other", Passwords.hash(password.toCharArray())),
            () -> true,
            Map.of(),
            Map.of());
    return AdminServer.start(settings(session), shown, Clock.systemUTC());
  }

  void replaceRoutes(String content) throws IOException {
    Files.writeString(folder.resolve("counted.yaml"), content);
  }

  AdminClient client() {
    return new AdminClient(server.address());
  }

  AdminClient loggedIn() throws IOException, InterruptedException {
    AdminClient client = client();
    client.login("admin", PASSWORD);
    return client;
  }

  @Override
  public void close() {
    server.close();
    runtime.close();
  }
}
