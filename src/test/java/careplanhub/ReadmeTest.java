package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two languages of the README say the same and point at what exists. */
class ReadmeTest {
  private static final Pattern CODE_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void bothLanguagesGiveTheSameCommandsInTheSameOrder() throws IOException {
    List<String> english = commands("README.md");
    assertFalse(english.isEmpty());
    assertEquals(english, commands("README.ja.md"));
  }

  @Test
  void bothLanguagesHaveTheSameParts() throws IOException {
    assertEquals(shape("README.md"), shape("README.ja.md"));
  }

  @Test
  void eachLanguageLinksTheOtherAtItsTop() throws IOException {
    assertTrue(top("README.md").contains("](README.ja.md)"));
    assertTrue(top("README.ja.md").contains("](README.md)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ja.md"})
  void everyLinkLeadsToAFile(String readme) throws IOException {
    List<String> broken =
        LINK.matcher(ProjectFiles.read(readme))
            .results()
            .map((MatchResult link) -> link.group(1))
            .filter(target -> !Files.exists(Path.of(target)))
            .toList();
    assertEquals(List.of(), broken);
  }

  /** The lines of all code blocks. */
  static List<String> commands(String readme) throws IOException {
    List<String> commands = new ArrayList<>();
    CODE_BLOCK
        .matcher(ProjectFiles.read(readme))
        .results()
        .forEach((MatchResult block) -> block.group(1).lines().forEach(commands::add));
    return commands;
  }

  /** The levels of the headings and the first cells of the tables that are not prose. */
  private static List<String> shape(String readme) throws IOException {
    return ProjectFiles.read(readme)
        .lines()
        .filter(line -> line.startsWith("#") || line.startsWith("| `") || line.startsWith("!["))
        .map(
            line ->
                line.startsWith("| `")
                    ? line.substring(0, line.indexOf('|', 1))
                    : line.replaceAll("[^#!].*", ""))
        .toList();
  }

  private static String top(String readme) throws IOException {
    return String.join("\n", ProjectFiles.read(readme).lines().limit(4).toList());
  }
}
