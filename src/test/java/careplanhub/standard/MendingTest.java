package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of {@code /standard/mending}, which an expert reads without Java. */
class MendingTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Codes that many changes in one file lead to, too many for an example. */
  private static final Set<String> SHOWN_ELSEWHERE = Set.of("FILE-86b");

  @Test
  void filesBecomeWhatTheExamplesSay() throws IOException {
    Examples.assertEach(examples(), MendingTest::assertMended);
  }

  @Test
  void everyKindOfMendingHasAnExample() throws IOException {
    Set<String> shown = new HashSet<>(SHOWN_ELSEWHERE);
    for (JsonNode example : examples()) {
      example
          .get("mended")
          .forEach(file -> file.forEach(mend -> shown.add(mend.asText().split(" ", 2)[0])));
    }
    assertEquals(Mend.all().keySet(), shown);
  }

  @Test
  void whatIsTooMuchForTheListIsCounted() throws IOException {
    String name = "DLTPLAN_202505_1370000001_43_1370000002_11_20250425093000.CSV";
    byte[] rows = "202407,11111,9900000001,202505\r\n".repeat(1_200).getBytes(MS932);
    Memory memory = new Memory();
    List<MendingReport> reports =
        Mending.mend(
            List.of(new NamedSource(name, () -> new ByteArrayInputStream(rows))),
            CheckOptions.tolerant(),
            memory);
    assertEquals(1_001, reports.get(0).mends().size());
    assertEquals("FILE-86b", reports.get(0).mends().get(0).code());
    assertTrue(memory.text(reports.get(0).name()).startsWith("202407,011111,"));
  }

  private static void assertMended(JsonNode example) throws IOException {
    List<NamedSource> sources = new ArrayList<>();
    for (JsonNode file : example.get("files")) {
      byte[] bytes = bytes(file);
      sources.add(
          new NamedSource(file.get("name").asText(), () -> new ByteArrayInputStream(bytes)));
    }
    Memory memory = new Memory();

    List<MendingReport> reports = Mending.mend(sources, CheckOptions.tolerant(), memory);

    ArrayNode became = YAML.createArrayNode();
    ArrayNode mended = YAML.createArrayNode();
    ArrayNode left = YAML.createArrayNode();
    for (MendingReport report : reports) {
      FileName name = report.name();
      became.add(name == null ? YAML.nullNode() : content(name.format(), memory.bytes(name)));
      ArrayNode mends = mended.addArray();
      report.mends().forEach(mend -> mends.add(text(mend)));
      ArrayNode codes = left.addArray();
      report.findings().forEach(finding -> codes.add(finding.code()));
    }
    ArrayNode expected = YAML.createArrayNode();
    for (JsonNode file : example.get("becomes")) {
      expected.add(
          file.isNull() ? YAML.nullNode() : content(file.get("name").asText(), bytes(file)));
    }
    assertEquals(expected, became);
    assertEquals(example.get("mended"), mended);
    assertEquals(example.get("left"), left);
    assertNothingOfTheKindIsFoundAgain(reports, memory);
  }

  private static void assertNothingOfTheKindIsFoundAgain(
      List<MendingReport> reports, Memory memory) {
    List<NamedSource> written =
        reports.stream()
            .filter(report -> report.name() != null)
            .map(
                report ->
                    new NamedSource(
                        report.name().format(),
                        () -> new ByteArrayInputStream(memory.bytes(report.name()))))
            .toList();
    for (FileReport report :
        written.isEmpty()
            ? List.<FileReport>of()
            : UnitCheck.check(written, CheckOptions.strict())) {
      report
          .findings()
          .forEach(found -> assertTrue(!Mend.all().containsKey(found.code()), found.toString()));
    }
  }

  private static String text(Mend mend) {
    return "%s %s %s %s"
        .formatted(
            mend.code(),
            mend.line() == null ? "-" : mend.line(),
            mend.column() == null ? "-" : mend.column(),
            mend.count() == null ? "-" : mend.count());
  }

  private static ObjectNode content(String name, byte[] bytes) {
    return YAML.createObjectNode().put("name", name).put("text", new String(bytes, MS932));
  }

  private static byte[] bytes(JsonNode file) {
    if (file.has("hex")) {
      return HexFormat.of().parseHex(file.get("hex").asText());
    }
    if (file.has("base")) {
      return RuleExample.text(file.get("base").asText(), file.path("with")).getBytes(MS932);
    }
    String encoding = file.path("encoding").asText("windows-31j");
    return file.get("text").asText().getBytes(Charset.forName(encoding));
  }

  private static JsonNode examples() throws IOException {
    try (InputStream data =
        MendingTest.class.getResourceAsStream("/standard/mending/examples.yaml")) {
      return YAML.readTree(data);
    }
  }

  /** Mended files in memory. */
  private static final class Memory implements MendedFiles {
    private final Map<FileName, ByteArrayOutputStream> files = new HashMap<>();

    @Override
    public OutputStream create(FileName name) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      assertEquals(null, files.put(name, file), "a name is used once");
      return file;
    }

    @Override
    public InputStream open(FileName name) {
      return new ByteArrayInputStream(bytes(name));
    }

    byte[] bytes(FileName name) {
      return files.get(name).toByteArray();
    }

    String text(FileName name) {
      return new String(bytes(name), MS932);
    }
  }
}
