package careplanhub.office;

import java.net.URI;
import java.time.Duration;

/**
 * Where the authority's newest revocation list is fetched from.
 *
 * @param url {@code https:}, {@code http:} (the list is signed) or {@code file:}; empty when a
 *     person imports the lists
 * @param interval between two downloads
 * @param retryDelay after a download that failed
 * @param maximumSize a larger list is not taken
 * @param authorities a file of the keys folder with the certificates of the authorities that the
 *     server's certificate may come from; empty for those that Java trusts
 * @param connectTimeout for a connection
 * @param answerTimeout for an answer
 * @param tellAfter a person is told when no download succeeded for so long, and so long before the
 *     list is over
 */
public record RevocationSettings(
    String url,
    Duration interval,
    Duration retryDelay,
    DataSize maximumSize,
    String authorities,
    Duration connectTimeout,
    Duration answerTimeout,
    Duration tellAfter) {
  public RevocationSettings {
    SettingLimits.check(
        "url",
        url.isEmpty() || isKnown(url),
        "https://、http:// か file:/// で始まる、? や # の無いアドレスを書いてください。");
    SettingLimits.positive("interval", interval);
    SettingLimits.positive("retryDelay", retryDelay);
    SettingLimits.check("authorities", KeyPlace.isFile(authorities), KeyPlace.FILE_ADVICE);
    SettingLimits.positive("maximumSize", maximumSize.bytes());
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
    SettingLimits.positive("tellAfter", tellAfter);
  }

  /** Whether lists are downloaded. */
  public boolean isUsed() {
    return !url.isEmpty();
  }

  private static boolean isKnown(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getQuery() != null || uri.getFragment() != null) {
        return false;
      }
      return switch (String.valueOf(uri.getScheme())) {
        case "https", "http" -> uri.getHost() != null && uri.getUserInfo() == null;
        case "file" -> uri.getPath() != null && uri.getHost() == null;
        default -> false;
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
