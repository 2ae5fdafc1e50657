package careplanhub.hub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Worksheets as staff fill them. */
final class FilledSheet {
  private FilledSheet() {}

  /** Fills every line of a worksheet as a spreadsheet would. */
  static void fill(Path sheet, String answer) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter filled = CsvWriter.builder().build(text);
        CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(sheet)) {
      for (CsvRecord line : lines) {
        List<String> fields = new ArrayList<>(line.getFields());
        if (line.getStartingLineNumber() > 1) {
          fields.set(fields.size() - 1, answer);
        }
        filled.writeRecord(fields);
      }
    }
    Files.writeString(sheet, text.toString());
  }
}
