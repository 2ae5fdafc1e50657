package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The examples of {@code /standard/versions}, which an expert reads without Java. */
class VersionStepTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Test
  void aUnitBecomesWhatTheExamplesSay() throws IOException {
    Examples.assertEach(Examples.of("versions/examples.yaml"), VersionStepTest::assertStep);
  }

  private static void assertStep(JsonNode example) throws Exception {
    List<VersionStep.File> unit = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : example.get("unit").properties()) {
      names.add(file.getKey());
      unit.add(read(file.getKey(), file.getValue().asText()));
    }

    VersionStep.Stepped stepped = step(example).to(version(example.get("to")), unit);

    List<String> told = new ArrayList<>();
    for (FileReport report : stepped.reports()) {
      for (Finding finding : report.findings()) {
        told.add(
            "%s %d %s %s"
                .formatted(
                    finding.code(),
                    names.indexOf(report.file()) + 1,
                    finding.line() == null ? "-" : finding.line(),
                    finding.column() == null ? "-" : finding.column()));
      }
    }
    assertEquals(texts(example.get("told")), told);
    assertEquals(!example.has("becomes"), stepped.hasErrors());
    if (example.has("becomes")) {
      Map<String, String> expected = new LinkedHashMap<>();
      example
          .get("becomes")
          .properties()
          .forEach(e -> expected.put(e.getKey(), e.getValue().asText().replace("\n", "\r\n")));
      assertEquals(expected, written(stepped.files()));
    }
  }

  private static VersionStep step(JsonNode example) {
    Set<VersionLoss> allowed = new HashSet<>();
    for (JsonNode loss : example.path("allowed")) {
      allowed.add(VersionLoss.valueOf(loss.asText().toUpperCase(Locale.ROOT)));
    }
    JsonNode register = example.get("register");
    return new VersionStep(
        office -> texts(register.path(office.value())).stream().map(ServiceTypeCode::new).toList(),
        allowed);
  }

  private static VersionStep.File read(String fileName, String text) throws Exception {
    FileName name = FileName.parse(fileName);
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(MS932)),
            layout,
            ReadOptions.tolerant(),
            finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return new VersionStep.File(name, rows);
  }

  private static Map<String, String> written(List<VersionStep.File> files) throws Exception {
    Map<String, String> written = new LinkedHashMap<>();
    for (VersionStep.File file : files) {
      FileName name = file.name();
      Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
      byte[] bytes = DialectTest.written(Dialect.STANDARD, layout, file.rows());
      written.put(name.format(), new String(bytes, MS932));
    }
    return written;
  }

  private static StandardVersion version(JsonNode label) {
    return label.asText().equals("3.2") ? StandardVersion.V3_2 : StandardVersion.V4_1;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
