package careplanhub.cli;

import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Replacement;
import careplanhub.standard.Row;
import careplanhub.standard.RowWriter;
import careplanhub.standard.UnwritableException;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AddressedFile;
import careplanhub.vendor.Translated;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Translates the exports of one office, all together, into files of the standard. */
final class FromVendor {
  private final Adapter adapter;
  private final VendorContext context;
  private final TranslationLog log;

  FromVendor(Adapter adapter, VendorContext context, TranslationLog log) {
    this.adapter = adapter;
    this.context = context;
    this.log = log;
  }

  /** The files; none when something could not be read, since an office's result is one whole. */
  List<TranslatedFile> translate(List<Path> exports) throws IOException {
    List<VendorRows> rows = new ArrayList<>();
    for (Path export : exports) {
      VendorRows read =
          adapter.read(
              new NamedSource(export.toString(), () -> Files.newInputStream(export)), context);
      log.tell(export, read.findings());
      rows.add(read);
    }
    if (rows.stream().flatMap(read -> read.findings().stream()).anyMatch(Finding::isError)) {
      return List.of();
    }
    Translated translated = adapter.address(rows, context);
    if (!translated.waiting().isEmpty()) {
      log.fail(
          "担当の居宅介護支援事業所が分からない利用者が "
              + translated.waiting().size()
              + " 人います。その行は書き出していません。--partner で指定するか、事業所の表（support-offices.csv）に書いてください。");
    }
    List<TranslatedFile> files = new ArrayList<>();
    if (!translated.unmatched().isEmpty()) {
      TranslatedFile sheet = UserSheet.of(adapter.userColumns(), translated.unmatched());
      files.add(sheet);
      log.fail(
          "だれのことか決まっていない利用者が "
              + translated.unmatched().size()
              + " 人います。その行は書き出していません。"
              + sheet.name()
              + " に保険者番号と被保険者番号を書き入れ、事業所の表（users.csv）に加えてから、もう一度直してください。");
    }
    for (AddressedFile file : translated.files()) {
      write(file, files);
    }
    return files;
  }

  private void write(AddressedFile file, List<TranslatedFile> files) throws IOException {
    Path name = Path.of(file.name().format());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Replacement> replaced = new ArrayList<>();
    try (RowWriter writer = new RowWriter(bytes, file.rows().get(0).layout(), replaced::add)) {
      for (Row row : file.rows()) {
        writer.write(row);
      }
    } catch (UnwritableException e) {
      log.tell(name, List.of(e.finding()));
      return;
    }
    files.add(new TranslatedFile(name.toString(), bytes.toByteArray()));
    if (!replaced.isEmpty()) {
      log.note(name + ": 標準仕様で使えない文字を " + replaced.size() + " か所、表にある文字に置き換えました。");
    }
  }
}
