package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an adapter's file says of an adapter in Java is what the code does, or it is not loaded. */
class JavaAdapterFileTest {
  private static final Path FILE = Path.of("config", "vendors", "seikyu", "adapter.yaml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java: seikyu | java: other | java | 組み込まれていない",
        "kind: UPJSK | kind: UPPLAN | standard | UPJSK",
        "- { name: 略称, at: CD } | - { name: 略号, at: CD } | file.columns | 略称",
        "- identifier | - identifier\\n    - units | lost.fromStandard | units",
        "- csvVersion\\n    - createdOn | - createdOn | lost.fromStandard | csvVersion",
        "toStandard: [] | toStandard: [単位] | lost.toStandard | レンズで移る",
        "    - over30Days\\n    - updatedByOfficeNumber | - units | lost.fromStandard | over30Days",
        "java: seikyu | java: seikyu\\nlenses: [] | lenses | 知らない項目",
        "month: { name: \"*{month}*\" } | month: { name: \"*\" } | file.month.name | {month}",
        "_{serial}.csv | .csv | file.name | {serial}",
        "at: CV-DZ | at: CV-DY | file.columns[3].at | 31 列",
        "columns: 130-200 | columns: many | recognise.columns | 130-150",
      })
  void aWrongFileIsRefusedWithItsPlace(String shipped, String changed, String field, String word)
      throws IOException {
    String yaml = Files.readString(FILE);
    String wrong = yaml.replace(shipped.replace("\\n", "\n"), changed.replace("\\n", "\n"));
    assertFalse(wrong.equals(yaml), "the shipped file lacks " + shipped);
    ConfigurationException mistake =
        assertThrows(
            ConfigurationException.class,
            () -> Adapter.parse("adapter.yaml", wrong.getBytes(StandardCharsets.UTF_8)));
    assertEquals(field, mistake.field(), mistake.getMessage());
    assertTrue(mistake.line() != null && mistake.line() > 0, mistake.getMessage());
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
  }

  @Test
  void anAdapterInJavaIsListedLikeAnyOther() throws Exception {
    Adapter adapter = Adapters.load(Path.of("config", "vendors")).named("seikyu").orElseThrow();
    assertTrue(adapter.takes("UPJSK") && adapter.makes().contains("UPJSK"));
    assertEquals(64, adapter.sha256().length());
    assertEquals(1, adapter.userColumns().size());
  }
}
