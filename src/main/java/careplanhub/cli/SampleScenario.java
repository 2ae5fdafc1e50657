package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Scenario;
import careplanhub.vendor.ScenarioCheck;
import careplanhub.vendor.ScenarioCheck.Made;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Makes a scenario of a sample: what the adapter makes of it now is what is expected from now on,
 * after a person has looked at it. The sample is copied, so it must not speak of real people.
 */
final class SampleScenario {
  private final Adapter adapter;
  private final DurableFiles files;

  SampleScenario(Adapter adapter, DurableFiles files) {
    this.adapter = adapter;
    this.files = files;
  }

  /**
   * What holds for the scenario.
   *
   * @param office who exports
   * @param partner every user's support office
   * @param today the day of the translation
   * @param charset of the sample
   */
  record Facts(OfficeNumber office, OfficeNumber partner, LocalDate today, String charset) {}

  /** Writes the folder of the scenario. */
  void write(Path folder, Path sample, byte[] bytes, Facts facts)
      throws IOException, ConfigurationException, FileNameException {
    Path vendor = folder.resolve("vendor");
    files.createDirectories(vendor);
    files.writeWhole(vendor.resolve(String.valueOf(sample.getFileName())), bytes);
    describe(folder, facts, List.of(), List.of());
    Made standard = ScenarioCheck.standard(adapter, Scenario.in(folder));
    writeAll(folder.resolve("standard"), standard.files());
    describe(folder, facts, standard.findings(), List.of());
    Made back = ScenarioCheck.back(adapter, Scenario.in(folder));
    writeAll(folder.resolve("back"), back.files());
    describe(folder, facts, standard.findings(), back.findings());
  }

  private void writeAll(Path folder, Map<String, String> texts) throws IOException {
    if (!texts.isEmpty()) {
      files.createDirectories(folder);
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.writeWhole(
          folder.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void describe(
      Path folder, Facts facts, List<String> toStandard, List<String> fromStandard)
      throws IOException {
    String yaml =
        "title: 見本\n"
            + "office: \""
            + facts.office()
            + "\"\n"
            + "partner: \""
            + facts.partner()
            + "\"\n"
            + "planner: 支援 見本\n"
            + "today: \""
            + facts.today()
            + "\"\n"
            + "charset: "
            + facts.charset().replace("-BOM", "")
            + "\n"
            + findings("toStandard", toStandard)
            + findings("fromStandard", fromStandard);
    files.replaceWhole(folder.resolve("scenario.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String findings(String key, List<String> findings) {
    StringBuilder yaml = new StringBuilder(key).append(findings.isEmpty() ? ": []\n" : ":\n");
    findings.forEach(
        finding ->
            yaml.append("  - \"")
                .append(finding.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
    return yaml.toString();
  }
}
