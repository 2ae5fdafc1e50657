package careplanhub.hub;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A sheet that always lies in 要確認/, in which staff write what they want, a line each. Safe for
 * every thread.
 */
final class StaffSheet {
  private final OfficeFolders folder;
  private final DurableFiles files;
  private final String name;
  private final List<String> columns;
  private final Wish wish;

  /** What a line of the sheet asks for. */
  interface Wish {
    /**
     * Does what the line says; said twice, it is done once.
     *
     * @param fields one for each column, the first is not empty
     * @return Japanese: why it cannot be, and what to do; empty when it is done
     */
    String take(OfficeNumber office, List<String> fields) throws IOException;

    /** Tidies up after the line has left the sheet. */
    default void left(OfficeNumber office, List<String> fields) throws IOException {}
  }

  /**
   * @param name the file's name
   * @param columns the first of them is filled in every line
   */
  StaffSheet(
      OfficeFolders folder, DurableFiles files, String name, List<String> columns, Wish wish) {
    this.folder = folder;
    this.files = files;
    this.name = name;
    this.columns = List.copyOf(columns);
    this.wish = wish;
  }

  String name() {
    return name;
  }

  /** Lays an empty sheet where there is none. */
  void layOut(OfficeNumber office) throws IOException {
    if (!Files.exists(fileOf(office))) {
      files.replaceWhole(fileOf(office), written(List.of()));
    }
  }

  private Path fileOf(OfficeNumber office) {
    return folder.questions(office).resolve(name);
  }

  /**
   * Does what stands in the sheet. Lines that are done leave it; the others stay, with the reasons
   * in a text beside it.
   *
   * @return whether anything was done
   */
  boolean read(OfficeNumber office) throws IOException {
    Path sheet = fileOf(office);
    Path remark = ReasonText.beside(sheet);
    List<List<String>> all;
    try {
      all = wanted(WorksheetFile.decode(Files.readAllBytes(sheet)));
    } catch (WorksheetFile.UnreadableException e) {
      files.replaceWhole(remark, WorksheetFile.remark(List.of(e.japanese())));
      return false;
    }
    if (all.isEmpty()) {
      return false;
    }
    List<List<String>> left = new ArrayList<>();
    List<List<String>> done = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (List<String> line : all) {
      String reason = wish.take(office, line);
      if (reason.isEmpty()) {
        done.add(line);
      } else {
        left.add(line);
        reasons.add(line.get(0) + "： " + reason);
      }
    }
    if (reasons.isEmpty()) {
      files.delete(remark);
    } else {
      files.replaceWhole(remark, WorksheetFile.remark(reasons));
    }
    if (!done.isEmpty()) {
      files.replaceWhole(sheet, written(left));
    }
    for (List<String> line : done) {
      wish.left(office, line);
    }
    return !done.isEmpty();
  }

  private List<List<String>> wanted(String text) throws WorksheetFile.UnreadableException {
    List<List<String>> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        if (!WorksheetFile.normal(row.getField(columns.get(0))).isEmpty()) {
          all.add(
              columns.stream()
                  .map(column -> WorksheetFile.normal(row.findField(column).orElse("")))
                  .toList());
        }
      }
    } catch (CsvParseException | NoSuchElementException | IOException e) {
      throw new WorksheetFile.UnreadableException(
          name.replace(".csv", "")
              + "の用紙として読めません。見出しの行を元のまま残して、「"
              + columns.get(0)
              + "」に送信一覧の受付番号を書いてください。");
    }
    return all;
  }

  private byte[] written(List<List<String>> rows) throws IOException {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns);
      rows.forEach(csv::writeRecord);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
