package careplanhub.channel.client;

import careplanhub.channel.client.SentWord.WrongWord;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a checklist that came back, line by line: a line that the hub did not write, or that was
 * changed, is refused with its number, and the others count. Used once, by one thread.
 */
final class ReturnedLines {
  private static final String BOM = "\uFEFF";
  private static final int OFFICE_DIGITS = 10;
  private static final int LONGEST_NAME = 50;

  private final ClientPlace place;
  private final FolderBook book;
  private final SentWord sentWord;
  private final List<Word> words = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  ReturnedLines(ClientPlace place, FolderBook book, SentWord sentWord) {
    this.place = place;
    this.book = book;
    this.sentWord = sentWord;
  }

  /** A line that says that its file was sent. */
  record Word(HandOverFolder folder, HandOverFolder.Line line, Instant sentAt, String who) {}

  List<Word> words() {
    return words;
  }

  /** Why lines were refused, in Japanese, each with its number as Excel counts. */
  List<String> refused() {
    return refused;
  }

  void read(byte[] bytes) throws IOException {
    Optional<String> text = decode(bytes);
    if (text.isEmpty()) {
      refused.add("文字コードが読めません。Excel で「CSV（コンマ区切り）」として保存してください。（CLIENT-10）");
      return;
    }
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofNamedCsvRecord(text.get())) {
      for (NamedCsvRecord row : csv) {
        if (row.getFields().stream().anyMatch(cell -> !cell.isBlank()) && !read(row)) {
          return;
        }
      }
    } catch (CsvParseException e) {
      refused.add("CSV として読めません。見出しの行と列を元のまま残して、「送信済」と「担当者」だけを書いてください。（CLIENT-10）");
    }
  }

  /** Whether the lines have the columns at all. */
  private boolean read(NamedCsvRecord row) throws IOException {
    List<String> header = row.getHeader();
    if (!header.containsAll(Checklist.WRITTEN) || !header.contains(Checklist.SENT)) {
      refused.add("1 行目: 見出しが元のチェックリストと違います。見出しの行と列を元に戻してください。（CLIENT-10）");
      return false;
    }
    String place = row.getStartingLineNumber() + " 行目: ";
    Optional<HandOverFolder> folder = book.find(this.place, normal(field(row, Checklist.FOLDER)));
    Optional<HandOverFolder.Line> line =
        folder.flatMap(known -> known.line(number(field(row, Checklist.NUMBER))));
    if (folder.isEmpty() || line.isEmpty()) {
      refused.add(place + "この事業所のチェックリストに無い行です。「フォルダー」と「番号」を元に戻してください。（CLIENT-11）");
      return true;
    }
    Optional<String> altered = altered(row, folder.get(), line.get());
    if (altered.isPresent()) {
      refused.add(place + "「" + altered.get() + "」が元のチェックリストと違います。元に戻してください。（CLIENT-12）");
    } else if (!normal(field(row, Checklist.SENT)).isEmpty()) {
      take(row, place, folder.get(), line.get());
    }
    return true;
  }

  private void take(
      NamedCsvRecord row, String place, HandOverFolder folder, HandOverFolder.Line line) {
    if (!seen.add(folder.name() + "#" + line.number())) {
      refused.add(place + "同じ行が 2 回あります。先の行だけを使いました。（CLIENT-14）");
      return;
    }
    try {
      Instant sentAt = sentWord.read(field(row, Checklist.SENT), folder.madeAt());
      words.add(new Word(folder, line, sentAt, who(row)));
    } catch (WrongWord e) {
      refused.add(place + e.japanese() + "（CLIENT-13）");
    }
  }

  private static String who(NamedCsvRecord row) {
    String who = normal(field(row, Checklist.WHO));
    return who.substring(0, Math.min(who.length(), LONGEST_NAME));
  }

  /** The first column that is not as it was written; Excel may have taken zeros and widths. */
  private static Optional<String> altered(
      NamedCsvRecord row, HandOverFolder folder, HandOverFolder.Line line) {
    List<String> written = Checklist.cells(folder, line);
    for (int column = 0; column < written.size(); column++) {
      String name = Checklist.WRITTEN.get(column);
      String found = normal(field(row, name));
      if (name.equals(Checklist.ADDRESSEE)) {
        found = "0".repeat(Math.max(0, OFFICE_DIGITS - found.length())) + found;
      }
      boolean same =
          name.equals(Checklist.NUMBER)
              ? number(found) == line.number()
              : found.equals(normal(written.get(column)));
      if (!same) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static String field(NamedCsvRecord row, String name) {
    return row.findField(name).orElse("");
  }

  private static int number(String text) {
    String digits = normal(text);
    return digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : 0;
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static Optional<String> decode(byte[] bytes) {
    return Stream.of(StandardCharsets.UTF_8, Checklist.MS932)
        .flatMap(charset -> decoded(bytes, charset).stream())
        .map(text -> text.startsWith(BOM) ? text.substring(1) : text)
        .findFirst();
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
