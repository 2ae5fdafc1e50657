package careplanhub.standard.units;

import careplanhub.standard.Serial;
import java.util.List;

/**
 * A 送信単位 (2.4, 3.4) not yet written: files of one sender, addressee and serial. Immutable; holds
 * personal data.
 *
 * @param files at least one, the parent before its children
 */
public record PlannedUnit(List<PlannedFile> files) {
  public PlannedUnit {
    files = List.copyOf(files);
    if (files.stream().map(file -> file.name().unit()).distinct().count() != 1) {
      throw new IllegalArgumentException("The files of a unit share sender, addressee and serial.");
    }
  }

  /** What all its files' names share. */
  public Serial serial() {
    return files.get(0).name().serial();
  }
}
