package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.Dialect;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.UnwritableException;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.VendorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What each office's care software takes: the standard's files as they came, the same in the
 * software's dialect, or a vendor's layout. Safe for every thread.
 */
final class Software {
  private final Directory directory;
  private final LoadedAdapters adapters;
  private final BiFunction<OfficeNumber, Adapter, OfficeKnowledge> knowledge;
  private final Rewriting rewriting;

  /**
   * @param knowledge what an office wrote down and confirmed for an adapter
   */
  Software(
      Directory directory,
      LoadedAdapters adapters,
      BiFunction<OfficeNumber, Adapter, OfficeKnowledge> knowledge,
      Rewriting rewriting) {
    this.directory = directory;
    this.adapters = adapters;
    this.knowledge = knowledge;
    this.rewriting = rewriting;
  }

  /**
   * The files as the receiving office's software takes them; kinds that its layout does not know
   * stay as they came, a delete beside a text that tells a person what it withdraws.
   *
   * @throws UnwritableException when a dialect cannot say what a file says
   * @throws AdapterAwaitedException when the office's adapter cannot be used now
   */
  IncomingWork deliver(IncomingWork work) throws IOException, UnwritableException {
    Optional<Office> office = directory.office(work.reception().office());
    Dialect dialect =
        office
            .filter(Office::speaksStandard)
            .map(known -> known.form().dialect())
            .orElse(Dialect.STANDARD);
    if (!dialect.isStandard()) {
      return inDialect(work, dialect);
    }
    Adapters now = adapters.current();
    Optional<Adapter> adapter = office.map(Office::software).flatMap(now::named);
    if (adapter.isEmpty() && office.filter(adapters::isMissingFor).isPresent()) {
      throw new AdapterAwaitedException();
    }
    return translated(work, adapter);
  }

  private IncomingWork translated(IncomingWork work, Optional<Adapter> adapter) throws IOException {
    List<NamedBytes> outputs = new ArrayList<>();
    Map<String, String> evidence = new TreeMap<>(work.translatedBy());
    evidence.put("software", OutgoingWork.STANDARD);
    for (NamedBytes file : work.files()) {
      Optional<FileName> name = parse(file.name());
      if (adapter.isPresent() && name.isPresent() && adapter.get().takes(name.get().kind())) {
        OfficeNumber to = work.reception().office();
        List<NamedBytes> made = translate(to, adapter.get(), name.get(), file);
        outputs.addAll(made);
        evidence.put("software", adapter.get().name() + " " + adapter.get().version());
        evidence.put("adapterSha256", adapter.get().sha256());
        evidence.merge("untranslatedFiles", made.size() > 1 ? "1" : "0", Software::sum);
      } else {
        String kept = SafeNames.of(file.name());
        outputs.add(new NamedBytes(kept, file.bytes()));
        if (adapter.isPresent() && name.isPresent() && DeleteNotice.isFor(name.get())) {
          outputs.add(DeleteNotice.of(name.get(), kept, rows(name.get(), file)));
        }
      }
    }
    return work.into(outputs, evidence);
  }

  private static String sum(String one, String other) {
    return String.valueOf(Integer.parseInt(one) + Integer.parseInt(other));
  }

  private IncomingWork inDialect(IncomingWork work, Dialect dialect)
      throws IOException, UnwritableException {
    List<NamedBytes> outputs = new ArrayList<>();
    for (NamedBytes file : work.files()) {
      Optional<FileName> name = parse(file.name()).filter(known -> !known.isImage());
      StandardFile written =
          name.isEmpty()
              ? null
              : rewriting.rewrite(
                  new StandardFile(name.get(), file.bytes()),
                  dialect,
                  user -> true,
                  row -> row,
                  replacement -> {});
      outputs.add(
          written == null
              ? new NamedBytes(SafeNames.of(file.name()), file.bytes())
              : new NamedBytes(dialect.fileName(written.name()), written.bytes()));
    }
    Map<String, String> evidence = new TreeMap<>(work.translatedBy());
    evidence.put("software", OutgoingWork.STANDARD);
    evidence.put("dialect", dialect.differences());
    return work.into(outputs, evidence);
  }

  /**
   * The file in the vendor's layout; where the layout cannot say a row, the file as it came beside
   * the reason, so that nothing is missed.
   */
  private List<NamedBytes> translate(
      OfficeNumber office, Adapter adapter, FileName name, NamedBytes file) throws IOException {
    List<VendorFile> made =
        adapter.filesOf(name, rows(name, file), knowledge.apply(office, adapter));
    if (made.stream().noneMatch(VendorFile::hasErrors)) {
      return made.stream().map(one -> new NamedBytes(one.name(), one.bytes())).toList();
    }
    String kept = SafeNames.of(file.name());
    FileReport report =
        new FileReport(
            kept, null, null, 0, made.stream().flatMap(one -> one.findings().stream()).toList());
    return List.of(
        new NamedBytes(kept, file.bytes()),
        new NamedBytes(kept + ".txt", ReasonText.ofUntranslated(kept, List.of(report))));
  }

  private List<Row> rows(FileName name, NamedBytes file) throws IOException {
    List<Row> rows = new ArrayList<>();
    rewriting.read(new StandardFile(name, file.bytes()), rows::add);
    return rows;
  }

  private static Optional<FileName> parse(String name) {
    try {
      return Optional.of(FileName.parse(name));
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }
}
