package careplanhub.hub;

import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form of a worksheet: CSV with the columns 質問番号, 行, 内容, 回答の書き方, 回答. Written as UTF-8 with BOM
 * and CRLF, which Excel opens; read as that or as the MS932 that Excel may save.
 */
final class WorksheetFile {
  private static final String BOM = "\uFEFF";
  private static final String QUESTION = "質問番号";
  private static final String LINE = "行";
  private static final String ANSWER = "回答";
  private static final Charset MS932 = Charset.forName("windows-31j");

  private static final Logger LOG = LoggerFactory.getLogger(WorksheetFile.class);

  private WorksheetFile() {}

  /** A sheet as it came back: which question, and the answers by their line's position from 0. */
  record Filled(String question, Map<Integer, String> answers) {}

  /** A sheet that is no worksheet any more. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String japanese) {
      super(japanese);
    }

    String japanese() {
      return String.valueOf(getMessage());
    }
  }

  static byte[] write(Question question) throws IOException {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(QUESTION, LINE, "内容", "回答の書き方", ANSWER);
      int number = 1;
      for (Question.Line line : question.lines()) {
        String about =
            question.lines().size() == 1 ? question.text() + "\n" + line.text() : line.text();
        csv.writeRecord(
            question.id(),
            String.valueOf(number++),
            about,
            Answers.help(question.kind()),
            line.answer() == null ? "" : line.answer());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Filled read(byte[] bytes) throws UnreadableException {
    String text = decode(bytes);
    String question = "";
    Map<Integer, String> answers = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        question = row.getField(QUESTION).strip();
        int line = Integer.parseInt(normal(row.getField(LINE)));
        answers.put(line - 1, normal(row.getField(ANSWER)));
      }
    } catch (CsvParseException | NoSuchElementException | IOException e) {
      throw new UnreadableException("質問の用紙として読めません。見出しの行と列を元のまま残して、「回答」だけを書いてください。");
    } catch (NumberFormatException e) {
      throw new UnreadableException("「行」の列が変わっています。元の番号に戻してください。");
    }
    if (question.isEmpty()) {
      throw new UnreadableException("質問番号の列が空です。元の番号に戻してください。");
    }
    return new Filled(question, answers);
  }

  /** Full-width digits become half-width ones; spaces around go. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** A sheet's text, UTF-8 or as Excel saves it. */
  static String decode(byte[] bytes) throws UnreadableException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, MS932)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith(BOM) ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        LOG.debug("a worksheet is not {}", charset);
      }
    }
    throw new UnreadableException("文字コードが読めません。CSV（UTF-8）で保存してください。");
  }

  /** The text beside a sheet that cannot be taken. */
  static byte[] remark(List<String> sentences) {
    return (BOM + String.join("\r\n", sentences) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
