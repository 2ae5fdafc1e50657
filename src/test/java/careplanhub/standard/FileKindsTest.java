package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileKindsTest {
  private final FileKinds kinds = FileKinds.data();

  @Test
  void everyCsvKindHasItsLayoutAndEveryLayoutItsKind() {
    for (StandardVersion version : StandardVersion.values()) {
      Set<String> csv =
          kinds.kindsOf(version).values().stream()
              .filter(kind -> kind.use() != FileKind.Use.IMAGE)
              .map(FileKind::name)
              .collect(java.util.stream.Collectors.toSet());
      assertEquals(Standard.data().layoutsOf(version).keySet(), csv);
    }
    assertEquals(18, kinds.kindsOf(StandardVersion.V4_1).size());
    assertEquals(9, kinds.kindsOf(StandardVersion.V3_2).size());
  }

  @Test
  void theFieldsThatJoinFilesExistInTheirLayouts() {
    for (StandardVersion version : StandardVersion.values()) {
      for (FileKind kind : kinds.kindsOf(version).values()) {
        Standard.data()
            .layout(version, kind.name())
            .ifPresent(
                layout -> {
                  assertTrue(kind.key().stream().allMatch(layout::has), kind.name());
                  assertTrue(kind.keyWithPlan().stream().allMatch(layout::has), kind.name());
                  assertTrue(kind.keyWithSlip().stream().allMatch(layout::has), kind.name());
                });
      }
    }
  }

  @Test
  void unitsNameTheirRequiredAndExpectedFiles() {
    SendUnit basic = unit(StandardVersion.V4_1, "basic");
    assertEquals(List.of("UPKIHON"), basic.required());
    assertEquals(List.of("UPKIHON_SUB1", "UPKIHON_SUB2"), basic.expected());
    assertEquals(
        List.of("UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"),
        unit(StandardVersion.V4_1, "plan").required());
  }

  @Test
  void unitsOfTheFormerVersionLackTheFilesItDoesNotHave() {
    assertEquals(
        List.of("UP1KYO", "UP2KYO", "UPHOSOKU"), unit(StandardVersion.V3_2, "plan").required());
    assertEquals(6, kinds.sendUnits(StandardVersion.V3_2).size());
    assertEquals(
        List.of("UP1KYO", "UP2KYO"),
        kinds.kind(StandardVersion.V3_2, "DLT1KYO").orElseThrow().deletes());
  }

  @Test
  void theHistoryOfCsvVersionsIsKnown() {
    assertEquals(
        List.of("201910", "202003", "202208", "202504", "202407"),
        kinds.csvVersions().stream().map(CsvVersion::value).toList());
  }

  private SendUnit unit(StandardVersion version, String name) {
    return kinds.sendUnits(version).stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
