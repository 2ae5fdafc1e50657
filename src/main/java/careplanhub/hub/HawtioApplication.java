package careplanhub.hub;

import jakarta.servlet.SessionTrackingMode;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import javax.security.auth.login.Configuration;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.webapp.WebAppConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.ee10.webapp.WebInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebXmlConfiguration;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Hawtio's WAR as a web application of ours: with our own list of its filters and servlets ({@code
 * hawtio-web.xml} says what was left out and why), our login, and the Jolokia policy ({@code
 * jolokia-policy.xml}) that makes it read-only.
 *
 * <p>Hawtio reads its own settings from system properties alone, which a whole process shares. None
 * is set here: its defaults ask for a login, and the rest is given to each application by itself,
 * so several may live in one process.
 */
final class HawtioApplication {
  static final String PATH = "/hawtio";

  private HawtioApplication() {}

  /**
   * @param war Hawtio's WAR
   * @param sessionTimeout how long a login lasts without a request
   * @throws IOException when there is no WAR
   */
  static WebAppContext create(Path war, ConsoleUsers users, Duration sessionTimeout)
      throws IOException {
    if (!Files.isRegularFile(war)) {
      throw new NoSuchFileException(war.toString());
    }
    var application = new WebAppContext();
    application.setContextPath(PATH);
    application.setWar(war.toUri().toString());
    application.setDescriptor(resource("hawtio-web.xml").toString());
    application.setConfigurations(
        new org.eclipse.jetty.ee10.webapp.Configuration[] {
          new WebInfConfiguration(), new WebXmlConfiguration(), new WebAppConfiguration()
        });
    application.setThrowUnavailableOnStartupException(true);
    application.setLogUrlOnStart(false);
    application.setErrorHandler(AdminServer.quiet(new ErrorPageErrorHandler()));
    // One log for everything: Hawtio's own copies of the logging interface stay unused.
    application.getProtectedClassMatcher().add("org.slf4j.");
    application.setInitParameter("org.eclipse.jetty.servlet.Default.dirAllowed", "false");
    application.setInitParameter("policyLocation", resource("jolokia-policy.xml").toString());
    int seconds = Math.toIntExact(sessionTimeout.toSeconds());
    application.setAttribute(ConsoleSessions.LIMIT, seconds);
    protectSessions(application, seconds);
    application.addEventListener(loginBy(HawtioLogin.configuration(users)));
    return application;
  }

  private static void protectSessions(WebAppContext application, int seconds) {
    var sessions = application.getSessionHandler();
    sessions.setMaxInactiveInterval(seconds);
    sessions.setHttpOnly(true);
    sessions.setSameSite(HttpCookie.SameSite.STRICT);
    sessions.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
    // Cookies know no port: two hubs on one machine must not overwrite each other's.
    byte[] own = new byte[4];
    ThreadLocalRandom.current().nextBytes(own);
    sessions.setSessionCookie("careplanhub-" + HexFormat.of().formatHex(own));
  }

  /** Runs when the application is ready and before the server's port is open. */
  private static LifeCycle.Listener loginBy(Configuration login) {
    return new LifeCycle.Listener() {
      @Override
      public void lifeCycleStarted(LifeCycle event) {
        Object settings =
            ((WebAppContext) event).getServletContext().getAttribute("authenticationConfig");
        try {
          Class<?> type = Objects.requireNonNull(settings).getClass();
          if (!Boolean.TRUE.equals(type.getMethod("isEnabled").invoke(settings))) {
            throw new IllegalStateException("a system property switches Hawtio's login off");
          }
          type.getMethod("setConfiguration", Configuration.class).invoke(settings, login);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("this Hawtio cannot be given a login", e);
        }
      }
    };
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(HawtioApplication.class.getResource(name), name);
  }
}
