package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileReportsTest {
  @Test
  void aReportIsJsonWithNullWhereThereIsNothing() throws Exception {
    Field field =
        Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow().field("serviceCode");
    FileReport report =
        new FileReport(
            "a.CSV",
            "UPJSK",
            null,
            2,
            List.of(FindingCode.LENGTH.at(12, 11, field), FindingCode.UNIT_COMBINATION.of()));

    ObjectMapper json = new ObjectMapper();
    assertEquals(
        json.readTree(
            """
            [{"file":"a.CSV","layout":"UPJSK","csvVersion":null,"rows":2,"findings":[
              {"severity":"error","code":"FIELD-80","rule":null,"line":12,"record":11,"column":15,
               "field":"サービスコード","message":"%s"},
              {"severity":"error","code":"UNIT-14","rule":14,"line":null,"record":null,"column":null,
               "field":null,"message":"%s"}]}]
            """
                .formatted(report.findings().get(0).message(), report.findings().get(1).message())),
        json.readTree(FileReports.toJson(List.of(report))));
  }

  @Test
  void aReportHasErrorsWhenOneFindingIsOne() {
    assertTrue(report(FindingCode.DATE).hasErrors());
    assertFalse(report(FindingCode.NEEDED_EMPTY).hasErrors());
    assertTrue(
        new FileReport("a", null, null, 0, List.of(FindingCode.NEEDED_EMPTY.of().asError()))
            .hasErrors());
  }

  private static FileReport report(FindingCode code) {
    return new FileReport("a", null, null, 0, List.of(code.of()));
  }
}
