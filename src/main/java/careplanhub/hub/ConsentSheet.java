package careplanhub.hub;

import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * What staff write into the sheet 同意.csv: who consented to a plan or slip that was sent, and when.
 * A PDF that they name lies beside the sheet. Safe for every thread.
 */
final class ConsentSheet implements StaffSheet.Wish {
  /** The sheet's name. */
  static final String NAME = "同意.csv";

  static final List<String> COLUMNS =
      List.of("受付番号", "被保険者番号", "同意日", "記録した人（空でもよい）", "PDF のファイル名（あるとき）");

  private static final int PDF = 4;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/M/d").withResolverStyle(ResolverStyle.STRICT);

  private final OfficeFolders folder;
  private final DurableFiles files;
  private final Parcels parcels;
  private final Consenting consenting;

  ConsentSheet(OfficeFolders folder, DurableFiles files, Parcels parcels, Consenting consenting) {
    this.folder = folder;
    this.files = files;
    this.parcels = parcels;
    this.consenting = consenting;
  }

  @Override
  public String take(OfficeNumber office, List<String> fields) throws IOException {
    String parcel = fields.get(0);
    if (parcels.find(parcel).map(Parcel::sender).filter(office::equals).isEmpty()) {
      return "この事業所が送ったものに、この受付番号はありません。送信一覧で確かめてください。";
    }
    Optional<LocalDate> day = day(fields.get(2));
    if (day.isEmpty()) {
      return "同意日は 2026/4/1 のように書いてください。";
    }
    if (!fields.get(PDF).isEmpty() && !isNamedAsConsent(fields.get(PDF))) {
      return "PDF のファイル名は「同意_被保険者番号.pdf」のように、同意 で始めて .pdf で終えてください。";
    }
    Path pdf = fields.get(PDF).isEmpty() ? null : pdf(office, fields);
    return consenting
        .record(
            new Consenting.Said(parcel, fields.get(1), day.get(), fields.get(3), pdf),
            "office " + office)
        .refusal();
  }

  private static boolean isNamedAsConsent(String name) {
    return name.equals(SafeNames.of(name))
        && name.startsWith(Consenting.NAMED)
        && Attachment.ending(name).equals("pdf");
  }

  private Path pdf(OfficeNumber office, List<String> fields) {
    return folder.questions(office).resolve(fields.get(PDF));
  }

  /** Excel writes 2026/4/1 of whatever was typed. */
  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.replace('-', '/'), DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void left(OfficeNumber office, List<String> fields) throws IOException {
    if (!fields.get(PDF).isEmpty() && Files.exists(pdf(office, fields))) {
      files.moveInto(pdf(office, fields), folder.done(office), fields.get(PDF));
    }
  }
}
