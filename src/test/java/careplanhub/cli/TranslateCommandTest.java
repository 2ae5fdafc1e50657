package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./hub translate} as a person uses it. */
class TranslateCommandTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String EXPORT =
      """
      被保険者番号,西暦日付,利用者名,サービス種類コード,サービス内容コード,保険単位数,開始時間,終了時間,保険者番号,自費金額
      9900000001,2025/04/01,試験 太郎,11,1111,244,9:50,10:20,011002,0
      9900000001,2025/04/03,試験 太郎,11,1111,244,9:50,10:20,011002,0
      9900000002,2025/04/02,試験 花子,11,2111,183,13:00,13:45,011002,0
      """;

  @TempDir Path folder;
  private final StringWriter screen = new StringWriter();
  private Path out;

  @Test
  void anExportBecomesAResultAndTheResultAnExport() throws IOException {
    out = folder.resolve("there");
    assertEquals(0, translate("jittai", "4.1", export(EXPORT)), screen::toString);
    Path result = only(out);
    assertTrue(
        String.valueOf(result.getFileName())
            .matches("UPJSK_202504_9970000002_11_9980000001_43_[0-9]{14}\\.CSV"));
    List<String> rows = lines(result);
    assertEquals(3, rows.size());
    assertTrue(rows.get(0).startsWith("202407,011002,9900000001,2"), rows.get(0));
    assertTrue(rows.get(0).endsWith(",111111,,,\"\",,9970000002,\"\",,0,9970000002,"), rows.get(0));
    out = folder.resolve("back");
    assertEquals(0, translate("4.1", "jittai", result), screen::toString);
    assertEquals(
        List.of(
            "11,1111,,,,244,,,9:50,10:20,,011002,,9900000001,,,,,2025/04/01",
            "11,1111,,,,244,,,9:50,10:20,,011002,,9900000001,,,,,2025/04/03",
            "11,2111,,,,183,,,13:00,13:45,,011002,,9900000002,,,,,2025/04/02"),
        lines(only(out)).stream().skip(1).map(line -> line.replaceFirst("^,{5}", "")).toList());
  }

  @Test
  void severalExportsOfOneOfficeBecomeOneResult() throws IOException {
    out = folder.resolve("there");
    Path second = Files.writeString(folder.resolve("second.csv"), EXPORT.replace("/04/0", "/04/1"));
    assertEquals(0, translate("jittai", "4.1", export(EXPORT), second), screen::toString);
    assertEquals(6, lines(only(out)).size());
  }

  @Test
  void anUnreadableRowIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
    out = folder.resolve("there");
    Path wrong = export(EXPORT.replace("2025/04/03", "2025/04/31"));
    assertEquals(1, translate("jittai", "4.1", wrong));
    assertTrue(screen.toString().contains("export.csv [誤り] 3行目 No.2 西暦日付 "), screen.toString());
    assertFalse(screen.toString().contains("2025/04/31"), screen.toString());
    assertEquals(List.of(), files(out));
  }

  @Test
  void withoutAPartnerTheOfficesTableTellsTheSupportOffice() throws IOException {
    out = folder.resolve("there");
    Path table = folder.resolve("config/offices/9970000002/support-offices.csv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "11002,9900000001,9980000001\nx,9900000002,9980000001\n");
    Path vendors = Files.createDirectories(folder.resolve("config/vendors/jittai"));
    Files.copy(Path.of("config/vendors/jittai/adapter.yaml"), vendors.resolve("adapter.yaml"));
    assertEquals(
        1,
        run(
            "--from",
            "jittai",
            "--to",
            "4.1",
            "--office",
            "9970000002",
            "--out",
            out.toString(),
            "--config",
            folder.resolve("config").toString(),
            export(EXPORT).toString()));
    assertTrue(screen.toString().contains("分からない利用者が 1 人"), screen.toString());
    assertTrue(screen.toString().contains("support-offices.csv [誤り] 2行目"), screen.toString());
    assertEquals(2, lines(only(out)).size());
  }

  @Test
  void anExistingFileIsNotReplaced() throws IOException {
    out = folder.resolve("there");
    translate("jittai", "4.1", export(EXPORT));
    Path result = only(out);
    out = folder.resolve("back");
    assertEquals(0, translate("4.1", "jittai", result));
    Files.writeString(only(out), "kept");
    assertEquals(1, translate("4.1", "jittai", result));
    assertEquals("kept", Files.readString(only(out)));
    assertTrue(screen.toString().contains("同じ名前のファイルがある"), screen.toString());
  }

  @Test
  void aSpreadsheetsResultInUtf8IsReadToo() throws IOException {
    out = folder.resolve("there");
    translate("jittai", "4.1", export(EXPORT));
    Path result = only(out);
    String saved =
        "\uFEFF"
            + Files.readString(result, MS932).replace("\r\n", "\n").replace(",0950,", ",9:50,");
    Files.write(result, saved.getBytes(StandardCharsets.UTF_8));
    out = folder.resolve("back");
    assertEquals(0, translate("4.1", "jittai", result), screen::toString);
    assertEquals(4, lines(only(out)).size());
  }

  @Test
  void otherFilesOfTheStandardAreNotTranslated() throws IOException {
    out = folder.resolve("back");
    Path slip = folder.resolve("UPPLAN_202504_9980000001_43_9970000002_11_20250501100203.CSV");
    Files.writeString(slip, "x\r\n");
    assertEquals(1, translate("4.1", "jittai", slip));
    assertTrue(screen.toString().contains("UPJSK だけ"), screen.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--from jittai --to jittai --office 9970000002",
        "--from 4.1 --to 4.1",
        "--from nobody --to 4.1 --office 9970000002",
        "--from jittai --to 4.1",
        "--from jittai --to 4.1 --office 123",
        "--from jittai --to 4.1 --office 9970000002 --partner x",
        "--from jittai --to 4.1 --office 9970000002 missing.csv",
        "--from jittai",
      })
  void wrongUseIsSaid(String options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.add(export(EXPORT).toString());
    assertEquals(2, run(arguments.toArray(String[]::new)), screen::toString);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private Path export(String text) throws IOException {
    return Files.writeString(folder.resolve("export.csv"), text.replace("\n", "\r\n"), MS932);
  }

  private int translate(String from, String to, Path... files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--from",
                from,
                "--to",
                to,
                "--office",
                "9970000002",
                "--partner",
                "9980000001",
                "--out",
                out.toString()));
    Stream.of(files).map(Path::toString).forEach(arguments::add);
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("translate"));
    all.addAll(List.of(arguments));
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(screen)).setErr(new PrintWriter(screen));
    return command.execute(all.toArray(String[]::new));
  }

  private static Path only(Path directory) throws IOException {
    List<Path> files = files(directory);
    assertEquals(1, files.size(), files::toString);
    return files.get(0);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, MS932);
  }
}
