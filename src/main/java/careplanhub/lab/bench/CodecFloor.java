package careplanhub.lab.bench;

import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.Layout;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * What reading and writing cost without any check: FastCSV between a decoder and an encoder that
 * report, in the quickest form that FastCSV has. The bytes that come out are those that went in.
 */
final class CodecFloor {
  private static final Charset MS932 = Charset.forName("windows-31j");

  private CodecFloor() {}

  /** Copies the records of a file and returns how many there were. */
  static long copy(InputStream in, OutputStream out, Layout layout) throws IOException {
    long records = 0;
    try (CsvReader<String[]> reader =
            CsvReader.builder().build(StringArrayHandler.of(), decoded(in));
        CsvWriter writer =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new TextsQuoted(layout))
                .build(encoded(out))) {
      for (String[] record : reader) {
        writer.writeRecord(record);
        records++;
      }
    }
    return records;
  }

  private static InputStreamReader decoded(InputStream in) {
    return new InputStreamReader(
        in,
        MS932
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static OutputStreamWriter encoded(OutputStream out) {
    return new OutputStreamWriter(
        out,
        MS932
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Texts and only they are in quotes (4.3), as our writer has them. */
  private static final class TextsQuoted implements QuoteStrategy {
    private final boolean[] quoted;

    TextsQuoted(Layout layout) {
      quoted = new boolean[layout.width()];
      for (Field field : layout.fields()) {
        quoted[field.number() - 1] = field.type() == FieldType.TEXT;
      }
    }

    @Override
    public boolean quoteEmpty(int line, int field) {
      return quoted[field];
    }

    @Override
    public boolean quoteValue(int line, int field, String value) {
      return quoted[field];
    }
  }
}
