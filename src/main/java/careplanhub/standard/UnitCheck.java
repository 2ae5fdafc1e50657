package careplanhub.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The check of files that were given together: each for itself, and those of one sender, receiver
 * and serial as a send unit (2.4, 3.4). A file without companions is checked alone, what would
 * belong to it being one warning. The same name in two folders is two copies of a unit, each of
 * which is checked with its own folder's files.
 */
public final class UnitCheck {
  private UnitCheck() {}

  /** The reports in the order of the files. Never throws because of what is in a file. */
  public static List<FileReport> check(List<NamedSource> files, CheckOptions options) {
    List<FileCheck> checks = files.stream().map(file -> new FileCheck(file, options)).toList();
    GivenFiles given = GivenFiles.of(checks);
    Map<FileCheck, FileReport> reports = new LinkedHashMap<>();
    for (List<FileCheck> group : groups(checks)) {
      List<CheckedFile> checked = group.stream().map(check -> check.run(group.size() > 1)).toList();
      new UnitRules(checked, given).check();
      for (int i = 0; i < group.size(); i++) {
        reports.put(group.get(i), checked.get(i).report());
      }
    }
    return checks.stream().map(check -> Objects.requireNonNull(reports.get(check))).toList();
  }

  private static List<List<FileCheck>> groups(List<FileCheck> checks) {
    List<List<FileCheck>> groups = new ArrayList<>();
    for (List<FileCheck> sameSerial : split(checks, UnitCheck::serial)) {
      long names = sameSerial.stream().map(check -> check.source().fileName()).distinct().count();
      if (names == sameSerial.size()) {
        groups.add(sameSerial);
      } else {
        groups.addAll(split(sameSerial, check -> check.source().folder()));
      }
    }
    return groups;
  }

  /** Files with the same key were sent together; their types are compared afterwards. */
  private static Object serial(FileCheck check) {
    @Nullable FileName name = check.name();
    return name == null ? check : List.of(name.from(), name.to(), name.serial());
  }

  private static List<List<FileCheck>> split(
      List<FileCheck> checks, Function<FileCheck, Object> key) {
    Map<Object, List<FileCheck>> groups = new LinkedHashMap<>();
    for (FileCheck check : checks) {
      groups.computeIfAbsent(key.apply(check), unused -> new ArrayList<>()).add(check);
    }
    return List.copyOf(groups.values());
  }
}
