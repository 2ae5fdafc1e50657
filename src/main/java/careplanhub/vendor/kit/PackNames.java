package careplanhub.vendor.kit;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a pack's files may have: below the adapter's folder on every system, no two of which
 * are one file on a system that does not tell cases, and of kinds that are data.
 */
final class PackNames {
  private static final int LONGEST = 200;
  private static final Pattern PART = Pattern.compile("[^\\p{Cntrl}<>:\"/\\\\|?*]+");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
  private static final Set<String> DATA = Set.of("yaml", "yml", "csv", "tsv", "txt", "md", "xlsx");

  private final Map<String, String> known = new HashMap<>();

  /**
   * Takes one more name.
   *
   * @param name below the adapter's folder, with {@code /} between folders
   * @throws KitException when files of this name are not written
   */
  void take(String name) throws KitException {
    if (!isSafe(name)) {
      throw refusal("フォルダの外を指すか、どの機械でも使える名前ではないファイルがあります");
    }
    if (!isData(name)) {
      throw refusal(
          "設定、表、シナリオのほかのファイル（プログラムなど）があります。使えるのは "
              + String.join("、", DATA.stream().sorted().toList())
              + " です");
    }
    String key = key(name);
    if (known.putIfAbsent(key, name) != null) {
      throw refusal("同じ名前のファイルが 2 つあります（大文字と小文字だけの違いも同じとみなします）");
    }
    for (String folder = key; folder.contains("/"); ) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
      if (known.getOrDefault(folder, "").length() > 0) {
        throw refusal("ファイルとフォルダの名前が同じものがあります");
      }
      known.putIfAbsent(folder, "");
    }
  }

  private static KitException refusal(String what) {
    return new KitException(what + "。作った人に、作り直しを頼んでください。");
  }

  /** One for names that are one file somewhere. */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT);
  }

  /** Whether the name means a file below the folder, on Windows too. */
  static boolean isSafe(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      boolean right =
          PART.matcher(part).matches()
              && !part.startsWith(".")
              && !part.startsWith(" ")
              && !part.endsWith(".")
              && !part.endsWith(" ")
              && part.indexOf('~') < 0
              && !RESERVED.matcher(part).matches();
      if (!right) {
        return false;
      }
    }
    return true;
  }

  /** Whether files of this name are data by their ending. */
  static boolean isData(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/')
        && DATA.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
