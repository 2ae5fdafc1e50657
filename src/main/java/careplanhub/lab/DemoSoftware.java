package careplanhub.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Stands for the care software of every office: takes what the hub delivers out of the inboxes into
 * folders of its own, where it can be looked at. For one thread.
 */
final class DemoSoftware {
  private final DemoWorld world;
  private final Path folder;

  /**
   * @param folder where the software keeps what it took, a folder an office
   */
  DemoSoftware(DemoWorld world, Path folder) {
    this.world = world;
    this.folder = folder;
  }

  /** Takes what lies in the inboxes now. */
  void take() throws IOException {
    for (SyntheticOffice office : world.offices()) {
      for (Path file : visible(inbox(office))) {
        Path own = folder.resolve(office.number().value());
        Files.createDirectories(own);
        Files.move(file, free(own, Objects.requireNonNull(file.getFileName()).toString()));
      }
    }
  }

  /** What was delivered to an office, whether the software took it already or not. */
  List<Path> delivered(SyntheticOffice office) throws IOException {
    return Stream.concat(
            visible(folder.resolve(office.number().value())).stream(),
            visible(inbox(office)).stream())
        .toList();
  }

  private Path inbox(SyntheticOffice office) {
    return world.folderOf(office).resolve("inbox");
  }

  /** Software would say that it has the file already; here it must be seen. */
  private static Path free(Path own, String name) {
    Path free = own.resolve(name);
    for (int copy = 2; Files.exists(free); copy++) {
      free = own.resolve(name + " (" + copy + ")");
    }
    return free;
  }

  private static List<Path> visible(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !Objects.requireNonNull(file.getFileName()).toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}
