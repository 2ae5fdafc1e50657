package careplanhub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the folders of an invented world go. */
final class NewWorldFolder {
  private NewWorldFolder() {}

  /**
   * The folder a person named, which must be new or empty, or a temporary one.
   *
   * @param name begins the temporary folder's name
   */
  static Path of(CommandLine command, @Nullable Path named, String name) throws IOException {
    if (named == null) {
      return Files.createTempDirectory(name);
    }
    if (Files.exists(named)) {
      try (Stream<Path> inside = Files.list(named)) {
        if (inside.findAny().isPresent()) {
          throw new WrongUse(command, "--dir のフォルダが空ではありません。");
        }
      }
    }
    return Files.createDirectories(named.toAbsolutePath());
  }
}
