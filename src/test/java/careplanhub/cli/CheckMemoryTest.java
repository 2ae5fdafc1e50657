package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files in a program that may use 256 MB. */
class CheckMemoryTest {
  private static final int ROWS = 500_000;
  private static final int ROWS_A_USER = 10;
  private static final String ROW =
      "202407,999901,%s,20250425,202505,\"\",1370000002,,%d1111,,,\"\",250,100,250,4,1000,1000,"
          + ",,,1000,11.40,11400,90,10260,,1140,,,,,0,9999999999,,1370000001,\r\n";
  private static final String TOTAL =
      "202407,999901,%s,20250425,202505,\"\",9999999999,,999999,,,\"\",0,,,4,%1$s,%1$s,"
          + ",,,%1$s,,,,,,,,,,,0,9999999999,,1370000001,\r\n";

  @TempDir Path folder;

  @Test
  void aBreakdownOfHalfAMillionRowsIsComparedWithinTheMemory() throws Exception {
    Path file = folder.resolve("UPSIKYU_202505_1370000001_43_1370000002_11_20250425093000.CSV");
    writeRows(file);

    String out = check(file, 0);

    assertTrue(out.contains("\"rows\" : " + ROWS), out);
    assertTrue(out.contains("UNIT-15c") && !out.contains("FILE-"), out);
  }

  @Test
  void aFieldOfAHundredMegabytesIsACodedFinding() throws Exception {
    Path file = folder.resolve("UPJSK_202505_1370000002_11_1370000001_43_20250601093000.CSV");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      byte[] part = "9".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 100; i++) {
        out.write(part);
      }
    }

    assertTrue(check(file, 1).contains("READ-88"));
  }

  private String check(Path file, int exit) throws IOException, InterruptedException {
    Path out = folder.resolve("out.json");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "check",
                    "--json",
                    file.toString()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it ends");
    assertEquals(exit, process.exitValue(), Files.readString(err));
    return Files.readString(out);
  }

  /** Nine services of nine types and their total for each user. */
  private static void writeRows(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int row = 0; row < ROWS; row++) {
        String user = "99%08d".formatted(row / ROWS_A_USER);
        int service = row % ROWS_A_USER;
        String text =
            service == ROWS_A_USER - 1
                ? TOTAL.replace("%1$s", "9000").formatted(user)
                : ROW.formatted(user, new int[] {11, 12, 13, 14, 15, 16, 21, 22, 24}[service]);
        out.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
