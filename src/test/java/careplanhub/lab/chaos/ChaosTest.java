package careplanhub.lab.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a hub and a relay at the steps that matter most; {@code ./hub chaos} does the same at all
 * of them and at random moments.
 */
class ChaosTest {
  private static final List<String> MOST_IMPORTANT =
      List.of(
          "intake-ledger-written",
          "pack-ledger-written",
          "dispatch-answered",
          "deliver-renamed",
          "acknowledge-told",
          "sftp-parcel-laid",
          "sftp-receipt-laid",
          "relay-parcel-accepted");

  private static final Pattern REACHED =
      Pattern.compile("Checkpoints\\s*\\.reached\\(\"([^\"]+)\"");

  @TempDir Path directory;

  @Test
  void nothingIsLostDoubledOrSeenHalfWhenProgramsAreKilledInTheMiddle() throws Exception {
    Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    try (Chaos chaos =
        Chaos.in(directory, Path.of("").toAbsolutePath(), 1, clock, (number, what, took) -> {})) {
      ChaosResult result =
          chaos.killAt(
              MOST_IMPORTANT.stream().map(name -> ChaosPoint.named(name).orElseThrow()).toList());
      assertEquals(List.of(), result.problems());
      assertEquals(MOST_IMPORTANT.size(), result.kills());
    }
  }

  @Test
  void everyCheckpointOfTheProgramHasItsKill() throws IOException {
    Set<String> listed =
        ChaosPoint.ALL.stream()
            .map(ChaosPoint::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(reachedInSources(), listed);
    assertEquals(listed.size(), ChaosPoint.ALL.size(), "a name stands twice");
  }

  private static Set<String> reachedInSources() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher reached = REACHED.matcher(Files.readString(source, StandardCharsets.UTF_8));
        while (reached.find()) {
          names.add(reached.group(1));
        }
      }
    }
    return names;
  }
}
