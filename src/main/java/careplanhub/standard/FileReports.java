package careplanhub.standard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of reports: an array of files, each with its findings; null is written. */
public final class FileReports {
  private static final JsonFactory JSON = new JsonFactory();

  private FileReports() {}

  /**
   * An array of {@code {file, layout, csvVersion, rows, findings: [{severity, code, rule, line,
   * record, column, field, message}]}}; a finding without a rule of the standard has null there.
   */
  public static String toJson(List<FileReport> reports) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (FileReport report : reports) {
        write(report, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter does not fail.", e);
    }
    return text.toString();
  }

  private static void write(FileReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", report.file());
    json.writeStringField("layout", report.layout());
    json.writeStringField("csvVersion", report.csvVersion());
    json.writeNumberField("rows", report.rows());
    writeFindings(report.findings(), json);
    json.writeEndObject();
  }

  static void writeFindings(List<Finding> findings, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("severity", finding.severity().label());
      json.writeStringField("code", finding.code());
      writeNumber("rule", FindingCode.ruleOf(finding.code()), json);
      writeNumber("line", finding.line(), json);
      writeNumber("record", finding.record(), json);
      writeNumber("column", finding.column(), json);
      json.writeStringField("field", finding.field());
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeNumber(String name, @Nullable Number number, JsonGenerator json)
      throws IOException {
    if (number == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, number.longValue());
    }
  }
}
