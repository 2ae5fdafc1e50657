package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What no file of the project may hold: another place must be able to build and read it as it is.
 */
class ProjectFilesTest {
  private static final Pattern PACKAGE_REGISTRY =
      Pattern.compile(
          "repo1?\\.maven\\.|registry\\.npm|deb\\.debian\\.|pypi\\.|pythonhosted|crates\\.io"
              + "|proxy\\.golang|docker\\.io|ghcr\\.io|quay\\.io|mcr\\.microsoft");
  private static final Pattern PLACE_ON_ONE_MACHINE =
      Pattern.compile("(?<![\\w.}/-])/(?:work|root|home/\\w+|Users/\\w+)/|[A-Z]:\\\\Users\\\\");
  private static final Pattern LEFT_LYING_ABOUT =
      Pattern.compile("\\b(?:TODO|FIXME)\\b|@Disabled\\b|\\.printStackTrace\\(\\)");

  /** Where Maven itself comes from has to be written in this one file. */
  private static final Path MAVEN_WRAPPER = Path.of(".mvn/wrapper/maven-wrapper.properties");

  private static final Path THIS_TEST = Path.of("src/test/java/careplanhub/ProjectFilesTest.java");

  @Test
  void noFileNamesTheHostOfAPackageRegistry() throws IOException {
    assertEquals(List.of(), matches(PACKAGE_REGISTRY));
  }

  @Test
  void noFileNamesAPlaceOnOneMachine() throws IOException {
    assertEquals(List.of(), matches(PLACE_ON_ONE_MACHINE));
  }

  @Test
  void noWorkIsLeftLyingAbout() throws IOException {
    assertEquals(List.of(), matches(LEFT_LYING_ABOUT));
  }

  @Test
  void onlyAnOptionalPartSkipsATest() throws IOException {
    assertEquals(List.of(), matches(Pattern.compile("\\bAssumptions\\b|assumeTrue\\(")));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path file : ProjectFiles.all()) {
      Path folder = file.toAbsolutePath().getParent();
      boolean ours = file.startsWith("src/main/java") && file.toString().endsWith(".java");
      if (ours && !saysPurpose(folder.resolve("package-info.java"))) {
        silent.add(folder);
      }
    }
    assertEquals(List.of(), silent.stream().distinct().toList());
  }

  @Test
  void thePatternsFindWhatTheyLookFor() {
    assertTrue(PACKAGE_REGISTRY.matcher("https://repo.maven.apache.org/maven2").find());
    assertTrue(PLACE_ON_ONE_MACHINE.matcher("see /root/.m2").find());
    assertTrue(LEFT_LYING_ABOUT.matcher("// TODO later").find());
  }

  private static boolean saysPurpose(Path packageInfo) throws IOException {
    return Files.exists(packageInfo) && ProjectFiles.read(packageInfo).contains("/**");
  }

  private static List<String> matches(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : ProjectFiles.all()) {
      if (file.equals(MAVEN_WRAPPER) || file.equals(THIS_TEST)) {
        continue;
      }
      List<String> lines = ProjectFiles.read(file).lines().toList();
      for (int line = 0; line < lines.size(); line++) {
        if (pattern.matcher(lines.get(line)).find()) {
          found.add(file + ":" + (line + 1));
        }
      }
    }
    return found;
  }
}
