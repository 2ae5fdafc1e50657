package careplanhub.standard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON form of mending: an array of files, each with what was changed and what is left. */
public final class MendingReports {
  private static final JsonFactory JSON = new JsonFactory();

  private MendingReports() {}

  /**
   * An array of {@code {file, name, mended: [{code, line, column, field, before, after, count}],
   * findings: [{severity, code, line, record, column, field, message}]}}; null is written.
   */
  public static String toJson(List<MendingReport> reports) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (MendingReport report : reports) {
        write(report, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter does not fail.", e);
    }
    return text.toString();
  }

  private static void write(MendingReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", report.file());
    FileName name = report.name();
    json.writeStringField("name", name == null ? null : name.format());
    json.writeArrayFieldStart("mended");
    for (Mend mend : report.mends()) {
      json.writeStartObject();
      json.writeStringField("code", mend.code());
      FileReports.writeNumber("line", mend.line(), json);
      FileReports.writeNumber("column", mend.column(), json);
      json.writeStringField("field", mend.field());
      json.writeStringField("before", mend.before());
      json.writeStringField("after", mend.after());
      FileReports.writeNumber("count", mend.count(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    FileReports.writeFindings(report.findings(), json);
    json.writeEndObject();
  }
}
