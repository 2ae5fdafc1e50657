package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./hub check} as a clerk and a program meet it. */
class CheckCommandTest {
  private static final Charset MS932 = Charset.forName("MS932");
  private static final String RESULT_NAME =
      "UPJSK_202505_1370000002_11_1370000001_43_20250601093000.CSV";
  private static final String RESULT =
      "202407,999901,9900000001,20250601,202505,1370000001,\"計画 花子\",250,,20250507,,0900,1000,1,"
          + "111111,,,\"\",,1370000002,\"架空訪問介護\",,0,1370000002,\r\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRightFileEndsWithZeroAndASummary() throws IOException {
    assertEquals(0, run("check", file(RESULT_NAME, RESULT)));

    assertEquals("検査したファイル 1件、レコード 1件: 誤り 0件、注意 0件\n", out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void anErrorEndsWithOneAndNamesPlaceAndItem() throws IOException {
    String file = file(RESULT_NAME, RESULT + RESULT.replace("20250507", "20250532"));

    assertEquals(1, run("check", file));

    assertTrue(
        out.toString()
            .startsWith(file + " [誤り] 2行目 No.10 サービス利用日 「サービス利用日」が実在する日付(YYYYMMDD)ではありません。"),
        out.toString());
  }

  @Test
  void aWarningEndsWithZero() throws IOException {
    assertEquals(0, run("check", file(RESULT_NAME, RESULT.replace("202407", "202410"))));

    assertTrue(out.toString().contains("[注意]"), out.toString());
  }

  @Test
  void aStrictCheckMakesWhatWasToleratedAnError() throws IOException {
    String file = file(RESULT_NAME, RESULT.replace("\r\n", "\n"));

    assertEquals(0, run("check", file));
    assertEquals(1, run("check", "--strict", file));
  }

  @Test
  void theJsonIsAnArrayOfFilesWithExplicitNulls() throws IOException {
    String right = file(RESULT_NAME, RESULT);
    String wrong = file("UPJSK.CSV", RESULT.replace("111111", "11"));

    assertEquals(1, run("check", "--json", wrong, right));

    JsonNode files = new ObjectMapper().readTree(out.toString());
    assertEquals(2, files.size());
    assertEquals(wrong, files.get(0).get("file").asText());
    assertEquals("UPJSK", files.get(0).get("layout").asText());
    assertEquals("202407", files.get(0).get("csvVersion").asText());
    assertEquals(1, files.get(0).get("rows").asInt());
    JsonNode name = files.get(0).get("findings").get(0);
    assertEquals("error", name.get("severity").asText());
    assertTrue(name.get("line").isNull() && name.get("record").isNull());
    assertTrue(name.get("column").isNull() && name.get("field").isNull());
    JsonNode field = files.get(0).get("findings").get(1);
    assertEquals("FIELD-80", field.get("code").asText());
    assertEquals(1, field.get("line").asInt());
    assertEquals(1, field.get("record").asInt());
    assertEquals(15, field.get("column").asInt());
    assertEquals("サービスコード", field.get("field").asText());
    assertEquals(right, files.get(1).get("file").asText());
    assertEquals(0, files.get(1).get("findings").size());
    assertEquals("", err.toString());
  }

  @Test
  void aMissingFileIsWrongUse() {
    assertEquals(2, run("check", folder.resolve("nai.CSV").toString()));

    assertTrue(err.toString().startsWith("ファイルがありません: "), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void noFileAndAnUnknownOptionAreWrongUseToldInJapanese() throws IOException {
    assertEquals(2, run("check"));
    assertTrue(err.toString().startsWith("必要な引数がありません: FILE"), err.toString());
    err.getBuffer().setLength(0);

    assertEquals(2, run("check", "--fast", file(RESULT_NAME, RESULT)));
    assertTrue(err.toString().startsWith("知らないオプションか、余分な引数です: --fast"), err.toString());
  }

  @Test
  void noMessageShowsAValueOfTheFile() throws IOException {
    String secret = "ひみつの値";
    String[] values = RESULT.strip().split(",", -1);
    Arrays.fill(values, 1, values.length, secret);

    run("check", "--json", file(RESULT_NAME, String.join(",", values) + "\r\n"));

    assertFalse(out.toString().contains(secret), out.toString());
  }

  @Test
  void everyDamagedFileGetsACodedFindingAndNoStackTrace() throws IOException {
    for (String damaged : damagedFiles()) {
      out.getBuffer().setLength(0);
      err.getBuffer().setLength(0);

      assertEquals(1, run("check", "--json", damaged), damaged);

      JsonNode findings = new ObjectMapper().readTree(out.toString()).get(0).get("findings");
      List<String> codes = new ArrayList<>();
      findings.forEach(finding -> codes.add(finding.get("code").asText()));
      assertFalse(codes.isEmpty(), damaged);
      assertTrue(codes.stream().allMatch(code -> code.matches("[A-Z]+-[0-9]{2}[a-z]?")), damaged);
      assertEquals("", err.toString(), damaged);
    }
  }

  private List<String> damagedFiles() throws IOException {
    List<String> files = new ArrayList<>();
    String[] kinds = {"UPJSK", "UPPLAN", "UPSIKYU", "UPHOSOKU"};
    for (String kind : kinds) {
      String name = kind + "_202505_1370000002_11_1370000001_43_2025060109300";
      int number = 0;
      for (byte[] bytes : damagedBytes()) {
        files.add(file(name + number / 10 + ".CSV", bytes, "damaged" + number++ + kind));
      }
    }
    Files.createDirectory(folder.resolve(RESULT_NAME));
    files.add(folder.resolve(RESULT_NAME).toString());
    files.add(file("UPKIHON_IMAGE_1370000009_46_1370000001_43_20250425093000_0001.jpg", "jpeg"));
    files.add(file("UPJSK_202513_1370000002_11_1370000001_43_20250601093000.CSV", RESULT));
    files.add(file("UPJSK_202506_1370000002_11_1370000001_43_20250601093000.CSV", RESULT));
    files.add(file("UPJSK_202505_137000002_11_1370000001_43_20250601093000.CSV", RESULT));
    files.add(file("UPJSK", RESULT));
    files.add(file("予定.xlsx", RESULT));
    files.add(file("UPKHON_1370000009_46_1370000001_43_20250425093000.CSV", RESULT));
    return files;
  }

  private static List<byte[]> damagedBytes() {
    byte[] right = RESULT.getBytes(MS932);
    String twoRows = RESULT + RESULT;
    return List.of(
        new byte[0],
        Arrays.copyOf(right, right.length / 2),
        "\r\n\r\n".getBytes(MS932),
        RESULT.replace("\"計画", "\"計画\"x").getBytes(MS932),
        RESULT.replace("花子\"", "花子").getBytes(MS932),
        twoRows.replaceFirst("花子\"", "花子").getBytes(MS932),
        RESULT.replace("999901", "9999\0\0").getBytes(MS932),
        RESULT.replace("計画", "\0\0").getBytes(MS932),
        RESULT.getBytes(StandardCharsets.UTF_16),
        RESULT.getBytes(StandardCharsets.UTF_16LE),
        RESULT.getBytes(Charset.forName("EUC-JP")),
        (",".repeat(10_000) + "\r\n").getBytes(MS932),
        ("202407," + "9".repeat(300_000) + "\r\n").getBytes(MS932),
        ("202407,\"" + "あ".repeat(200_000)).getBytes(MS932),
        new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0},
        new byte[100_000],
        RESULT.replace(",", "\t").getBytes(MS932),
        RESULT.replace(",", ";").getBytes(MS932),
        RESULT.replace("202407", "").getBytes(MS932),
        RESULT.replace("202505", "202513").getBytes(MS932),
        "<html><body>404</body></html>".getBytes(MS932),
        "{\"a\": 1}".getBytes(MS932));
  }

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(MS932), "given");
  }

  private String file(String name, byte[] bytes, String subfolder) throws IOException {
    Path file = Files.createDirectories(folder.resolve(subfolder)).resolve(name);
    return Files.write(file, bytes).toString();
  }

  private int run(String... arguments) {
    CommandLine hub = Main.commandLine();
    return hub.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }
}
