package careplanhub.hub;

import careplanhub.security.Passwords;
import careplanhub.security.RandomSecret;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may log in to Hawtio: {@code keys/administrators}, one line each, a name, a space and the
 * Argon2id hash of the password. There is no default password; without the file nobody gets in.
 */
public final class Administrators {
  private static final String FILE = "administrators";

  private Administrators() {}

  static Map<String, String> read(Path keys) throws IOException {
    Path file = keys.resolve(FILE);
    Map<String, String> hashes = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          hashes.put(line.substring(0, space), line.substring(space + 1).strip());
        }
      }
    }
    return hashes;
  }

  /**
   * Gives an administrator a new random password; it holds from the hub's next start.
   *
   * @param name without spaces
   * @return the password, which stands nowhere else
   */
  public static char[] renew(Path keys, String name, DurableFiles files) throws IOException {
    if (name.isBlank() || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("An administrator's name has no spaces.");
    }
    char[] password = RandomSecret.password();
    Map<String, String> hashes = read(keys);
    hashes.put(name, Passwords.hash(password));
    String text =
        hashes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    files.replaceSecret(keys.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
    return password;
  }
}
