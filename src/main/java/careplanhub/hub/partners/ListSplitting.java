package careplanhub.hub.partners;

import careplanhub.office.PartnerListSettings;
import careplanhub.standard.Finding;
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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits a list of partners (UTF-8 or MS932, with a line of names in any order or without one) into
 * cells. A line with a quoted line break, with too few cells or with an open quote is refused by
 * its number; behind an open quote reading goes on with the next line. Used once.
 */
final class ListSplitting {
  private static final List<String> COLUMNS =
      List.of(PartnerLine.NUMBER, PartnerLine.NAME, PartnerLine.SERVICE_TYPES, PartnerLine.RELAY);
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "番号", PartnerLine.NUMBER,
          "名称", PartnerLine.NAME,
          "事業所名称", PartnerLine.NAME,
          "サービス種類コード", PartnerLine.SERVICE_TYPES,
          "連携基盤の利用", PartnerLine.RELAY);
  private static final int MOST_CHARACTERS = 64 * 1024;

  private final PartnerListSettings limits;
  private final List<SplitList.Line> lines = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int[] places = {0, 1, 2, 3};
  private int width = COLUMNS.size();
  private boolean begun;
  private boolean full;

  /**
   * @param limits what is behind the lines or the broken quotes that it allows is refused
   */
  ListSplitting(PartnerListSettings limits) {
    this.limits = limits;
  }

  SplitList split(byte[] bytes) {
    String text = decode(bytes);
    if (text == null) {
      findings.add(
          PartnerFinding.FILE.of("文字コードが UTF-8 でも Shift_JIS(MS932) でもありません。どちらかで保存し直してください。"));
      return new SplitList(lines, findings);
    }
    int offset = 0;
    long line = 1;
    for (int open = 0; offset < text.length() && !full; open++) {
      if (open == limits.maximumBrokenQuotes()) {
        findings.add(
            PartnerFinding.REFUSED.at(
                line, null, "引用符の誤りが多すぎるので、この行から後は取り込みません（設定 partnerList.maximumBrokenQuotes）。"));
        break;
      }
      long broken = readFrom(text.substring(offset), line);
      if (broken == 0) {
        break;
      }
      findings.add(
          PartnerFinding.REFUSED.at(
              broken, null, "引用符（\"）が閉じていないか、閉じた後に文字があります。直してから取り込み直してください。"));
      offset = behindLines(text, offset, broken - line + 1);
      line = broken + 1;
    }
    if (lines.isEmpty() && findings.isEmpty()) {
      findings.add(PartnerFinding.FILE.of("取り込む行がありません。"));
    }
    return new SplitList(lines, findings);
  }

  /** Reads records; the line of the one that is no CSV, or 0 at the end. */
  private long readFrom(String text, long firstLine) {
    long next = firstLine;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .maxBufferSize(MOST_CHARACTERS)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      while (!full && records.hasNext()) {
        CsvRecord found = records.next();
        long line = next;
        next += linesOf(found);
        take(line, found);
      }
      return 0;
    } catch (CsvParseException e) {
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(long line, CsvRecord found) {
    List<String> cells = found.getFields();
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    boolean first = !begun;
    begun = true;
    if (first && isHeader(cells)) {
      return;
    }
    if (lines.size() >= limits.maximumLines()) {
      full = true;
      findings.add(
          PartnerFinding.REFUSED.at(
              line,
              null,
              "行が "
                  + limits.maximumLines()
                  + " 行を超えるので、この行から後は取り込みません（設定 partnerList.maximumLines）。"));
    } else if (linesOf(found) > 1) {
      findings.add(PartnerFinding.REFUSED.at(line, null, "値の中に改行があります。1 つの相手を 1 行に書いてください。"));
    } else if (cells.size() != width) {
      findings.add(
          PartnerFinding.REFUSED.at(
              line,
              null,
              "列が " + width + " つではありません（" + cells.size() + "）。カンマのある値は引用符（\"）で囲んでください。"));
    } else {
      lines.add(new SplitList.Line(line, Arrays.stream(places).mapToObj(cells::get).toList()));
    }
  }

  /** Whether the first line names the columns; it says where they lie then. */
  private boolean isHeader(List<String> cells) {
    List<String> names =
        cells.stream()
            .map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("\\s", ""))
            .map(name -> OTHER_NAMES.getOrDefault(name, name))
            .toList();
    if (!names.contains(PartnerLine.NUMBER)) {
      return false;
    }
    int[] found = COLUMNS.stream().mapToInt(names::indexOf).toArray();
    for (int column = 0; column < found.length; column++) {
      if (found[column] < 0) {
        full = true;
        findings.add(
            PartnerFinding.FILE.of(
                "見出しに列「" + COLUMNS.get(column) + "」がありません。列: " + String.join("、", COLUMNS)));
      }
    }
    places = found;
    width = cells.size();
    return true;
  }

  private static long linesOf(CsvRecord found) {
    return 1 + found.getFields().stream().mapToLong(ListSplitting::lineBreaks).sum();
  }

  private static long lineBreaks(String text) {
    long count = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean pair = sign == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      count += (sign == '\n' || sign == '\r') && !pair ? 1 : 0;
    }
    return count;
  }

  /** The place behind so many line ends. */
  private static int behindLines(String text, int from, long count) {
    int place = from;
    for (long left = count; left > 0 && place < text.length(); place++) {
      char sign = text.charAt(place);
      boolean pair = sign == '\r' && place + 1 < text.length() && text.charAt(place + 1) == '\n';
      left -= (sign == '\n' || sign == '\r') && !pair ? 1 : 0;
    }
    return place;
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
}
