package careplanhub.channel.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as Windows gives them to files that were downloaded. */
final class DownloadNames {
  private static final Pattern COPY =
      Pattern.compile("(.+?)(?: ?\\([0-9]{1,3}\\)| - コピー(?: \\([0-9]{1,3}\\))?)(\\.[A-Za-z]{3,4})");

  private DownloadNames() {}

  /** The name without " (1)" or " - コピー", by which a second download is told from the first. */
  static String withoutCopyNumber(String name) {
    Matcher matcher = COPY.matcher(name);
    return matcher.matches() ? matcher.group(1) + matcher.group(2) : name;
  }
}
