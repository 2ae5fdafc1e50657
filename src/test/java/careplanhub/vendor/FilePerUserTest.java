package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor that wants a file for each user gets them, and all of them are one export again. */
class FilePerUserTest {
  private static final String NAME = "teikyo_{month}_{from}_{fromType}_{serial}.csv";
  private static final String OF_USER = "teikyo_{month}_{user}_{from}_{fromType}_{serial}.csv";
  private static final Map<String, String> VALUES =
      Map.of(
          "insurerNumber", "011002",
          "targetMonth", "202504",
          "serviceDate", "20250401",
          "serviceStart", "0930",
          "serviceEnd", "1000",
          "serviceCode", "111111",
          "units", "244",
          "serviceCount", "1",
          "serviceOfficeNumber", "9970000002");

  @Test
  void eachUserHasAFileAndTheyReadAsOneExport() throws Exception {
    Adapter adapter = adapter(OF_USER + "\"\n  per: \"user");
    List<Row> rows =
        List.of(
            row("9900000001", "20250401"),
            row("9900000002", "20250401"),
            row("9900000001", "20250402"),
            row("../../etc", "20250403"));
    List<VendorFile> files = adapter.filesOf(name(), rows, OfficeKnowledge.none());
    assertEquals(
        List.of(
            "teikyo_202504_011002-9900000001_9970000002_11_20250501100203.csv",
            "teikyo_202504_011002-9900000002_9970000002_11_20250501100203.csv",
            "teikyo_202504_011002-______etc_9970000002_11_20250501100203.csv"),
        files.stream().map(VendorFile::name).toList());
    List<String> back = new ArrayList<>();
    for (VendorFile file : files.subList(0, 2)) {
      NamedSource source =
          new NamedSource(file.name(), () -> new ByteArrayInputStream(file.bytes()));
      adapter
          .read(source, JittaiFixture.context())
          .rows()
          .forEach(row -> back.add(row.get("insuredNumber") + " " + row.get("serviceDate")));
    }
    assertEquals(
        List.of("9900000001 20250401", "9900000001 20250402", "9900000002 20250401"), back);
  }

  @Test
  void aVendorThatSaysNothingGetsOneFile() throws Exception {
    List<Row> rows = List.of(row("9900000001", "20250401"), row("9900000002", "20250401"));
    assertEquals(1, adapter(NAME).filesOf(name(), rows, OfficeKnowledge.none()).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "teikyo_{month}_{from}_{fromType}_{serial}.csv\"\\n  per: \"user | file.name",
        "teikyo_{user}_{from}_{fromType}_{serial}.csv | file.name",
        "teikyo_{user}_{from}_{fromType}_{serial}.csv\"\\n  per: \"office | file.per",
      })
  void aNameThatDoesNotFitIsRefusedWithItsPlace(String written, String field) {
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> adapter(written.replace("\\n", "\n")));
    assertEquals(field, mistake.field(), mistake.getMessage());
    assertTrue(mistake.line() != null && mistake.line() > 0, mistake.getMessage());
  }

  private static Adapter adapter(String name) throws ConfigurationException, IOException {
    String yaml = Files.readString(Path.of("config", "vendors", "teikyo", "adapter.yaml"));
    assertTrue(yaml.contains(NAME), "the shipped file has another name");
    return Adapter.parse("adapter.yaml", yaml.replace(NAME, name).getBytes(StandardCharsets.UTF_8));
  }

  private static FileName name() throws Exception {
    return FileName.parse("UPJSK_202504_9970000002_11_9980000001_43_20250501100203.CSV");
  }

  private static Row row(String user, String date) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
    return Row.of(
            layout, layout.fields().stream().map(f -> VALUES.getOrDefault(f.key(), "")).toList())
        .with("insuredNumber", user)
        .with("serviceDate", date);
  }
}
