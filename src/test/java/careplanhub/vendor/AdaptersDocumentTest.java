package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page for those who write adapters names what there is. */
class AdaptersDocumentTest {
  private final String page = read();

  @Test
  void everyFindingIsExplainedWithItsSeverity() {
    for (VendorFinding finding : VendorFinding.values()) {
      var one = finding.of("");
      String row =
          "| " + one.code() + " | " + one.severity().label().toLowerCase(Locale.ROOT) + " |";
      assertTrue(page.contains(row), row);
    }
  }

  @Test
  void everyShippedAdapterHasItsSection() throws Exception {
    for (Adapter adapter : Adapters.load(Path.of("config", "vendors")).all()) {
      String heading = "## " + adapter.name() + ": " + adapter.title();
      assertTrue(page.contains(heading), heading);
    }
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs", "adapters.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
