package careplanhub.office;

import java.net.URI;
import java.time.Duration;

/**
 * A service that gets every digest as JSON over HTTPS.
 *
 * @param url where it is posted; empty when there is no such service. Without secrets: a request
 *     proves by its signature where it comes from
 * @param secret where the key of the signature is: {@code secret:NAME}
 * @param authorities a file of the keys folder with the certificates of the authorities that the
 *     service's certificate may come from; empty for those that Java trusts
 * @param connectTimeout for a connection
 * @param answerTimeout for an answer
 */
public record AlarmWebhookSettings(
    String url,
    String secret,
    String authorities,
    Duration connectTimeout,
    Duration answerTimeout) {
  public AlarmWebhookSettings {
    SettingLimits.check(
        "url", url.isEmpty() || isPlain(url), "https:// で始まる、? や # の無いアドレスを書いてください。");
    SettingLimits.check("secret", KeyPlace.isSecret(secret), KeyPlace.SECRET_ADVICE);
    SettingLimits.check("authorities", KeyPlace.isFile(authorities), KeyPlace.FILE_ADVICE);
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
  }

  /** Whether there is such a service. */
  public boolean isUsed() {
    return !url.isEmpty();
  }

  private static boolean isPlain(String url) {
    try {
      URI uri = URI.create(url);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
