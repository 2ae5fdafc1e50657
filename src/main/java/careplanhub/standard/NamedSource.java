package careplanhub.standard;

/**
 * A file to check.
 *
 * @param name its name as the caller gives it, with or without folders; reports show it unchanged
 * @param bytes its content
 */
public record NamedSource(String name, ByteSource bytes) {
  /** The name without folders, whichever system's. */
  String fileName() {
    return name.substring(endOfFolder());
  }

  /** The folders that the caller gave, empty when there were none. */
  String folder() {
    return name.substring(0, endOfFolder());
  }

  private int endOfFolder() {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
  }
}
