package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/interpretation.md} tells every difference between the layouts of V3.2 and V4.1 and
 * what the step makes of it. Run with {@code -Dcareplanhub.writeDocs=true} to write its table anew.
 */
class VersionDifferencesTest {
  private static final Path PAGE = Path.of("docs", "interpretation.md");
  private static final String BEGIN = "<!-- differences of the versions -->\n";
  private static final String END = "<!-- end of the differences -->\n";

  @Test
  void thePageTellsEveryDifferenceOfTheLayouts() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
    }

    String told = Files.readString(PAGE).replace("\r\n", "\n");
    assertEquals(table(), told.substring(told.indexOf(BEGIN) + BEGIN.length(), told.indexOf(END)));
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "| file | what differs | V3.2 | V4.1 | up | down |\n|---|---|---|---|---|---|\n");
    for (String kind : new TreeSet<>(FileKinds.data().kindsOf(StandardVersion.V4_1).keySet())) {
      Optional<FileKind> former = FileKinds.data().kind(StandardVersion.V3_2, kind);
      if (former.isEmpty()) {
        boolean thirdSheet = kind.equals("UP3KYO");
        line(table, kind, "the file", "–", "new", "–", thirdSheet ? "STEP-81" : "STEP-82");
      } else {
        columns(
            table,
            Standard.data().layout(StandardVersion.V3_2, kind).orElseThrow(),
            Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow());
      }
    }
    line(
        table,
        "all",
        "the service types in the name",
        "–",
        "two",
        "from the register",
        "STEP-84 unless it gives them back");
    line(table, "all", "CSVバージョン", "202208", "202407", "202407", "202208");
    return table.toString();
  }

  private static void columns(StringBuilder table, Layout former, Layout current) {
    for (Field field : current.fields()) {
      if (!former.has(field.key())) {
        line(
            table, current.kind(), name(field), "–", shape(field), "empty", "STEP-80 unless empty");
        continue;
      }
      Field before = former.field(field.key());
      if (!shape(before).equals(shape(field))) {
        line(
            table,
            current.kind(),
            name(field),
            shape(before),
            shape(field),
            "as it is",
            "STEP-83 when longer");
      } else if (before.number() != field.number()) {
        line(
            table,
            current.kind(),
            name(field),
            "No. " + before.number(),
            "No. " + field.number(),
            "moved",
            "moved");
      }
    }
    for (Field field : former.fields()) {
      assertEquals(true, current.has(field.key()), "V4.1 has no place for " + field.key());
    }
  }

  private static String name(Field field) {
    return "No. " + field.number() + " " + field.japaneseName();
  }

  private static String shape(Field field) {
    Map<String, Boolean> marks =
        Map.of(
            "required", field.required(),
            "needed", field.needed(),
            "zeroAllowed", field.zeroAllowed(),
            "noTimeAllowed", field.noTimeAllowed());
    StringBuilder shape = new StringBuilder(field.type().name().toLowerCase(java.util.Locale.ROOT));
    if (field.length() > 0) {
      shape.append(field.maximumLength() ? " ≤" : " ").append(field.length());
    }
    new java.util.TreeMap<>(marks).forEach((mark, set) -> shape.append(set ? ", " + mark : ""));
    return shape.append(field.codes() == null ? "" : ", " + field.codes()).toString();
  }

  private static void line(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
