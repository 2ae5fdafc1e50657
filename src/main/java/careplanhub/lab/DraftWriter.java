package careplanhub.lab;

import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** Writes rows in the standard's form until the standard's own writer stands. */
final class DraftWriter implements AutoCloseable {
  private final Writer writer;
  private final Layout layout;

  DraftWriter(OutputStream out, Layout layout) {
    this.writer = new OutputStreamWriter(out, Charset.forName("windows-31j").newEncoder());
    this.layout = layout;
  }

  void write(Row row) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Field field : layout.fields()) {
      String value = row.value(field.number() - 1);
      line.append(field.number() > 1 ? "," : "");
      line.append(field.type() == FieldType.TEXT ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    writer.write(line.append("\r\n").toString());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
