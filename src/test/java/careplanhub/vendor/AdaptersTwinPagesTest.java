package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/adapters.md and its Japanese twin have the same chapters, keys, examples and links. */
class AdaptersTwinPagesTest {
  private static final Pattern KEY = Pattern.compile("^\\| (`[^|]*`|VENDOR-\\d+)[^|]*\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final List<String> english = lines("adapters.md");
  private final List<String> japanese = lines("adapters.ja.md");

  @Test
  void bothHaveTheSameChapters() {
    assertEquals(levels(english), levels(japanese));
    assertEquals(adapters(english), adapters(japanese));
  }

  @Test
  void bothHaveTheSameExamples() {
    assertFalse(examples(english).isEmpty());
    assertEquals(examples(english), examples(japanese));
  }

  @Test
  void bothExplainTheSameKeysAndFindings() {
    assertFalse(keys(english).isEmpty());
    assertEquals(keys(english), keys(japanese));
  }

  @Test
  void everyChapterNamesTheSameThings() {
    assertEquals(code(english), code(japanese));
  }

  private static List<Integer> levels(List<String> page) {
    return prose(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.indexOf(' '))
        .toList();
  }

  private static List<String> adapters(List<String> page) {
    return page.stream().filter(line -> line.matches("## [a-z0-9-]+: .*")).toList();
  }

  /** The lines of code blocks, without comments. */
  private static List<String> examples(List<String> page) {
    List<String> examples = new ArrayList<>();
    boolean inside = false;
    for (String line : page) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (inside) {
        examples.add(line.replaceFirst("\\s*(?:(?<![^\\s])# |// ).*$", ""));
      }
    }
    return examples;
  }

  private static List<String> keys(List<String> page) {
    List<String> keys = new ArrayList<>();
    for (String line : prose(page)) {
      Matcher key = KEY.matcher(line);
      if (key.find()) {
        keys.add(key.group(1));
      }
    }
    return keys;
  }

  /** What stands between backquotes, chapter by chapter, in the order of the alphabet. */
  private static List<List<String>> code(List<String> page) {
    List<List<String>> chapters = new ArrayList<>();
    chapters.add(new ArrayList<>());
    for (String line : prose(page)) {
      if (line.startsWith("#")) {
        chapters.add(new ArrayList<>());
      }
      Matcher code = CODE.matcher(line);
      while (code.find()) {
        chapters.get(chapters.size() - 1).add(code.group(1));
      }
    }
    return chapters.stream().map(words -> words.stream().distinct().sorted().toList()).toList();
  }

  private static List<String> prose(List<String> page) {
    List<String> prose = new ArrayList<>();
    boolean inside = false;
    for (String line : page) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (!inside) {
        prose.add(line);
      }
    }
    return prose;
  }

  private static List<String> lines(String page) {
    try {
      return Files.readAllLines(Path.of("docs", page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
