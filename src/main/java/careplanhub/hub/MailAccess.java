package careplanhub.hub;

import careplanhub.security.Certificates;
import careplanhub.security.Tls;
import careplanhub.security.Trust;
import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.support.jsse.SSLContextClientParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * How vendor routes get into a mailbox, and digests of alarms out of the hub. A route names {@code
 * #mail-authorities:FILE} (or {@code #authorities:FILE}; without a file, those that Java trusts)
 * and {@code #mail-login:secret:NAME:USER}; certificates and the password are read at each login,
 * so that they change without a restart and stand in no address. Safe for every thread.
 */
final class MailAccess {
  private static final Pattern AUTHORITIES = Pattern.compile("(?:mail-)?authorities:(.*)");
  private static final Pattern LOGIN = Pattern.compile("mail-login:(secret:[^:]*):(.*)");

  /** A resumed session shows no certificate, so none outlives a look into the mailbox. */
  private static final String SESSION_SECONDS = "1";

  private final RouteSecrets secrets;
  private final Path keys;

  /**
   * @param keys the folder that names of certificate files start from
   */
  MailAccess(RouteSecrets secrets, Path keys) {
    this.secrets = secrets;
    this.keys = keys;
  }

  /** What Camel's registry asks. */
  Optional<Object> lookup(String name, Class<?> type) {
    Matcher authorities = AUTHORITIES.matcher(name);
    if (authorities.matches() && type.isAssignableFrom(SSLContextParameters.class)) {
      return Optional.of(trustIn(authorities.group(1)));
    }
    Matcher login = LOGIN.matcher(name);
    return login.matches() && type.isAssignableFrom(MailAuthenticator.class)
        ? Optional.of(new Login(secrets, login.group(1), login.group(2)))
        : Optional.empty();
  }

  private SSLContextParameters trustIn(String file) {
    SSLContextParameters parameters = new SSLContextParameters();
    if (!file.isEmpty()) {
      TrustManagersParameters judge = new TrustManagersParameters();
      judge.setTrustManager(Tls.serverJudge(() -> authoritiesOf(keys.resolve(file))));
      parameters.setTrustManagers(judge);
    }
    SSLContextClientParameters client = new SSLContextClientParameters();
    client.setSessionTimeout(SESSION_SECONDS);
    parameters.setClientParameters(client);
    return parameters;
  }

  private static Trust authoritiesOf(Path file) {
    try {
      List<X509Certificate> authorities = Certificates.read(file);
      if (!authorities.isEmpty()) {
        return new Trust(authorities, List.of());
      }
      throw new CertificateException("there is no certificate in the file");
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException("the authorities' certificates cannot be read", e);
    }
  }

  /** A user whose password is asked for at each login. */
  private static final class Login extends MailAuthenticator {
    private final RouteSecrets secrets;
    private final String password;
    private final String user;

    Login(RouteSecrets secrets, String password, String user) {
      this.secrets = secrets;
      this.password = password;
      this.user = user;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
      byte[] bytes = secrets.bytes(password).orElse(new byte[0]);
      return new PasswordAuthentication(
          user, new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    }
  }
}
