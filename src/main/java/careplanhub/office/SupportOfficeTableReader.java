package careplanhub.office;

import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Severity;
import careplanhub.standard.UserIdentity;
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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a {@link SupportOfficeTable}. */
final class SupportOfficeTableReader {
  private static final List<String> COLUMNS = List.of("保険者番号", "被保険者番号", "居宅介護支援事業所番号");

  private final Map<UserIdentity, OfficeNumber> supportOffices = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private SupportOfficeTableReader() {}

  static SupportOfficeTable read(byte[] bytes) {
    SupportOfficeTableReader reader = new SupportOfficeTableReader();
    String text = decode(bytes);
    if (text == null) {
      reader.report(null, null, "文字コードが UTF-8 でも Shift_JIS(MS932) でもありません。どちらかで保存し直してください。");
    } else {
      reader.readLines(text);
    }
    return new SupportOfficeTable(reader.supportOffices, reader.findings);
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

  private void readLines(String text) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      boolean first = true;
      for (CsvRecord csvRecord : csv) {
        List<String> cells =
            csvRecord.getFields().stream().map(SupportOfficeTableReader::clean).toList();
        boolean header = first && cells.equals(COLUMNS);
        first = false;
        if (!header && !cells.stream().allMatch(String::isEmpty)) {
          readLine(csvRecord.getStartingLineNumber(), cells);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      report(null, null, "CSV として読めません。引用符（\"）が閉じているか確認してください。");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLine(long line, List<String> cells) {
    if (cells.size() != COLUMNS.size()) {
      report(line, null, "列は 3 つです（" + String.join("、", COLUMNS) + "）。この行は使いません。");
      return;
    }
    String insurer = fill(cells.get(0), 6);
    String insured = cells.get(1).startsWith("H") ? cells.get(1) : fill(cells.get(1), 10);
    String office = fill(cells.get(2), 10);
    if (!insurer.matches("[0-9]{6}")) {
      report(line, 1, "6 桁の数字を書いてください。この行は使いません。");
    } else if (!insured.matches("[0-9]{10}|H[0-9]{9}")) {
      report(line, 2, "10 桁の数字か、H と 9 桁の数字を書いてください。この行は使いません。");
    } else if (!OfficeNumber.isValid(office)) {
      report(line, 3, "10 桁の事業所番号を書いてください。この行は使いません。");
    } else {
      OfficeNumber supportOffice = new OfficeNumber(office);
      OfficeNumber earlier =
          supportOffices.putIfAbsent(new UserIdentity(insurer, insured), supportOffice);
      if (earlier != null && !earlier.equals(supportOffice)) {
        report(line, 3, "同じ利用者に別の事業所が上の行で書かれています。上の行を使います。どちらかを消してください。");
      }
    }
  }

  private static String clean(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }

  private static String fill(String digits, int length) {
    return digits.matches("[0-9]+") && digits.length() < length
        ? "0".repeat(length - digits.length()) + digits
        : digits;
  }

  private void report(@Nullable Long line, @Nullable Integer column, String message) {
    String field = column == null ? null : COLUMNS.get(column - 1);
    findings.add(new Finding(Severity.ERROR, "TABLE-01", line, null, column, field, message));
  }
}
