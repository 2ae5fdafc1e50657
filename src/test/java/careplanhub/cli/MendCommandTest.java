package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hub check --mend} as a clerk and a program meet it. */
class MendCommandTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String NAME =
      "DLTPLAN_202505_1370000001_43_1370000002_11_20250425093000.csv";
  private static final String STANDARD_NAME = NAME.replace(".csv", ".CSV");
  private static final String TEXT = "202410,11111,9900000001,202505\n";
  private static final String MENDED = "202407,011111,9900000001,202505\r\n";

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void choose() {
    out = folder.resolve("out");
  }

  @Test
  void aFileIsWrittenAsTheStandardSaysAndTheChangesAreTold() throws IOException {
    Path file = file(NAME, TEXT);

    Called called = Called.hub("check", "--mend", "--out", out, file);

    assertEquals(0, called.exit(), called.out());
    assertEquals(MENDED, Files.readString(out.resolve(STANDARD_NAME), MS932));
    assertEquals(TEXT, Files.readString(file, MS932), "the original");
    assertTrue(
        called.out().contains(file + " [直し] 1行目 No.2 保険者番号 先頭の 0 が落ちた値 → 0 を補った値 (READ-85)"),
        called.out());
    assertTrue(called.out().contains("直して書き出したファイル 1件、書き出さなかったファイル 0件"), called.out());
    assertEquals(List.of(STANDARD_NAME), names(out), "no hidden file is left");
  }

  @Test
  void theMendedFileIsRightWhenItIsCheckedAgainStrictly() throws IOException {
    Called.hub("check", "--mend", "--out", out, file(NAME, TEXT));

    Called again = Called.hub("check", "--strict", out.resolve(STANDARD_NAME));

    assertEquals(0, again.exit(), again.out());
  }

  @Test
  void aFileWithErrorsIsNotWrittenAndTheErrorsAreTold() throws IOException {
    Called called =
        Called.hub("check", "--mend", "--out", out, file(NAME, TEXT.replace("202505", "202513")));

    assertEquals(1, called.exit());
    assertTrue(called.out().contains("FIELD-82"), called.out());
    assertTrue(called.out().contains("書き出しませんでした"), called.out());
    assertEquals(List.of(), names(out));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.createDirectories(out);
    byte[] there = Files.readAllBytes(Files.writeString(out.resolve(STANDARD_NAME), "there"));

    Called called = Called.hub("check", "--mend", "--out", out, file(NAME, TEXT));

    assertEquals(1, called.exit());
    assertTrue(called.err().contains("同じ名前のファイルがある"), called.err());
    assertArrayEquals(there, Files.readAllBytes(out.resolve(STANDARD_NAME)));
    assertEquals(List.of(STANDARD_NAME), names(out));
  }

  @Test
  void theJsonTellsWhatWasChangedAndWhatIsLeftWithoutAValue() throws IOException {
    Path right = file(NAME, TEXT);
    Path wrong = file("DLT1KYO_1370000001_43_1370000002_11_20250425093000.CSV", "202407,1\r\n");

    Called called = Called.hub("check", "--mend", "--json", "--out", out, right, wrong);

    assertEquals(1, called.exit());
    JsonNode files = new ObjectMapper().readTree(called.out());
    assertEquals(right.toString(), files.get(0).get("file").asText());
    assertEquals(STANDARD_NAME, files.get(0).get("name").asText());
    JsonNode first = files.get(0).get("mended").get(0);
    assertEquals("NAME-80", first.get("code").asText());
    assertTrue(first.get("line").isNull() && first.get("column").isNull());
    assertEquals(1, first.get("count").asInt());
    assertEquals(0, files.get(0).get("findings").size());
    assertTrue(files.get(1).get("name").isNull());
    assertEquals("READ-08", files.get(1).get("findings").get(0).get("code").asText());
    assertFalse(called.out().contains("9900000001"), "a value of the file");
  }

  @Test
  void mendingWithoutAFolderAndAFolderWithoutMendingAreWrongUse() throws IOException {
    Path file = file(NAME, TEXT);
    assertEquals(2, Called.hub("check", "--mend", file).exit());
    assertEquals(2, Called.hub("check", "--out", out, file).exit());
    assertEquals(2, Called.hub("check", "--mend", "--strict", "--out", out, file).exit());
  }

  @Test
  void theBoundsComeFromTheSettings() throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("hub.yaml"), "check:\n  maximumFieldSize: 5B\n  maximumRecordSize: 50B\n");

    Called called = Called.hub("check", "--config", config, file(STANDARD_NAME, MENDED));

    assertEquals(1, called.exit());
    assertTrue(called.out().contains("READ-88"), called.out());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, MS932);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
