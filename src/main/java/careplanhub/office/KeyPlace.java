package careplanhub.office;

import java.util.regex.Pattern;

/** How a setting names what stands in the keys folder. */
final class KeyPlace {
  static final String SECRET_ADVICE =
      "secret:名前 と書いてください。中身は keys/secrets/名前 か環境変数 CAREPLANHUB_SECRET_名前 に置きます。";

  static final String FILE_ADVICE = "keys フォルダにある証明書のファイルの名前を書いてください（フォルダは書けません）。";

  private static final Pattern SECRET = Pattern.compile("secret:[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FILE = Pattern.compile("([\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]{0,99})?");

  private KeyPlace() {}

  /** Whether a text is {@code secret:NAME}. */
  static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  /** Whether a text is empty or the name of a file. */
  static boolean isFile(String text) {
    return FILE.matcher(text).matches();
  }
}
