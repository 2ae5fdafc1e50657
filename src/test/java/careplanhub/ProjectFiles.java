package careplanhub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project as its tests read them: not what a build or an editor left behind. */
final class ProjectFiles {
  /** Folders, but in a linked work tree {@code .git} is a file. */
  private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".settings");

  private ProjectFiles() {}

  /** The text of a file of the project, with LF. */
  static String read(String file) throws IOException {
    return read(Path.of(file));
  }

  static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8).replace("\r\n", "\n");
  }

  /** All files, sorted, with their paths from the top of the project. */
  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>();
    Path top = Path.of("");
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = NOT_OURS.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!NOT_OURS.contains(file.getFileName().toString())) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream().sorted().toList();
  }
}
