package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsTest {
  @TempDir Path folder;

  @Test
  void theShippedFileGivesEverySetting() {
    HubSettings settings = HubSettings.defaults();
    assertEquals(Duration.ofSeconds(10), settings.intake().quietPeriod());
    assertEquals("127.0.0.1", settings.admin().bindAddress());
    assertEquals(30L << 20, settings.intake().maximumFileSize().bytes());
    assertEquals(Duration.ofDays(1826), settings.retention().exchanged());
  }

  @Test
  void everySettingOfTheShippedFileIsExplainedInJapanese() throws IOException {
    for (String line : Files.readAllLines(Path.of("config", "hub.yaml"))) {
      if (line.startsWith("  ")) {
        assertTrue(line.matches(".*\\S +# .*[ぁ-ん一-龠].*"), line);
      }
    }
  }

  @Test
  void aHubWithoutTheFileHasTheDefaults() throws ConfigurationException {
    assertEquals(HubSettings.defaults(), HubSettings.read(folder.resolve("hub.yaml")));
  }

  @Test
  void whatTheFileSaysChangesThatSettingOnly() throws Exception {
    HubSettings settings = read("intake:\n  quietPeriod: PT0.5S\n  maximumFileSize: 3 mb\n");
    assertEquals(Duration.ofMillis(500), settings.intake().quietPeriod());
    assertEquals(3L << 20, settings.intake().maximumFileSize().bytes());
    assertEquals(HubSettings.defaults().intake().quietScans(), settings.intake().quietScans());
    assertEquals(HubSettings.defaults().relay(), settings.relay());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "intake:\\n  quietPeriodd: 10s | 2 | intake.quietPeriodd | 知らない項目",
        "intake:\\n  quietPeriod: soon | 2 | intake.quietPeriod | 10s",
        "intake:\\n  quietScans: three | 2 | intake.quietScans | 整数",
        "intake:\\n  quietScans: 0 | 2 | intake.quietScans | 1 以上",
        "check:\\n  maximumRecordSize: 10B | 2 | check.maximumRecordSize | maximumFieldSize",
        "check:\\n  maximumComparedKeys: 0 | 2 | check.maximumComparedKeys | 1 以上",
        "dispatch:\\n  lastDayOfVersion3: soon | 2 | dispatch.lastDayOfVersion3 | 2026-12-31",
        "dispatch:\\n  retryFactor: 0.5 | 2 | dispatch.retryFactor | 1 から",
        "relay:\\n  baseUrl: http://relay.example/v1 | 2 | relay.baseUrl | https",
        "admin:\\n\\n  healthInterval: 30s | 3 | admin.healthInterval | 10 秒",
        "intake: quick | 1 | intake | 項目: 値",
        "intake:\\n  quietScans: 1\\n  quietScans: 2 | 3 | '' | 2 回",
        "intake: [ | 1 | '' | YAML",
      })
  void aMistakeIsToldWithFileLineAndField(String text, int line, String field, String word) {
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> read(text.replace("\\n", "\n") + "\n"));
    assertEquals(line, mistake.line(), mistake.getMessage());
    assertEquals(field, mistake.field() == null ? "" : mistake.field(), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("hub.yaml " + line + "行目"), mistake.getMessage());
  }

  @Test
  void theShippedBoundsAreThoseOfACheckWithoutSettings() {
    assertEquals(CheckOptions.tolerant(), HubSettings.defaults().check().tolerant());
    assertEquals(CheckOptions.strict(), HubSettings.defaults().check().strict());
  }

  @Test
  void theBoundsOfAFileReachItsCheck() throws Exception {
    CheckOptions options =
        read("""
                check:
                  maximumFieldSize: 200B
                  maximumRecordSize: 3KB
                  maximumReadingFindings: 5
                  maximumFindingsPerCode: 6
                  maximumComparedKeys: 7
                  maximumComparedGroups: 8
                """)
            .check()
            .tolerant();
    assertEquals(
        new CheckOptions(new ReadOptions(Severity.WARNING, 200, 3072, 5), 6, 7, 8), options);
  }

  @Test
  void theWaitBetweenAttemptsGrowsToItsLimit() {
    DispatchSettings dispatch = HubSettings.defaults().dispatch();
    assertEquals(Duration.ofSeconds(5), dispatch.delayAfter(1));
    assertEquals(Duration.ofSeconds(20), dispatch.delayAfter(3));
    assertEquals(Duration.ofMinutes(15), dispatch.delayAfter(5000));
  }

  private HubSettings read(String text) throws ConfigurationException, IOException {
    return HubSettings.read(Files.writeString(folder.resolve("hub.yaml"), text));
  }
}
