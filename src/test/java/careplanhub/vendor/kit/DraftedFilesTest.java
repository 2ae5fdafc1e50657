package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.office.HubSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each draft is, to the letter, the one in {@code src/test/resources/vendor/drafts}, so that one
 * sees what a new word or shape changes. Run with {@code -Dcareplanhub.writeDocs=true} to write
 * them anew, and read the difference.
 */
class DraftedFilesTest {
  private static final Path DRAFTS = Path.of("src", "test", "resources", "vendor", "drafts");

  @ParameterizedTest
  @MethodSource("careplanhub.vendor.kit.SampleLayouts#all")
  void theDraftIsTheOneThatWasRead(SampleLayout layout) throws Exception {
    Sample sample =
        SampleReader.read(layout.fileName(), layout.bytes(), HubSettings.defaults().kit());
    AdapterDraft draft = AdapterDraft.of("draft", sample, "UPJSK");
    StringBuilder text = new StringBuilder(draft.yaml());
    draft.lines().forEach(line -> text.append("# ").append(line).append('\n'));
    draft.notes().forEach(note -> text.append("# ").append(note).append('\n'));
    Path file = DRAFTS.resolve(Normalizer.normalize(layout + ".yaml", Normalizer.Form.NFC));
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.createDirectories(DRAFTS);
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file).replace("\r\n", "\n"), text.toString());
  }
}
