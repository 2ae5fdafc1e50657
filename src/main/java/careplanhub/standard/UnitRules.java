package careplanhub.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the files of one sender, receiver and serial (rules 2, 3, 14, 15, 17, 20, 21, 57).
 * Service types that differ make separate units, so that one serial may serve two services of an
 * office.
 */
final class UnitRules {
  private static final Set<String> CHILDREN_OF_RULE_3 =
      Set.of("UPKIHON_SUB1", "UPKIHON_SUB2", "UPKIHON_IMAGE", "UPYOBO_SUB");

  private final List<CheckedFile> files;
  private final GivenFiles given;

  /**
   * @param files the files of one sender, receiver and serial, or one file without a right name
   * @param given all files of the call
   */
  UnitRules(List<CheckedFile> files, GivenFiles given) {
    this.files = files;
    this.given = given;
  }

  void check() {
    Map<UnitKey, List<CheckedFile>> units = new LinkedHashMap<>();
    for (CheckedFile file : files) {
      if (file.name() != null) {
        units.computeIfAbsent(file.name().unit(), key -> new ArrayList<>()).add(file);
      }
    }
    for (List<CheckedFile> unit : units.values()) {
      int strays = tellStrays(unit);
      if (files.size() > 1 && strays < unit.size()) {
        checkTogether(unit);
      } else if (strays == 0) {
        tellCompanions(unit.get(0));
      }
    }
  }

  /** Tells the files whose parent was given under another serial (rules 3 and 14). */
  private int tellStrays(List<CheckedFile> unit) {
    int strays = 0;
    for (CheckedFile file : unit) {
      FileName name = nameOf(file);
      String parent = given.parentElsewhere(name);
      if (parent != null) {
        boolean ofRule3 = CHILDREN_OF_RULE_3.contains(name.kind());
        FindingCode code = ofRule3 ? FindingCode.UNIT_PARENT_NAME : FindingCode.UNIT_SERIAL;
        file.findings().accept(code.of(parent));
        strays++;
      }
    }
    return strays;
  }

  private void tellCompanions(CheckedFile file) {
    FileName name = nameOf(file);
    unitOf(name, Set.of(name.kind()))
        .map(unit -> missing(unit, Set.of(name.kind()), List.of(unit.required(), unit.expected())))
        .filter(missing -> !missing.isEmpty())
        .ifPresent(
            missing ->
                file.findings().accept(FindingCode.UNIT_ALONE.of(String.join("、", missing))));
  }

  private void checkTogether(List<CheckedFile> files) {
    CheckedFile first = files.get(0);
    Set<String> kinds = kindsOf(files);
    checkKindsOnce(files);
    Optional<SendUnit> unit = unitOf(nameOf(first), kinds);
    if (unit.isEmpty()) {
      first.findings().accept(FindingCode.UNIT_COMBINATION.of());
      return;
    }
    checkComplete(unit.get(), kinds, first);
    UnitComparison comparison = new UnitComparison(files);
    comparison.checkMonths();
    comparison.checkKeys();
    comparison.checkImages();
  }

  private static void checkKindsOnce(List<CheckedFile> files) {
    Set<String> seen = new HashSet<>();
    for (CheckedFile file : files) {
      FileName name = nameOf(file);
      String key = name.isImage() ? name.format() : name.kind();
      if (!seen.add(key)) {
        file.findings().accept(FindingCode.UNIT_KIND_TWICE.of(name.kind()));
      }
    }
  }

  private void checkComplete(SendUnit unit, Set<String> kinds, CheckedFile first) {
    List<Collection<String>> required = new ArrayList<>(List.of(unit.required()));
    for (String kind : kinds) {
      FileKind fileKind = FileKinds.data().kind(unit.version(), kind).orElseThrow();
      List<String> parents = fileKind.parents().stream().filter(unit.files()::contains).toList();
      required.add(parents);
    }
    List<String> missing = missing(unit, kinds, required);
    if (!missing.isEmpty()) {
      first.findings().accept(FindingCode.UNIT_REQUIRED_MISSING.of(String.join("、", missing)));
    }
    List<Collection<String>> expected = new ArrayList<>(List.of(unit.expected()));
    for (SendUnit inner : FileKinds.data().sendUnits(unit.version())) {
      if (kinds.containsAll(inner.required()) && unit.files().containsAll(inner.files())) {
        expected.add(inner.expected());
      }
    }
    List<String> wanted = missing(unit, kinds, expected);
    if (!wanted.isEmpty()) {
      first.findings().accept(FindingCode.UNIT_EXPECTED_MISSING.of(String.join("、", wanted)));
    }
  }

  /** The kinds of the lists that are not there under any name, in the order of the unit. */
  private List<String> missing(
      SendUnit unit, Set<String> kinds, List<? extends Collection<String>> lists) {
    Set<String> wanted = new HashSet<>();
    lists.forEach(wanted::addAll);
    wanted.removeAll(kinds);
    wanted.removeAll(given.misnamedKinds());
    wanted.removeIf(this::isStrayOfRule3);
    return unit.files().stream().filter(wanted::contains).toList();
  }

  /** Told at the file itself, so its parent is not told to lack it. */
  private boolean isStrayOfRule3(String kind) {
    return CHILDREN_OF_RULE_3.contains(kind)
        && given.names().stream()
            .anyMatch(name -> name.kind().equals(kind) && given.parentElsewhere(name) != null);
  }

  /** The send unit that may hold the kinds and lacks least; empty when there is none. */
  private static Optional<SendUnit> unitOf(FileName name, Set<String> kinds) {
    Set<String> searched = new HashSet<>(kinds);
    if (CareManagement.sends(name) && CareManagement.receives(name) && kinds.size() > 1) {
      // A commissioned office sends the results with the slip (5.2.2.1).
      searched.remove("UPJSK");
    }
    boolean plan = Months.ZERO.equals(name.month());
    return FileKinds.data().sendUnits(name.version()).stream()
        .filter(unit -> unit.files().containsAll(searched))
        .min(
            Comparator.<SendUnit>comparingLong(
                    unit -> unit.required().stream().filter(kind -> !kinds.contains(kind)).count())
                .thenComparing(unit -> plan != unit.files().contains("UP1KYO")));
  }

  private static Set<String> kindsOf(List<CheckedFile> files) {
    Set<String> kinds = new LinkedHashSet<>();
    files.forEach(file -> kinds.add(nameOf(file).kind()));
    return kinds;
  }

  private static FileName nameOf(CheckedFile file) {
    return Objects.requireNonNull(file.name());
  }
}
