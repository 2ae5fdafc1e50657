package careplanhub.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The check of files that were given together: each for itself, and those of one sender, receiver
 * and serial as a send unit (2.4, 3.4). A file without companions is checked alone, what would
 * belong to it being one warning.
 */
public final class UnitCheck {
  private UnitCheck() {}

  /** The reports in the order of the files. Never throws because of what is in a file. */
  public static List<FileReport> check(List<NamedSource> files, CheckOptions options) {
    List<FileCheck> checks = files.stream().map(file -> new FileCheck(file, options)).toList();
    List<FileName> names = new ArrayList<>();
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < checks.size(); i++) {
      FileName name = checks.get(i).name();
      if (name != null) {
        names.add(name);
      }
      groups.computeIfAbsent(groupOf(name, i), key -> new ArrayList<>()).add(i);
    }
    @Nullable FileReport[] reports = new FileReport[checks.size()];
    for (List<Integer> group : groups.values()) {
      List<CheckedFile> checked =
          group.stream().map(i -> checks.get(i).run(group.size() > 1)).toList();
      new UnitRules(checked, names).check();
      for (int i = 0; i < group.size(); i++) {
        reports[group.get(i)] = checked.get(i).report();
      }
    }
    return List.of(reports);
  }

  /** Files with the same key were sent together; the types are compared afterwards. */
  private static Object groupOf(@Nullable FileName name, int index) {
    return name == null ? index : List.of(name.from(), name.to(), name.serial());
  }
}
