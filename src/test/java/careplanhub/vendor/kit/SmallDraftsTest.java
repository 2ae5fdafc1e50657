package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.office.HubSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples of two or three lines, each with one oddity, and the whole draft of each beside it. Run
 * with {@code -Dcareplanhub.writeDocs=true} to write the drafts anew, and read the difference.
 */
class SmallDraftsTest {
  private static final Path SAMPLES =
      Path.of("src", "test", "resources", "vendor", "drafts", "small");

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<String> names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".csv"))
              .map(name -> name.substring(0, name.length() - 4))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDraftIsTheOneBesideTheSample(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(name + ".csv"));
    Sample sample = SampleReader.read(name + ".csv", bytes, HubSettings.defaults().kit());
    AdapterDraft draft = AdapterDraft.of("draft", sample, "UPJSK");
    List<String> lines = new ArrayList<>(draft.yaml().lines().toList());
    draft.lines().forEach(line -> lines.add("# " + line));
    draft.notes().forEach(note -> lines.add("# " + note));
    Path file = SAMPLES.resolve(name + ".yaml");
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.writeString(file, String.join("\n", lines) + "\n");
    }
    assertEquals(
        Files.readAllLines(file).stream().map(String::stripTrailing).toList(),
        lines.stream().map(String::stripTrailing).toList());
  }
}
