package careplanhub.vendor;

import static careplanhub.vendor.JittaiFixture.COLUMNS;
import static careplanhub.vendor.JittaiFixture.MS932;
import static careplanhub.vendor.JittaiFixture.context;
import static careplanhub.vendor.JittaiFixture.export;
import static careplanhub.vendor.JittaiFixture.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results of the standard become a file for a care software that reads サービス実態. */
class FromStandardTest {
  private final Adapter adapter = JittaiFixture.adapter();
  private FileName name;
  private Row row;

  @BeforeEach
  void oneResult() throws IOException {
    AddressedFile file = adapter.toStandard(export(visit()), context()).files().get(0);
    name = file.name();
    row = file.rows().get(0);
  }

  @Test
  void theFileHasTheVendorsColumnsAndWriting() {
    VendorFile file = adapter.fromStandard(name, List.of(row));
    assertEquals("jittai_202504_9970000002_11_20250501100203.csv", file.name());
    assertEquals(
        String.join(",", COLUMNS)
            + "\r\n"
            + ",,,,,11,1111,,,,244,,,9:50,10:20,,011002,,9900000001,,,,,2025/04/01\r\n",
        new String(file.bytes(), MS932));
    assertEquals(List.of(), file.findings());
  }

  @Test
  void aLossThatMattersIsToldWithItsCount() {
    Row twice = row.with("serviceCount", "2");
    VendorFile file =
        adapter.fromStandard(name, List.of(row, twice, twice.with("satelliteNo", "1")));
    assertFalse(file.hasErrors());
    assertEquals(
        List.of("サービス回数", "サテライト枝番"), file.findings().stream().map(Finding::field).toList());
    assertTrue(file.findings().get(0).message().contains("（2 行）"));
  }

  @Test
  void aRowThatTheLayoutCannotSayIsAnErrorAndNotInTheFile() {
    VendorFile file =
        adapter.fromStandard(
            name,
            List.of(
                row.with("serviceDate", "20250501"),
                row.with("serviceStart", "2400"),
                row.with("serviceCode", "11111"),
                row));
    assertTrue(file.hasErrors());
    assertEquals(
        List.of("対象年月", "サービス開始時刻", "サービスコード"),
        file.findings().stream().map(Finding::field).toList());
    assertEquals(2, new String(file.bytes(), MS932).lines().count());
  }

  @Test
  void otherFilesAreNotTaken() throws Exception {
    assertTrue(adapter.takes("UPJSK"));
    assertFalse(adapter.takes("UPPLAN"));
    FileName slip = FileName.parse("UPPLAN_202504_9980000001_43_9970000002_11_20250501100203.CSV");
    assertThrows(IllegalArgumentException.class, () -> adapter.fromStandard(slip, List.of()));
  }
}
