package careplanhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./hub} in a folder of its own, where the build is a copy of a small jar: what it builds,
 * when, and what it hands to the program.
 */
class LauncherTest {
  @TempDir Path folder;
  private Path home;

  /** Stands for the program: tells what it was given. */
  public static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
      System.out.println(System.getProperty("careplanhub.home"));
      for (String argument : arguments) {
        System.out.println(argument);
      }
      System.exit(arguments.length == 0 ? 0 : 1);
    }
  }

  @BeforeEach
  void project() throws IOException {
    OptionalPart.require("sh");
    home = Files.createDirectories(folder.resolve("ケア プラン"));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("src/main/Program.java"), "");
    Files.copy(Path.of("hub"), home.resolve("hub"));
    Files.createDirectories(home.resolve("bin"));
    program("mvnw", "echo maven speaks; echo built >> builds; cp echo.jar target/careplan-hub.jar");
    echoJar();
  }

  @Test
  void itBuildsWhatIsAbsentAndOnlyOnce() throws Exception {
    assertEquals(0, hub(List.of()).code());
    assertEquals(0, hub(List.of()).code());
    assertEquals(1, builds());
  }

  @Test
  void itBuildsAgainWhenASourceIsNewer() throws Exception {
    hub(List.of());
    Path source = home.resolve("src/main/Program.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    hub(List.of());
    assertEquals(2, builds());
  }

  @Test
  void standardOutputIsTheCommandsAlone() throws Exception {
    Outcome outcome = hub(List.of());
    assertEquals(home.toRealPath() + "\n", outcome.out());
    assertTrue(outcome.error().contains("プログラムを組み立てます"), outcome.error());
    assertTrue(outcome.error().contains("maven speaks"), outcome.error());
  }

  @Test
  void argumentsAndExitCodePassUnchanged() throws Exception {
    Outcome outcome = hub(List.of("--out", "a b", "*", "要確認/x.csv", ""));
    String given = home.toRealPath() + "\n--out\na b\n*\n要確認/x.csv\n\n";
    assertEquals(given, outcome.out());
    assertEquals(1, outcome.code());
  }

  @Test
  void twoCallsAtTheSameTimeBuildOnce() throws Exception {
    program("mvnw", "echo built >> builds; sleep 1; cp echo.jar target/careplan-hub.jar");
    Call first = start(List.of(), Map.of());
    Call second = start(List.of(), Map.of());
    assertEquals(0, first.outcome().code());
    assertEquals(0, second.outcome().code());
    assertEquals(1, builds());
  }

  @Test
  void theLockOfADeadBuilderHoldsNobodyUp() throws Exception {
    Process gone = new ProcessBuilder("sh", "-c", "exit 0").start();
    gone.waitFor();
    Files.createDirectories(home.resolve("target"));
    Files.createSymbolicLink(
        home.resolve("target/hub-build.lock"), Path.of(Long.toString(gone.pid())));
    assertEquals(0, hub(List.of()).code());
  }

  @Test
  void aFailedBuildIsToldAndTriedAgainByTheNextCall() throws Exception {
    program("mvnw", "echo built >> builds; exit 1");
    Outcome outcome = hub(List.of());
    assertEquals(2, outcome.code());
    assertTrue(outcome.error().contains("組み立てに失敗しました"), outcome.error());
    hub(List.of());
    assertEquals(2, builds());
    assertFalse(Files.exists(home.resolve("target/hub-build.lock"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Outcome outcome = start(List.of(), Map.of("JAVA_HOME", home.toString())).outcome();
    assertEquals(2, outcome.code());
    assertTrue(outcome.error().contains("Java が見つかりません"), outcome.error());
  }

  @Test
  void withAnOldJavaItSaysWhichOneIsNeeded() throws Exception {
    program("bin/java", "echo 'openjdk version \"1.8.0_402\"' >&2");
    Outcome outcome = start(List.of(), Map.of("JAVA_HOME", home.toString())).outcome();
    assertEquals(2, outcome.code());
    assertTrue(outcome.error().contains("JDK 17 以上"), outcome.error());
  }

  @Test
  void japaneseNamesWorkWithoutALocale() throws Exception {
    Outcome outcome = start(List.of("要確認"), Map.of("LC_ALL", "C")).outcome();
    assertTrue(outcome.out().endsWith("要確認\n"), outcome.out());
  }

  private record Outcome(int code, String out, String error) {}

  private record Call(Process process, Path out, Path error) {
    Outcome outcome() throws IOException, InterruptedException {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "hub does not end");
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(error));
    }
  }

  private Outcome hub(List<String> arguments) throws Exception {
    return start(arguments, Map.of()).outcome();
  }

  private Call start(List<String> arguments, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", home.resolve("hub").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path error = Files.createTempFile(folder, "error", ".txt");
    builder.redirectOutput(out.toFile()).redirectError(error.toFile());
    return new Call(builder.start(), out, error);
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private void program(String name, String body) throws IOException {
    Path program = home.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  private void echoJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(home.resolve("echo.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        InputStream code = Echo.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(code).transferTo(jar);
    }
  }
}
