package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code hub.cmd} runs where these tests do not: it must say and do what {@code hub} does. */
class LauncherTwinsTest {
  private final String posix;
  private final String windows;

  LauncherTwinsTest() throws IOException {
    posix = ProjectFiles.read("hub");
    windows = ProjectFiles.read("hub.cmd");
  }

  @Test
  void bothSayTheSame() {
    Set<String> posixSays = all(posix, "(?:say|stop) '([^']+)'");
    assertFalse(posixSays.isEmpty());
    assertEquals(posixSays, all(windows, "echo hub: (.+?)>&"));
  }

  @Test
  void bothGiveJavaTheSameOptions() {
    String options = "(-X[\\w:+]+|-D[\\w.]+(?:=UTF-8)?|--[a-z]+-[a-z-]+=[a-z]+|-jar)(?=[\\s\"'=}])";
    Set<String> posixOptions = all(posix, options);
    assertTrue(posixOptions.contains("-Dcareplanhub.home"));
    assertEquals(posixOptions, all(windows, options));
  }

  @Test
  void bothBuildTheSameWay() {
    String call = "(?:mvnw|mvnw\\.cmd) (-B .*?package)";
    Set<String> posixCall = all(posix, call);
    assertEquals(1, posixCall.size());
    assertEquals(posixCall, all(windows, call));
  }

  @Test
  void bothAskForTheSameVersionsOfJava() {
    Set<String> posixVersions = all(posix, "version\\S*\" -(?:ge|lt) (\\d+)");
    assertEquals(Set.of("17", "24"), posixVersions);
    assertEquals(posixVersions, all(windows, "version% (?:geq|lss) (\\d+)"));
  }

  @Test
  void bothReadTheSameEnvironment() {
    String variables = "\\b(JAVA_HOME|CAREPLANHUB_\\w+)\\b";
    assertEquals(all(posix, variables), all(windows, variables));
  }

  @Test
  void bothLookAtTheSameFiles() {
    String files = "\\b((?:target|src|pom)[/\\\\.][\\w.-]+)\\b";
    assertEquals(all(posix, files), all(windows.replace('\\', '/'), files));
  }

  @Test
  void theWindowsTwinIsHandedOutWithWindowsLineEnds() throws IOException {
    assertTrue(ProjectFiles.read(".gitattributes").contains("*.cmd text eol=crlf"));
  }

  private static Set<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
