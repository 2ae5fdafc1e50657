package careplanhub.hub.partners;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.ImportedPartners;
import careplanhub.office.PartnerListSettings;
import careplanhub.standard.Finding;
import careplanhub.store.DurableFiles;
import careplanhub.vendor.BindyBinding;
import careplanhub.vendor.form.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps by which a list of partners goes into {@code config/partners.yaml}. Safe for every
 * thread; one import at a time.
 */
public final class PartnerList {
  private static final BindyBinding<PartnerLine> LINES = BindyBinding.of(PartnerLine.class);

  private final Path target;
  private final Directory directory;
  private final PartnerListSettings limits;
  private final DurableFiles files;

  /**
   * @param config the folder {@code config/}
   */
  public PartnerList(
      Path config, Directory directory, PartnerListSettings limits, DurableFiles files) {
    this.target = ImportedPartners.fileOf(config);
    this.directory = directory;
    this.limits = limits;
    this.files = files;
  }

  /** Splits a file into lines of cells. */
  public SplitList split(Path list) throws IOException {
    long most = limits.maximumFileSize().bytes();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(list)) {
      bytes = in.readNBytes(Math.toIntExact(Math.min(most + 1, Integer.MAX_VALUE - 8)));
    }
    if (bytes.length > most) {
      return new SplitList(
          List.of(),
          List.of(
              PartnerFinding.FILE.of(
                  "ファイルが大きすぎます（" + most + " バイトまで。設定 partnerList.maximumFileSize）。")));
    }
    return new ListSplitting(limits).split(bytes);
  }

  /** Binds the lines to records, which say what must be there. */
  public BoundList bind(SplitList list) {
    List<BoundList.Line> bound = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(list.findings());
    for (SplitList.Line line : list.lines()) {
      try {
        bound.add(new BoundList.Line(line.number(), LINES.bind(line.cells())));
      } catch (UnreadableException e) {
        findings.add(PartnerFinding.REFUSED.at(line.number(), e.place(), e.advice()));
      }
    }
    return new BoundList(bound, findings);
  }

  /** Checks what the records say. */
  public CheckedList check(BoundList list) {
    return ListCheck.check(list, directory, limits.maximumNameLength());
  }

  /** What an import of the list would change. */
  public ImportedPartners.Changes preview(CheckedList list) throws ConfigurationException {
    return ImportedPartners.of(target).changes(list.partners());
  }

  /** Imports what could be read. */
  public synchronized Imported store(CheckedList list) throws IOException {
    try {
      ImportedPartners before = ImportedPartners.of(target);
      ImportedPartners.Changes changes = before.changes(list.partners());
      if (!changes.isEmpty()) {
        files.replaceWhole(target, before.with(list.partners()));
      }
      return new Imported(changes, list.findings());
    } catch (ConfigurationException e) {
      List<Finding> findings = new ArrayList<>(list.findings());
      findings.add(
          PartnerFinding.FILE.of("今の config/partners.yaml を読めないので取り込めません。" + e.getMessage()));
      return new Imported(new ImportedPartners.Changes(List.of(), List.of(), List.of()), findings);
    }
  }
}
