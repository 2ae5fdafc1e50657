package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.UnitCheck;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator makes has nothing that a check would even warn of. */
class GeneratedFilesCheckTest {
  private static final GeneratedFile RESULT =
      GeneratorTest.month(1, 12).results().findFirst().orElseThrow().files().get(0);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20260401})
  void aStrictCheckFindsNothingInAnyUnit(long seed) {
    assertNothingFound(GeneratorTest.month(seed, 120));
    assertNothingFound(GeneratorTest.earlierMonth(seed, 120));
  }

  @ParameterizedTest
  @EnumSource
  void damageIsFoundAndIsAnErrorUnlessTolerated(Damage damage) {
    List<Finding> findings = findings(List.of(damage.applyTo(RESULT)), CheckOptions.tolerant());
    assertFalse(findings.isEmpty(), "it is found");
    assertEquals(!damage.isTolerated(), findings.stream().anyMatch(Finding::isError));
  }

  private static void assertNothingFound(SyntheticMonth month) {
    month
        .all()
        .forEach(
            unit ->
                assertEquals(
                    List.of(),
                    findings(unit.files(), CheckOptions.strict()),
                    () -> unit.version() + " " + unit.kind()));
  }

  private static List<Finding> findings(List<GeneratedFile> files, CheckOptions options) {
    List<NamedSource> sources =
        files.stream()
            .map(
                file ->
                    new NamedSource(file.name(), () -> new ByteArrayInputStream(file.content())))
            .toList();
    return UnitCheck.check(sources, options).stream()
        .map(FileReport::findings)
        .flatMap(List::stream)
        .toList();
  }
}
