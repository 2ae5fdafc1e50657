package careplanhub.lab;

import careplanhub.standard.Serial;
import careplanhub.standard.StandardVersion;
import java.util.List;

/**
 * A send unit of the generator: files of one serial from one office to another.
 *
 * @param kind which send unit it is
 * @param version whose layouts it has
 * @param from the sender
 * @param to the receiver
 * @param serial ファイル連番, in the name of each file
 * @param users of how many users it speaks
 * @param files in the order of the standard's data
 */
public record GeneratedUnit(
    UnitKind kind,
    StandardVersion version,
    SyntheticOffice from,
    SyntheticOffice to,
    Serial serial,
    int users,
    List<GeneratedFile> files) {
  public GeneratedUnit {
    files = List.copyOf(files);
  }

  /** The records of all files. */
  public long rows() {
    return files.stream().mapToLong(GeneratedFile::rows).sum();
  }
}
