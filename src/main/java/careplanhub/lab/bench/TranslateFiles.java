package careplanhub.lab.bench;

import careplanhub.lab.SyntheticOffice;
import careplanhub.standard.FileName;
import careplanhub.vendor.Adapter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the rows of one adapter: of all kinds that it carries both ways and the generator makes,
 * and of those services that it can carry both ways without an error.
 */
final class TranslateFiles {
  private final Adapter adapter;
  private final List<String> kinds;

  TranslateFiles(Adapter adapter) {
    this.adapter = adapter;
    this.kinds =
        adapter.makes().stream().filter(kind -> new CodecFiles(kind).canBeMade()).sorted().toList();
  }

  /** The kinds of files of the standard, such as UPJSK. */
  List<String> kinds() {
    return kinds;
  }

  /**
   * The offices whose rows the adapter carries.
   *
   * @param scratch an empty folder to try it in
   */
  List<SyntheticOffice> carried(Path scratch) throws IOException {
    List<SyntheticOffice> carried = new ArrayList<>();
    for (SyntheticOffice office : CodecFiles.serviceOffices()) {
      Path own = Files.createDirectories(scratch.resolve(office.number().value()));
      try {
        write(new TranslateFolder(own), List.of(office), 1);
        carried.add(office);
      } catch (Translations.NotCarried e) {
        // that office's software has another layout
      }
    }
    return carried;
  }

  /**
   * Writes at least so many rows in whole files, as many of each kind, in both forms.
   *
   * @return how many rows
   * @throws Translations.NotCarried when the adapter does not carry all of them
   */
  long write(TranslateFolder folder, List<SyntheticOffice> offices, long rows) throws IOException {
    Files.createDirectories(folder.standard());
    long written = 0;
    for (String kind : kinds) {
      written +=
          new CodecFiles(kind, offices)
              .write(folder.standard(), -Math.floorDiv(-rows, kinds.size()));
    }
    new TranslateTables(adapter, folder).write();
    Translations translations = new Translations(adapter, folder);
    for (Path file : folder.standardFiles()) {
      writeVendorFile(folder, translations, file);
    }
    return written;
  }

  private static void writeVendorFile(
      TranslateFolder folder, Translations translations, Path standardFile) throws IOException {
    FileName name = TranslateFolder.nameOf(standardFile);
    Path own = Files.createDirectories(folder.vendorFolder(name));
    long rows;
    try (OutputStream out = Files.newOutputStream(own.resolve(translations.vendorName(name)))) {
      rows = translations.fromStandard(standardFile, out);
    }
    if (translations.toStandard(standardFile, OutputStream.nullOutputStream()) != rows) {
      throw new Translations.NotCarried("Not as many rows came back");
    }
  }
}
