package careplanhub.hub;

import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.Satellite;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders through which offices and the hub hand files to each other. Immutable. */
final class OfficeFolders {
  private final Path root;
  private final Directory directory;

  /**
   * @param root the hub's folder
   */
  OfficeFolders(Path root, Directory directory) {
    this.root = root;
    this.directory = directory;
  }

  /** Makes the folders that are not there. */
  void create() throws IOException {
    for (Office office : directory.offices()) {
      OfficeNumber number = office.number();
      for (Path folder :
          List.of(outbox(number), done(number), error(number), questions(number), inbox(number))) {
        Files.createDirectories(folder);
      }
      for (Satellite satellite : office.satellites()) {
        Files.createDirectories(outbox(number, satellite.number()));
      }
    }
  }

  Path office(OfficeNumber number) {
    return root.resolve(
        directory.office(number).map(Office::folder).orElse("offices/" + number.value()));
  }

  /** Where the office's software exports to. */
  Path outbox(OfficeNumber office) {
    return office(office).resolve("outbox");
  }

  /**
   * Where a place of the office exports to.
   *
   * @param satellite サテライト枝番; empty for the office itself
   */
  Path outbox(OfficeNumber office, String satellite) {
    return satellite.isEmpty() ? outbox(office) : office(office).resolve("outbox-" + satellite);
  }

  /** Where a file lies after the hub took it. */
  Path done(OfficeNumber office) {
    return office(office).resolve("done");
  }

  /** Where a refused file lies beside its reason. */
  Path error(OfficeNumber office) {
    return office(office).resolve("error");
  }

  /** Where worksheets wait for staff. */
  Path questions(OfficeNumber office) {
    return office(office).resolve("要確認");
  }

  /** Where the office's software imports from. */
  Path inbox(OfficeNumber office) {
    return office(office).resolve("inbox");
  }
}
