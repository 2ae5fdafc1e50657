package careplanhub.hub;

import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
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
 * The sheet 取り下げ.csv in 要確認/, in which staff write the 受付番号 of what they want withdrawn. Each line
 * becomes a question that shows what would go; only its answer withdraws. Safe for every thread.
 */
final class WithdrawalSheet {
  /** The sheet's name. */
  static final String NAME = "取り下げ.csv";

  private static final String PARCEL = "受付番号";
  private static final String USER = "被保険者番号（一部の利用者だけのとき）";

  private final OfficeFolders folder;
  private final DurableFiles files;
  private final Parcels parcels;
  private final Withdrawing withdrawing;

  WithdrawalSheet(
      OfficeFolders folder, DurableFiles files, Parcels parcels, Withdrawing withdrawing) {
    this.folder = folder;
    this.files = files;
    this.parcels = parcels;
    this.withdrawing = withdrawing;
  }

  private record Wanted(String parcel, String user) {}

  /** Lays an empty sheet where there is none. */
  void layOut(OfficeNumber office) throws IOException {
    if (!Files.exists(fileOf(office))) {
      files.replaceWhole(fileOf(office), written(List.of()));
    }
  }

  private Path fileOf(OfficeNumber office) {
    return folder.questions(office).resolve(NAME);
  }

  /**
   * Orders what stands in the sheet. Lines that are done leave it; the others stay, with the
   * reasons in a text beside it.
   *
   * @return whether anything was ordered
   */
  boolean read(OfficeNumber office) throws IOException {
    Path sheet = fileOf(office);
    Path remark = ReasonText.beside(sheet);
    List<Wanted> all;
    try {
      all = wanted(WorksheetFile.decode(Files.readAllBytes(sheet)));
    } catch (WorksheetFile.UnreadableException e) {
      files.replaceWhole(remark, WorksheetFile.remark(List.of(e.japanese())));
      return false;
    }
    if (all.isEmpty()) {
      return false;
    }
    List<Wanted> left = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Wanted one : all) {
      try {
        order(office, one);
      } catch (WithdrawalRefusedException e) {
        left.add(one);
        reasons.add(one.parcel() + "： " + e.japanese());
      }
    }
    if (reasons.isEmpty()) {
      files.delete(remark);
    } else {
      files.replaceWhole(remark, WorksheetFile.remark(reasons));
    }
    if (left.size() < all.size()) {
      files.replaceWhole(sheet, written(left));
    }
    return left.size() < all.size();
  }

  private void order(OfficeNumber office, Wanted one)
      throws WithdrawalRefusedException, IOException {
    boolean own = parcels.find(one.parcel()).map(Parcel::sender).filter(office::equals).isPresent();
    if (!own) {
      throw new WithdrawalRefusedException("この事業所が送ったものに、この受付番号はありません。送信一覧で確かめてください。");
    }
    withdrawing.order(
        withdrawing.plan(one.parcel(), one.user()),
        OrderedUnit.Order.ASK_TO_WITHDRAW,
        "office " + office);
  }

  private static List<Wanted> wanted(String text) throws WorksheetFile.UnreadableException {
    List<Wanted> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        String parcel = WorksheetFile.normal(row.getField(PARCEL));
        if (!parcel.isEmpty()) {
          all.add(new Wanted(parcel, WorksheetFile.normal(row.findField(USER).orElse(""))));
        }
      }
    } catch (CsvParseException | NoSuchElementException | IOException e) {
      throw new WorksheetFile.UnreadableException(
          "取り下げの用紙として読めません。見出しの行を元のまま残して、「" + PARCEL + "」に送信一覧の受付番号を書いてください。");
    }
    return all;
  }

  private static byte[] written(List<Wanted> rows) throws IOException {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(PARCEL, USER);
      rows.forEach(row -> csv.writeRecord(row.parcel(), row.user()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
