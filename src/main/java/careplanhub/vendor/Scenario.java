package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.OfficeNumber;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One example of an adapter, as data in a folder {@code scenarios/<name>/} beside its file: {@code
 * scenario.yaml}, the vendor's files in {@code vendor/}, the standard's in {@code standard/}, the
 * vendor's that come back in {@code back/} where they differ from the first, and tables of the
 * office. Files are written in UTF-8, so that people can read them, and translated in the charset
 * that the scenario says.
 *
 * @param folder where it lies
 * @param says the content of scenario.yaml
 */
public record Scenario(Path folder, Says says) {
  private static final String FILE = "scenario.yaml";

  /**
   * What scenario.yaml says.
   *
   * @param title what it shows, in Japanese
   * @param office who exports
   * @param partner every user's support office; none where nobody knows them
   * @param planner the name of the care manager
   * @param today the day of the translation, yyyy-MM-dd
   * @param month of a file that does not say its own, yyyyMM
   * @param charset MS932 or UTF-8: how the vendor's files are written
   * @param fileName the vendor's file's name where it matters
   * @param toStandard findings of reading the vendor's files, as {@code CODE line field}
   * @param fromStandard findings of the way back
   */
  public record Says(
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) OfficeNumber office,
      @Nullable OfficeNumber partner,
      @Nullable String planner,
      @JsonProperty(required = true) String today,
      @Nullable String month,
      @Nullable String charset,
      @Nullable String fileName,
      @Nullable List<String> toStandard,
      @Nullable List<String> fromStandard) {}

  /** The scenarios of an adapter's folder in the order of their names. */
  public static List<Scenario> of(Path adapterFolder) throws ConfigurationException, IOException {
    Path scenarios = adapterFolder.resolve("scenarios");
    if (!Files.isDirectory(scenarios)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> found = Files.list(scenarios)) {
      folders = found.filter(folder -> Files.exists(folder.resolve(FILE))).sorted().toList();
    }
    List<Scenario> read = new ArrayList<>();
    for (Path folder : folders) {
      read.add(in(folder));
    }
    return read;
  }

  /** The scenario of a folder. */
  public static Scenario in(Path folder) throws ConfigurationException {
    return new Scenario(folder, YamlDocument.read(folder.resolve(FILE)).bind(Says.class));
  }

  /** Its name: the folder's. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The files of a part, such as {@code vendor}, in the order of their names. */
  List<Path> files(String part) throws IOException {
    Path of = folder.resolve(part);
    if (!Files.isDirectory(of)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(of)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
