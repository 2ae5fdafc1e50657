package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void theManifestNamesEveryFile() throws IOException {
    assertEquals(0, generate("--users", "20", "--month", "2026-11"));
    JsonNode manifest = new ObjectMapper().readTree(out().resolve("manifest.json").toFile());
    Set<String> named = new TreeSet<>(List.of("manifest.json"));
    for (JsonNode unit : manifest.get("units")) {
      unit.get("files").forEach(file -> named.add(place(unit, file)));
    }
    manifest.get("exports").forEach(export -> named.add(place(export, export)));
    try (Stream<Path> files = Files.walk(out()).filter(Files::isRegularFile)) {
      Set<String> there = new TreeSet<>();
      files.forEach(file -> there.add(out().relativize(file).toString().replace('\\', '/')));
      assertEquals(there, named);
    }
    assertEquals(20, manifest.get("users").asInt());
  }

  @Test
  void onlyTheWantedKindsAreMade() throws IOException {
    assertEquals(
        0,
        generate(
            "--users",
            "20",
            "--month",
            "2026-11",
            "--kinds",
            "result,damaged",
            "--versions",
            "4.1"));
    assertFalse(Files.exists(out().resolve("3.2")));
    assertTrue(Files.exists(out().resolve("damaged/GAIJI")));
    try (Stream<Path> files = Files.walk(out().resolve("4.1")).filter(Files::isRegularFile)) {
      assertTrue(files.allMatch(file -> file.getFileName().toString().startsWith("UPJSK_")));
    }
  }

  @Test
  void wrongUseIsToldAndNothingWritten() throws IOException {
    assertEquals(2, generate("--users", "0", "--month", "2026-11"));
    assertEquals(2, generate("--users", "1", "--month", "2025-04"));
    assertEquals(2, generate("--users", "1", "--month", "2026-13"));
    assertEquals(2, generate("--users", "1", "--month", "2026-11", "--kinds", "nothing"));
    assertEquals(2, generate("--users", "1", "--month", "2026-11", "--versions", "5.0"));
    assertFalse(Files.exists(out()));
    generate("--users", "1", "--month", "2025-04");
    assertTrue(errors.toString().contains("2025-05 以降"), errors.toString());
  }

  @Test
  void aFolderWithSomethingInItIsRefused() throws IOException {
    Files.createDirectories(out());
    Files.writeString(out().resolve("mine.txt"), "mine");
    assertEquals(2, generate("--users", "1", "--month", "2026-11"));
    assertEquals(List.of("mine.txt"), List.of(out().toFile().list()));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private int generate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("generate", "--seed", "1"));
    all.addAll(List.of("--out", out().toString()));
    all.addAll(List.of(arguments));
    CommandLine commandLine = Main.commandLine();
    commandLine.setErr(new PrintWriter(errors, true));
    commandLine.setOut(new PrintWriter(new StringWriter()));
    return commandLine.execute(all.toArray(String[]::new));
  }

  private static String place(JsonNode holder, JsonNode file) {
    return holder.get("folder").asText() + "/" + file.get("name").asText();
  }
}
