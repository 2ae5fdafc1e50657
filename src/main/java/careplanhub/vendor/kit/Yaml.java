package careplanhub.vendor.kit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML writes them. */
final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ー・（）]*");
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private Yaml() {}

  /** A text, in quotes where it could be taken for something else. */
  static String text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
              } else if (character < ' ' || character == 0x7F || character == 0x85) {
                quoted.append(String.format("\\u%04X", character));
              } else {
                quoted.append((char) character);
              }
            });
    return quoted.append('"').toString();
  }

  /** A list on one line. */
  static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(Yaml::text).toList()) + "]";
  }

  /** A text that may stand behind a # sign. */
  static String comment(String text) {
    return text.replaceAll("[\\p{Cntrl}]", " ");
  }
}
