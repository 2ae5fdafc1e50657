package careplanhub.lab.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page lists exactly the scenarios that the program has. */
class ScenariosTest {
  private static final Path PAGE = Path.of("docs/reliability.md");
  private static final String BEGIN = "<!-- scenarios: begin -->\n";
  private static final String END = "<!-- scenarios: end -->";

  @Test
  void thePageShowsEveryScenarioWithItsInvariant() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertTrue(from >= BEGIN.length() && to >= from, "the marks of the table are gone");
    String table = table();
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
      return;
    }
    assertEquals(table, page.substring(from, to), "write it with -Dcareplanhub.writeDocs=true");
  }

  @Test
  void noTwoScenariosHaveOneName() {
    List<String> names = Scenarios.ALL.stream().map(Scenario::name).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  private static String table() {
    StringBuilder text = new StringBuilder("\n| `./hub chaos` … | 障害 | 守られること |\n|---|---|---|\n");
    for (Scenario scenario : Scenarios.ALL) {
      text.append("| `").append(scenario.name()).append("` | ").append(scenario.description());
      text.append(" | ").append(scenario.invariant()).append(" |\n");
    }
    return text.append('\n').toString();
  }
}
