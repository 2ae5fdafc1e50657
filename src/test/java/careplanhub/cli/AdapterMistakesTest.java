package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong mapping gives one sentence with file and line, whichever command meets it, and the other
 * adapters of the folder go on.
 */
class AdapterMistakesTest {
  private static final Path SHIPPED = Path.of("config", "vendors");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gekkan | '備考]' | ']' | 備考 | 失われ",
        "gekkan | '    - identifier\\n  tell' | '  tell' | identifier | 失われ",
        "gekkan | weekday: | weekdays: | lenses[4] | 知らないレンズ",
        "gekkan | '{ column: 曜日,' | '{ column: 曜,' | lenses[4].weekday.column | file.columns",
        "gekkan | 'field: serviceStart' | 'field: serviceBegin' | lenses[5].rename.field | UPJSK",
        "gekkan | charset: MS932 | charset: EUC-JP | file.charset | UTF-8",
        "gekkan | 'field: targetMonth }' | 'field: targetMonth, java: x }' | lenses[2] | 知らない項目",
        "gekkan | '  - fileMonth: { field: targetMonth }\\n  - dayOfMonth: { column: 日付, month: targetMonth, field: serviceDate }' | '  - dayOfMonth: { column: 日付, month: targetMonth, field: serviceDate }\\n  - monthOf: { field: targetMonth, of: serviceDate }' | lenses[2] | 循環",
        "gekkan | 'version: \"1\"' | 'version: \"1' | - | 行目",
      })
  void aMistakeIsToldOnceWithFileAndLine(
      String name, String shipped, String changed, String field, String word) throws IOException {
    Path config = folder.resolve("config");
    Path file = copied(config, name).resolve("adapter.yaml");
    copied(config, "jittai");
    String yaml = Files.readString(file);
    String wrong = yaml.replace(lines(shipped), changed == null ? "" : lines(changed));
    assertFalse(wrong.equals(yaml), "the shipped file lacks " + shipped);
    Files.writeString(file, wrong);
    Path export = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");

    for (Called called :
        List.of(
            Called.hub("adapter", "test", name, "--config", config),
            Called.hub("adapter", "try", name, export, "--config", config),
            Called.hub(
                "translate",
                "--from",
                name,
                "--to",
                "4.1",
                "--office",
                "9970000002",
                "--out",
                folder.resolve("out"),
                "--config",
                config,
                export))) {
      String told = called.out() + called.err();
      assertEquals(1, called.exit(), told);
      List<String> sentences = told.lines().filter(line -> line.contains("adapter.yaml")).toList();
      assertEquals(1, sentences.size(), told);
      String sentence = sentences.get(0);
      assertTrue(sentence.matches(".*adapter\\.yaml \\d+行目.*"), sentence);
      assertTrue(sentence.contains(word), sentence);
      assertTrue(field.equals("-") || sentence.contains(field), sentence);
      assertFalse(told.contains("Exception") || told.contains("\tat "), told);
    }
    assertEquals(0, Called.hub("adapter", "test", "jittai", "--config", config).exit());
    Called all = Called.hub("adapter", "test", "--all", "--config", config);
    assertEquals(1, all.exit());
    assertTrue(all.out().contains("jittai（"), all.out());
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  private static Path copied(Path config, String name) throws IOException {
    Path source = SHIPPED.resolve(name);
    Path target = config.resolve("vendors").resolve(name);
    try (var all = Files.walk(source)) {
      for (Path one : all.toList()) {
        Path copy = target.resolve(source.relativize(one).toString());
        Files.createDirectories(Files.isDirectory(one) ? copy : copy.getParent());
        if (!Files.isDirectory(one) && Files.notExists(copy)) {
          Files.copy(one, copy);
        }
      }
    }
    return target;
  }
}
