package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark finds rows for every shipped adapter by itself. */
class TranslateFilesTest {
  @TempDir private Path folder;

  @Test
  void theGeneratorMakesRowsThatEveryShippedAdapterCarries() throws Exception {
    for (Adapter adapter : Adapters.load(Path.of("config", "vendors")).all()) {
      TranslateFiles files = new TranslateFiles(adapter);
      assertFalse(files.kinds().isEmpty(), adapter.name());
      assertFalse(files.carried(folder.resolve(adapter.name())).isEmpty(), adapter.name());
    }
  }

  @Test
  void theSheetOfLentEquipmentCarriesNothingElse() throws Exception {
    Adapter adapter = Adapters.load(Path.of("config", "vendors")).named("yogu").orElseThrow();

    assertEquals(
        List.of("17"),
        new TranslateFiles(adapter)
            .carried(folder).stream().map(office -> office.type().value()).toList());
  }

  @Test
  void asManyRowsAsAskedForAreSharedByTheKinds() throws Exception {
    Adapter adapter = Adapters.load(Path.of("config", "vendors")).named("teikyo").orElseThrow();
    TranslateFiles files = new TranslateFiles(adapter);

    long rows =
        files.write(
            new TranslateFolder(folder), List.of(CodecFiles.serviceOffices().get(0)), 1_000);

    assertEquals(List.of("UPJSK", "UPPLAN"), files.kinds());
    assertTrue(rows >= 1_000);
    assertTrue(
        new TranslateFolder(folder)
            .standardFiles().stream()
                .map(file -> TranslateFolder.nameOf(file).kind())
                .toList()
                .containsAll(files.kinds()));
  }
}
