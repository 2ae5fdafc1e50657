package careplanhub.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.OfficeNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceTest {
  private static final String OFFICE =
      """
      corporation: 架空法人
      offices:
        - number: "9970000001"
          name: 架空事業所
          serviceTypes: ["43"]
      """;

  @TempDir Path folder;

  @Test
  void theDaysStandAtTheOffice() throws Exception {
    assertEquals(
        new Licence(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 3, 31)),
        licence("    licence: {from: 2026-06-01, to: 2027-03-31}\n"));
    assertNull(licence(""));
  }

  @Test
  void daysInTheWrongOrderAndMissingOnesAreTold() {
    assertTrue(
        mistake("    licence:\n      from: 2027-03-31\n      to: 2026-06-01\n").contains("8行目"));
    assertTrue(mistake("    licence: {from: 2026-06-01}\n").contains("この項目は必要です"));
  }

  private String mistake(String line) {
    return String.valueOf(
        assertThrows(ConfigurationException.class, () -> licence(line)).getMessage());
  }

  private Licence licence(String line) throws Exception {
    Path file = folder.resolve("corporation.yaml");
    Files.writeString(file, OFFICE + line);
    return Directory.read(file).office(new OfficeNumber("9970000001")).orElseThrow().licence();
  }
}
