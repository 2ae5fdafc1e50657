package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.vendor.form.HalfWidth;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that an office keeps, or that comes with an adapter: CSV in UTF-8 or MS932 whose first
 * line names its columns, such as サービス内容,サービスコード,単位数. A line that cannot be used is told and the
 * others hold. Immutable; may hold personal data.
 *
 * @param header the columns' names without blanks and in half width
 * @param lines cells in the order of the header
 * @param findings what is wrong in the file, by line
 */
public record OfficeTable(List<String> header, List<List<String>> lines, List<Finding> findings) {
  public OfficeTable {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** Reads a table of bytes. */
  public static OfficeTable parse(byte[] bytes) {
    String text = decode(bytes);
    if (text == null) {
      return unread("表を読めません。UTF-8 か Shift_JIS(MS932) の CSV で保存し直してください。");
    }
    List<String> header = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord next : csv) {
        if (header.isEmpty()) {
          next.getFields().forEach(word -> header.add(HalfWidth.key(word)));
        } else if (next.getFieldCount() == header.size()) {
          lines.add(next.getFields().stream().map(String::strip).toList());
        } else {
          findings.add(
              VendorFinding.TABLE.at(
                  next.getStartingLineNumber(), null, null, null, "列の数が見出しと違います。この行は使いません。"));
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      findings.add(VendorFinding.TABLE.of("CSV として読めません。引用符（\"）が閉じているか確認してください。"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OfficeTable(header, lines, findings);
  }

  /** A table without a line, for this reason. */
  static OfficeTable unread(String reason) {
    return new OfficeTable(List.of(), List.of(), List.of(VendorFinding.TABLE.of(reason)));
  }

  /** The place of the column of one of these names; -1 when there is none. */
  public int column(String... names) {
    for (String name : names) {
      int place = header.indexOf(HalfWidth.key(name));
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  private static @Nullable String decode(byte[] bytes) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // the next charset is tried
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return "OfficeTable[" + lines.size() + " lines]";
  }
}
