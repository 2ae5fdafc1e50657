package careplanhub.lab.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.office.HubSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that were filled in by hand come back over FAX and are read. */
class FaxBenchTest {
  private static final int PAGES = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {196, 98})
  void sheetsAreReadAfterAFax(int rows) throws Exception {
    OptionalPart.require("convert");
    OptionalPart.require("tiffcp");

    FaxFigures figures =
        new FaxBench(HubSettings.defaults(), folder).run(rows, PAGES, 11, progress -> {});

    assertEquals(PAGES, figures.pages());
    assertEquals(PAGES, figures.codes());
    assertEquals(PAGES, figures.sheets());
    assertEquals(0, figures.wrong());
    assertTrue(figures.filledFound() > 95, figures.lastLine(0));
    assertTrue(figures.leftToPerson() < 5, figures.lastLine(0));
  }

  @Test
  void figuresAreSharesOfAllPages() {
    FaxFigures one = new FaxFigures(98, 1, 1, 1, 100, 40, 97, 38, 2, 1, 1, 500_000_000);
    FaxFigures other = new FaxFigures(98, 1, 0, 0, 100, 10, 0, 0, 100, 10, 0, 500_000_000);

    assertEquals(
        "BENCH fax resolution=204x98 pages=2 qr=50.00% sheets=50.00% boxes=200 filled=50"
            + " filled right=97.436% doubtful=51.000% filled doubtful=22.000% wrong=1 pages/s=2.0 heap=3MB",
        FaxFigures.none(98).and(one).and(other).lastLine(3 << 20));
  }
}
