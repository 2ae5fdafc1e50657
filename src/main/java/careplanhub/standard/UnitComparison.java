package careplanhub.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the contents of the files of one send unit (rules 2, 17, 20, 21, 57). */
final class UnitComparison {
  private static final String SUPPLEMENT = "UPHOSOKU";

  /** What rows are told because of the month in a supplement's name. */
  private static final List<FindingCode> OF_SUPPLEMENT_NAME =
      List.of(
          FindingCode.MONTH_OF_NAME,
          FindingCode.SUPPLEMENT_SLIP_PLAN_DATE,
          FindingCode.SUPPLEMENT_PLAN_MONTH,
          FindingCode.SUPPLEMENT_PLAN_DATE_ZERO);

  private final List<CheckedFile> files;
  private final Set<CheckedFile> ofOtherMonth = new HashSet<>();

  /**
   * @param files files with names of one send unit
   */
  UnitComparison(List<CheckedFile> files) {
    this.files = files;
  }

  /** One month a unit; the supplement's is 000000 beside a plan (rules 2 and 17). */
  void checkMonths() {
    Optional<CheckedFile> leader =
        files.stream()
            .filter(file -> !nameOf(file).kind().equals(SUPPLEMENT))
            .min((a, b) -> Boolean.compare(isParent(b), isParent(a)));
    if (leader.isEmpty()) {
      return;
    }
    String month = nameOf(leader.get()).month();
    for (CheckedFile file : files) {
      FileName name = nameOf(file);
      if (name.kind().equals(SUPPLEMENT)) {
        if (!(month == null ? Months.ZERO : month).equals(name.month())) {
          ofOtherMonth.add(file);
          OF_SUPPLEMENT_NAME.forEach(file.findings()::withdraw);
          file.findings().accept(FindingCode.UNIT_SUPPLEMENT_MONTH.of());
        }
      } else if (month != null && !month.equals(name.month())) {
        ofOtherMonth.add(file);
        file.findings().accept(FindingCode.UNIT_MONTH.of(nameOf(leader.get()).kind()));
      }
    }
  }

  /**
   * Each child's key exists in the parent, and each parent's user in the supplement. Files of
   * another month were told by {@link #checkMonths}.
   */
  void checkKeys() {
    for (CheckedFile child : files) {
      CheckedFile parent = parentOf(child);
      if (parent == null || ofOtherMonth.contains(child)) {
        continue;
      }
      checkKeys(child, parent, FindingCode.UNIT_KEY_NOT_IN_PARENT);
      if (nameOf(child).kind().equals(SUPPLEMENT)) {
        int missing = checkKeys(parent, child, FindingCode.UNIT_USER_NOT_IN_SUPPLEMENT);
        if (missing > 0) {
          child
              .findings()
              .accept(
                  FindingCode.UNIT_SUPPLEMENT_LACKS_USERS.of(
                      nameOf(parent).kind(), Integer.toString(missing)));
        }
      }
    }
  }

  /** The images that are named are there, and the others are named (rule 57). */
  void checkImages() {
    PlaceTable named =
        files.stream().map(CheckedFile::images).filter(Objects::nonNull).findFirst().orElse(null);
    if (named == null) {
      return;
    }
    KeyTable present = new KeyTable();
    for (CheckedFile file : files) {
      FileName name = nameOf(file);
      if (name.isImage()) {
        long key = ImageNameRule.keyOf(name);
        present.put(key);
        if (!named.contains(key) && !named.isFull()) {
          file.findings().accept(FindingCode.UNIT_IMAGE_UNNAMED.of());
        }
      }
    }
    for (CheckedFile file : files) {
      if (file.images() == named) {
        tellMissingImages(file, named, present);
      }
    }
  }

  private static void tellMissingImages(CheckedFile file, PlaceTable named, KeyTable present) {
    Field field = fieldOf(file, "familyImageFileName");
    for (int i = 0; i < named.size(); i++) {
      if (present.indexOf(named.key(i)) < 0) {
        file.findings()
            .accept(FindingCode.UNIT_IMAGE_MISSING.at(named.line(i), named.record(i), field));
      }
    }
  }

  /** Tells the keys that the other file has not, and counts them. */
  private static int checkKeys(CheckedFile file, CheckedFile other, FindingCode code) {
    PlaceTable keys = file.keys();
    PlaceTable others = other.keys();
    if (keys == null || others == null || others.isFull() || !other.complete()) {
      return 0;
    }
    Field insured = fieldOf(file, "insuredNumber");
    int missing = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (!others.contains(keys.key(i))) {
        file.findings()
            .accept(code.at(keys.line(i), keys.record(i), insured, nameOf(other).kind()));
        missing++;
      }
    }
    return missing;
  }

  private static Field fieldOf(CheckedFile file, String key) {
    FileName name = nameOf(file);
    return Standard.data().layout(name.version(), name.kind()).orElseThrow().field(key);
  }

  private boolean isParent(CheckedFile file) {
    return nameOf(file).fileKind().parents().isEmpty();
  }

  private @Nullable CheckedFile parentOf(CheckedFile child) {
    List<String> parents = nameOf(child).fileKind().parents();
    return files.stream()
        .filter(file -> parents.contains(nameOf(file).kind()))
        .findFirst()
        .orElse(null);
  }

  private static FileName nameOf(CheckedFile file) {
    return Objects.requireNonNull(file.name());
  }
}
