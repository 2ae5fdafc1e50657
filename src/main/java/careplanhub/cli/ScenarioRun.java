package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Scenario;
import careplanhub.vendor.ScenarioCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Runs the scenarios of adapters and tells each difference. */
final class ScenarioRun {
  private static final int MOST_DIFFERENCES = 50;

  private final HubSettings settings;
  private final PrintWriter screen;

  ScenarioRun(HubSettings settings, PrintWriter screen) {
    this.settings = settings;
    this.screen = screen;
  }

  /** Whether an adapter loads, has scenarios, and all are as expected. */
  boolean isGreen(Path folder) throws IOException {
    try {
      Adapter adapter = AdapterPlace.load(folder, settings);
      return isGreen(adapter, Scenario.of(folder));
    } catch (ConfigurationException e) {
      screen.println("× " + e.getMessage());
      return false;
    }
  }

  private boolean isGreen(Adapter adapter, List<Scenario> scenarios) throws IOException {
    screen.println(adapter.name() + "（" + adapter.title() + "） 版 " + adapter.version());
    if (scenarios.isEmpty()) {
      screen.println(
          "× シナリオがありません。確かめていないので合格としません。scenarios/<名前>/scenario.yaml と、vendor・standard のファイルを置いてください。");
      return false;
    }
    int green = 0;
    for (Scenario scenario : scenarios) {
      green += isGreen(adapter, scenario) ? 1 : 0;
    }
    screen.println("シナリオ " + scenarios.size() + " 件のうち " + green + " 件が期待どおりです。");
    return green == scenarios.size();
  }

  private boolean isGreen(Adapter adapter, Scenario scenario) throws IOException {
    List<String> differences = ScenarioCheck.differences(adapter, scenario);
    String name = scenario.name() + "（" + scenario.says().title() + "）";
    screen.println((differences.isEmpty() ? "  ○ " : "  × ") + name);
    differences.stream()
        .limit(MOST_DIFFERENCES)
        .forEach(difference -> screen.println("    " + difference.replace("\n", "\n    ")));
    if (differences.size() > MOST_DIFFERENCES) {
      screen.println("    ほか " + (differences.size() - MOST_DIFFERENCES) + " か所");
    }
    return differences.isEmpty();
  }
}
