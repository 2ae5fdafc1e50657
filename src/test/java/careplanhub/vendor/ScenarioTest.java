package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each shipped adapter does what the examples in its folder say, in both directions. */
class ScenarioTest {
  private static final Path VENDORS = Path.of("config", "vendors");

  @TestFactory
  List<DynamicTest> everyScenarioIsAsItSays() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Adapter adapter : Adapters.load(VENDORS).all()) {
      Path folder = VENDORS.resolve(adapter.name());
      assertFalse(
          Scenario.of(folder).isEmpty(), () -> adapter.name() + " has no scenario in its folder");
      for (Scenario scenario : Scenario.of(folder)) {
        tests.add(
            DynamicTest.dynamicTest(
                adapter.name() + " " + scenario.name(),
                () ->
                    assertEquals(
                        "",
                        String.join("\n", ScenarioCheck.differences(adapter, scenario)),
                        scenario.says().title())));
      }
    }
    assertFalse(tests.isEmpty());
    return tests;
  }
}
