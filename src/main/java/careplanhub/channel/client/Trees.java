package careplanhub.channel.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
final class Trees {
  private Trees() {}

  /** The visible entries of a folder in the order of their names; none when it is not there. */
  static List<Path> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(path -> !nameOf(path).startsWith(".")).sorted().toList();
    }
  }

  /** Deletes a folder with all that is in it; what is gone already is no trouble. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(folder)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** A path in the folder that nothing has, with " (2)" and so on before the ending. */
  static Path free(Path folder, String name) {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    Path path = folder.resolve(name);
    for (int copy = 2; Files.exists(path); copy++) {
      path = folder.resolve(name.substring(0, dot) + " (" + copy + ")" + name.substring(dot));
    }
    return path;
  }

  static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
