package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The wide form that docs/adapters.md shows whole loads, is short, and works both ways. */
class DocumentedExampleTest {
  private static final int MOST_LINES = 60;

  @Test
  void aWideFormIsShortAndWorksBothWays() throws Exception {
    String yaml = example();
    assertTrue(yaml.lines().count() < MOST_LINES, () -> yaml.lines().count() + " lines");
    Adapter adapter = Adapter.parse("adapters.md", yaml.getBytes(StandardCharsets.UTF_8));
    String header = "年月,保険者,被保険者,利用者名,種類,項目,開始,分,単位," + days() + ",回数\r\n";
    String marks =
        IntStream.rangeClosed(1, 31)
            .mapToObj(day -> day == 2 || day == 30 ? "○" : "")
            .collect(Collectors.joining(","));
    String start = "令和7年4月,011002,9900000001,";
    String end = ",11,1111,9:50,30,\"1,244\"," + marks + ",2\r\n";

    Translated there =
        adapter.toStandard(
            JittaiFixture.utf8(header + start + "試験 太郎" + end), JittaiFixture.context());

    assertEquals(List.of(), there.findings());
    AddressedFile file = there.files().get(0);
    assertEquals(
        List.of("20250402 0950-1020 1 1244", "20250430 0950-1020 1 1244"),
        file.rows().stream()
            .map(
                row ->
                    row.get("serviceDate")
                        + " "
                        + row.get("serviceStart")
                        + "-"
                        + row.get("serviceEnd")
                        + " "
                        + row.get("serviceCount")
                        + " "
                        + row.get("units"))
            .toList());
    VendorFile back = adapter.fromStandard(file.name(), file.rows());
    assertEquals(header + start + end, new String(back.bytes(), JittaiFixture.MS932));
    assertEquals(List.of(), back.findings());
  }

  private static String days() {
    return IntStream.rangeClosed(1, 31).mapToObj(day -> day + "日").collect(Collectors.joining(","));
  }

  private static String example() throws Exception {
    String page = Files.readString(Path.of("docs", "adapters.md")).replace("\r\n", "\n");
    String begin = "```yaml\nadapter: ";
    int from = page.indexOf(begin) + "```yaml\n".length();
    return page.substring(from, page.indexOf("```", from));
  }
}
