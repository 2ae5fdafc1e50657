package careplanhub.hub;

import careplanhub.hub.alarm.TrialDesk;
import careplanhub.office.AlarmSettings;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sends a trial to those who get alarms, by the routes of a hub that need not run. */
public final class AlarmTrial {
  private static final List<String> ROUTES =
      List.of("alarms.yaml", "alarm-mail.yaml", "alarm-webhook.yaml");
  private static final Duration START = Duration.ofSeconds(30);

  private AlarmTrial() {}

  /**
   * Sends and waits for the answers.
   *
   * @param everybody whether the offices' people get one too
   * @return what became of each; empty when nobody is to be told
   * @throws ConfigurationException when a setting is wrong
   * @throws IOException when the hub's folder lacks one of the routes
   * @throws Exception when Camel cannot start
   */
  public static List<TrialDesk.Outcome> run(Path directory, boolean everybody, Clock clock)
      throws Exception {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    HubSettings settings = HubSettings.read(folder.settings());
    Directory offices = Directory.read(folder.corporation());
    TrialDesk desk = new TrialDesk(settings.alarms(), offices, everybody, clock);
    if (desk.size() == 0) {
      return List.of();
    }
    RouteSecrets secrets = new RouteSecrets(folder.keys().resolve("secrets"), System.getenv());
    MailAccess mail = new MailAccess(secrets, folder.keys());
    Map<String, Object> beans =
        new HashMap<>(AlarmStage.carriers(settings.alarms(), offices, secrets, clock));
    beans.put("alarms", desk);
    Path routes = Files.createTempDirectory("alarm-trial");
    try {
      copyRoutes(folder.routes(), routes);
      CamelRuntime running =
          CamelRuntime.start(
              routes,
              context -> beans,
              mail::lookup,
              AlarmStage.properties(settings.alarms()),
              RuntimeSettings.defaults().named("alarm-trial"),
              clock);
      try {
        return desk.await(longest(settings.alarms(), desk.size()));
      } finally {
        running.close();
      }
    } finally {
      remove(routes);
    }
  }

  private static void copyRoutes(Path from, Path to) throws IOException {
    for (String name : ROUTES) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  /** A mail has a handful of answers, each with its time. */
  private static Duration longest(AlarmSettings settings, int trials) {
    Duration mail = settings.mail().connectTimeout().plus(settings.mail().answerTimeout());
    Duration webhook = settings.webhook().connectTimeout().plus(settings.webhook().answerTimeout());
    return START.plus(mail.plus(webhook).multipliedBy(trials));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
