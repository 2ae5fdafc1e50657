package careplanhub.cli;

import java.nio.file.Path;

/**
 * Where the program lies, with its own {@code config/} and {@code routes/}; the launchers say it.
 */
final class ProgramHome {
  private ProgramHome() {}

  static Path path() {
    return Path.of(System.getProperty("careplanhub.home", ".")).toAbsolutePath().normalize();
  }
}
