package careplanhub.office;

import org.jspecify.annotations.Nullable;

/**
 * A file in {@code config/} that cannot be used as it is. The message is Japanese, for the person
 * who wrote the file: file, line, field, what is wrong and what would be right.
 */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final @Nullable Integer line;
  private final @Nullable String field;

  /**
   * An error with its place.
   *
   * @param file the file as the person knows it
   * @param line the line, from 1; null when it is about the whole file
   * @param field the place in the file, such as offices[0].number; null likewise
   * @param message Japanese, without the place
   */
  public ConfigurationException(
      String file, @Nullable Integer line, @Nullable String field, String message) {
    super(
        file
            + (line == null ? "" : " " + line + "行目")
            + (field == null || field.isEmpty() ? "" : "「" + field + "」")
            + ": "
            + message);
    this.file = file;
    this.line = line;
    this.field = field;
  }

  public String file() {
    return file;
  }

  public @Nullable Integer line() {
    return line;
  }

  public @Nullable String field() {
    return field;
  }
}
