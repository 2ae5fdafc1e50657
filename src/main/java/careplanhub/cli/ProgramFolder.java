package careplanhub.cli;

import java.nio.file.Path;

/** Where the program lies; the launcher tells it by the system property careplanhub.home. */
final class ProgramFolder {
  private ProgramFolder() {}

  /** The folder with the program's own config/ and routes/. */
  static Path path() {
    return Path.of(System.getProperty("careplanhub.home", ".")).toAbsolutePath().normalize();
  }

  /** The folder config/ beside the program. */
  static Path config() {
    return path().resolve("config");
  }
}
