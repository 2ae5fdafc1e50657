package careplanhub.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All files of one call, to find what belongs together but has not the same name parts.
 *
 * @param names the names that can be read
 * @param misnamedKinds the kinds that wrong names begin with; such a file was told and is not
 *     missing
 */
record GivenFiles(List<FileName> names, Set<String> misnamedKinds) {
  GivenFiles {
    names = List.copyOf(names);
    misnamedKinds = Set.copyOf(misnamedKinds);
  }

  static GivenFiles of(List<FileCheck> files) {
    List<FileName> names = new ArrayList<>();
    Set<String> misnamed = new HashSet<>();
    for (FileCheck file : files) {
      FileName name = file.name();
      String kind = file.kind();
      if (name != null) {
        names.add(name);
      } else if (kind != null) {
        misnamed.add(kind);
      }
    }
    return new GivenFiles(names, misnamed);
  }

  /**
   * The kind of the file's parent when it was given under another serial, office or type and lacks
   * such a child; null when the file has a parent of its own, or none is near.
   */
  @Nullable String parentElsewhere(FileName child) {
    List<String> parents = child.fileKind().parents();
    boolean hasParent =
        names.stream()
            .anyMatch(other -> parents.contains(other.kind()) && other.unit().equals(child.unit()));
    if (hasParent) {
      return null;
    }
    return names.stream()
        .filter(other -> parents.contains(other.kind()))
        .filter(other -> isNear(other, child) && isOfSameMonth(other, child))
        .filter(other -> child.isImage() || lacks(other, child.kind()))
        .map(FileName::kind)
        .findFirst()
        .orElse(null);
  }

  private boolean lacks(FileName parent, String kind) {
    return names.stream()
        .noneMatch(other -> other.kind().equals(kind) && other.unit().equals(parent.unit()));
  }

  private static boolean isNear(FileName other, FileName name) {
    boolean sameOffices = other.from().equals(name.from()) && other.to().equals(name.to());
    return sameOffices || other.serial().equals(name.serial());
  }

  /** A supplement of 000000 belongs to a plan, whose name has no month. */
  private static boolean isOfSameMonth(FileName parent, FileName child) {
    String month = parent.month() == null ? Months.ZERO : parent.month();
    return child.month() == null || child.month().equals(month);
  }
}
