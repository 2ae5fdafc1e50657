package careplanhub.channel.client;

import careplanhub.office.ClientProfile;
import careplanhub.standard.OfficeNumber;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the official client of an office and the hub hand files to each other. Immutable.
 *
 * @param office the office that the client is set up for
 * @param officeName its Japanese name
 * @param root the folder that holds all others
 * @param profile what the client takes in one go
 */
public record ClientPlace(
    OfficeNumber office, String officeName, Path root, ClientProfile profile) {
  /** Where the files to upload lie in a folder that was handed over. */
  static final String DATA = "データ";

  /** The name of a checklist without its ending. */
  static final String CHECKLIST = "チェックリスト";

  private static final String OWN = ".careplan-hub";

  /** Folders that wait to be uploaded; checklists come back here. */
  public Path handOver() {
    return root.resolve("送信");
  }

  /** Folders of which a person said that all was sent. */
  Path sent() {
    return root.resolve("送信済");
  }

  /** Where the client downloads to. */
  public Path watched() {
    return root.resolve("受信");
  }

  /** Downloaded files that the ledger has. */
  Path taken() {
    return root.resolve("受信済");
  }

  /** Downloaded files that the hub cannot take, beside their reasons. */
  Path error() {
    return root.resolve("error");
  }

  /** Says whose folder it is, and that the share is connected. */
  Path mark() {
    return own("この中をさわらないでください.txt");
  }

  Path staging() {
    return own("staging");
  }

  /** Parcels that have no folder yet. */
  Path waiting() {
    return own("waiting");
  }

  /** What each folder holds. */
  Path folders() {
    return own("folders");
  }

  /** What people said of the lines of folders. */
  Path said() {
    return own("said");
  }

  /** Downloaded files whose unit is not whole yet. */
  Path held() {
    return own("held");
  }

  /** Whole units that the ledger does not have for sure. */
  Path received() {
    return own("received");
  }

  /** By a hash each, the downloaded files that the ledger has. */
  Path seen() {
    return own("seen");
  }

  List<Path> all() {
    return List.of(
        handOver(),
        sent(),
        watched(),
        taken(),
        error(),
        staging(),
        waiting(),
        folders(),
        said(),
        held(),
        received(),
        seen());
  }

  private Path own(String name) {
    return root.resolve(OWN).resolve(name);
  }
}
