package careplanhub.lab.bench;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.vendor.FolderTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder of one adapter's rows: files of the standard, for each of them the same rows in the
 * vendor's layout, and the tables that the exporting offices keep.
 *
 * @param path where it is
 */
record TranslateFolder(Path path) {
  /** Where the files of the standard are. */
  Path standard() {
    return path.resolve("standard");
  }

  /** The files of the standard in the order of their names. */
  List<Path> standardFiles() throws IOException {
    return sorted(standard());
  }

  /** Where the vendor's file with the rows of a file of the standard is. */
  Path vendorFolder(FileName name) {
    return path.resolve("vendor").resolve(name.format());
  }

  /** The vendor's file with the rows of a file of the standard. */
  Path vendorFile(FileName name) throws IOException {
    return sorted(vendorFolder(name)).get(0);
  }

  /** Where an office keeps its tables. */
  Path tables(OfficeNumber office) {
    return FolderTables.folderOf(path, office);
  }

  static FileName nameOf(Path standardFile) {
    try {
      return FileName.parse(Objects.requireNonNull(standardFile.getFileName()).toString());
    } catch (FileNameException e) {
      throw new IllegalStateException("The generator made a wrong name", e);
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
