package careplanhub.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys and passwords of vendor routes, which name them {@code secret:NAME}: from the environment
 * variable {@code CAREPLANHUB_SECRET_NAME} (letters in upper case, "-" as "_"), else from the file
 * {@code keys/secrets/NAME}. A route holds the name only, so no secret stands in an address. Safe
 * for every thread.
 */
final class RouteSecrets {
  static final String PREFIX = "secret:";
  private static final String VARIABLE = "CAREPLANHUB_SECRET_";
  private static final Pattern REFERENCE =
      Pattern.compile(PREFIX + "([a-z0-9][a-z0-9-]{0,39})(?:@[0-9a-z]*)?");
  private static final int MOST_BYTES = 64 * 1024;

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder {@code keys/secrets}
   * @param environment usually {@code System.getenv()}
   */
  RouteSecrets(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** What Camel's registry asks: the bytes of a key. */
  Optional<Object> lookup(String name, Class<?> type) {
    return isReference(name) && type.isAssignableFrom(byte[].class)
        ? bytes(name).map(Object.class::cast)
        : Optional.empty();
  }

  /** Whether a text names a secret. */
  static boolean isReference(String text) {
    return text.startsWith(PREFIX);
  }

  /** The bytes of a secret; empty when the name is no name or there is none. */
  Optional<byte[]> bytes(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    String variable = environment.get(VARIABLE + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (variable != null) {
      return Optional.of(variable.getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The same reference with the time of the secret's file behind "@": a secret that was replaced
   * has another name, so that Camel makes another endpoint of it.
   */
  String stamped(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      return reference;
    }
    try {
      long time = Files.getLastModifiedTime(folder.resolve(matcher.group(1))).toMillis();
      return PREFIX + matcher.group(1) + "@" + Long.toString(time, Character.MAX_RADIX);
    } catch (IOException e) {
      return reference;
    }
  }
}
