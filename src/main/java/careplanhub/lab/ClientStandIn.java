package careplanhub.lab;

import careplanhub.office.ClientFolder;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Stands for the official Windows client (ケアプランデータ連携クライアント) at both ends, and for the service
 * between them, neither of which can run here: it copies what one office uploads into the download
 * folders of the offices that the file names name, in shuffled order. It knows nothing of
 * certificates, checks and limits of the real one. For one thread.
 */
final class ClientStandIn {
  private final Map<OfficeNumber, Path> offices;
  private final Random order;

  /**
   * @param offices the folders of the offices that have the client
   * @param seed of the order of downloads
   */
  ClientStandIn(Map<OfficeNumber, Path> offices, long seed) {
    this.offices = Map.copyOf(offices);
    this.order = new Random(seed);
  }

  /**
   * Sends every file of a folder, and downloads them at the other ends.
   *
   * @throws IOException also for a file that no client could address
   */
  void upload(Path data) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(data)) {
      files = new ArrayList<>(all.sorted().toList());
    }
    Collections.shuffle(files, order);
    for (Path file : files) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      Files.copy(file, downloads(name).resolve(name));
    }
  }

  private Path downloads(String name) throws IOException {
    try {
      Path office = offices.get(FileName.parse(name).to());
      if (office == null) {
        throw new IOException("the addressee has no official client");
      }
      return office.resolve(ClientFolder.DEFAULT_FOLDER).resolve("受信");
    } catch (FileNameException e) {
      throw new IOException("the file names no addressee", e);
    }
  }
}
