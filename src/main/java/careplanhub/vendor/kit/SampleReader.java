package careplanhub.vendor.kit;

import careplanhub.office.KitSettings;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a sample: finds its charset, its separator and its header line. Stateless. */
public final class SampleReader {
  private static final int MOST_PREAMBLE_LINES = 30;
  private static final int LOOKED_AT = 60;
  private static final int FEWEST_COLUMNS = 2;
  private static final int MOST_COLUMNS = 1000;
  private static final Map<String, Character> SEPARATORS = new LinkedHashMap<>();

  static {
    SEPARATORS.put("comma", ',');
    SEPARATORS.put("tab", '\t');
    SEPARATORS.put("semicolon", ';');
  }

  private SampleReader() {}

  /** The lines of a sample when it is split at one separator, and how well that fits. */
  private record Split(String separator, List<List<String>> lines, int width, int score) {}

  /**
   * Reads a sample.
   *
   * @param fileName without folders
   * @throws KitException when it is no CSV that an adapter can be drafted from
   */
  public static Sample read(String fileName, byte[] bytes, KitSettings limits) throws KitException {
    if (bytes.length > limits.maximumSampleSize().bytes()) {
      throw new KitException(
          "見本が大きすぎます（"
              + limits.maximumSampleSize().bytes()
              + " バイトまで）。行を減らしたものを指定するか、設定 kit.maximumSampleSize を変えてください。");
    }
    SampleText text = SampleText.of(bytes);
    Split best = split(text.text(), limits.maximumSampleRows() + MOST_PREAMBLE_LINES);
    List<List<String>> lines = best.lines();
    int first = firstWide(lines, best.width());
    Optional<Integer> header = HeaderLine.find(lines, first, best.width());
    int records = header.map(line -> line + 1).orElse(first);
    List<List<String>> kept =
        lines.subList(records, lines.size()).stream()
            .limit(limits.maximumSampleRows())
            .map(line -> sized(line, best.width()))
            .toList();
    if (kept.isEmpty()) {
      throw new KitException("見出しの下に行がありません。行のある見本を指定してください。");
    }
    return new Sample(
        fileName,
        text.charset(),
        best.separator(),
        text.lineEnd(),
        lines.subList(0, header.orElse(first)),
        header.map(line -> sized(lines.get(line), best.width())).orElse(List.of()),
        kept,
        best.width(),
        text.undecodable());
  }

  private static Split split(String text, int most) throws KitException {
    Split best = null;
    for (Map.Entry<String, Character> separator : SEPARATORS.entrySet()) {
      Split next = split(text, separator.getKey(), separator.getValue(), most);
      if (best == null || next.score() > best.score()) {
        best = next;
      }
    }
    if (best == null || best.width() < FEWEST_COLUMNS || best.width() > MOST_COLUMNS) {
      throw new KitException("列に分けられません。カンマ、タブ、セミコロンのどれかで区切られた CSV を指定してください。");
    }
    return best;
  }

  private static Split split(String text, String name, char separator, int most) {
    List<List<String>> lines = lines(text, separator, most);
    Map<Integer, Integer> widths = new HashMap<>();
    lines.stream().limit(LOOKED_AT).forEach(line -> widths.merge(line.size(), 1, Integer::sum));
    Map.Entry<Integer, Integer> usual =
        widths.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElse(Map.entry(0, 0));
    int width = usual.getKey();
    return new Split(name, lines, width, width < FEWEST_COLUMNS ? 0 : width * usual.getValue());
  }

  /** The lines that are not blank, as far as they are CSV. */
  private static List<List<String>> lines(String text, char separator, int most) {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : csv) {
        if (lines.size() >= most) {
          break;
        }
        if (filled(line.getFields()) > 0) {
          lines.add(List.copyOf(line.getFields()));
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The first line that is as wide as the records and about as full. */
  private static int firstWide(List<List<String>> lines, int width) {
    int[] counts =
        lines.stream()
            .filter(line -> line.size() == width)
            .mapToInt(SampleReader::filled)
            .sorted()
            .toArray();
    int usual = counts[counts.length / 2];
    for (int line = 0; line < Math.min(lines.size(), MOST_PREAMBLE_LINES); line++) {
      if (lines.get(line).size() == width && 2 * filled(lines.get(line)) >= usual) {
        return line;
      }
    }
    return 0;
  }

  private static int filled(List<String> line) {
    return (int) line.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static List<String> sized(List<String> line, int width) {
    List<String> sized = new ArrayList<>(line.subList(0, Math.min(width, line.size())));
    while (sized.size() < width) {
      sized.add("");
    }
    return sized;
  }
}
