package careplanhub.office;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data, written like 300B, 64KB, 100MB or 2GB (1 KB = 1024 bytes).
 *
 * @param bytes never negative
 */
public record DataSize(long bytes) {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9}) ?(B|KB|MB|GB)");

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("An amount of data is not negative.");
    }
  }

  /** The amount that the text says; empty when it is not written like one. */
  public static Optional<DataSize> parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int shift =
        switch (matcher.group(2)) {
          case "KB" -> 10;
          case "MB" -> 20;
          case "GB" -> 30;
          default -> 0;
        };
    return Optional.of(new DataSize(Long.parseLong(matcher.group(1)) << shift));
  }
}
