package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Row;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.VendorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each office's care software takes: the standard's files as they came, or a vendor's layout.
 * Safe for every thread.
 */
final class Software {
  private final Directory directory;
  private final Adapters adapters;

  Software(Directory directory, Adapters adapters) {
    this.directory = directory;
    this.adapters = adapters;
  }

  /**
   * The files as the receiving office's software takes them; kinds that its layout does not know
   * stay as they came.
   */
  IncomingWork deliver(IncomingWork work) throws IOException {
    Optional<Adapter> adapter =
        directory
            .office(work.reception().office())
            .filter(office -> !office.speaksStandard())
            .map(Office::software)
            .flatMap(adapters::named);
    List<NamedBytes> outputs = new ArrayList<>();
    Map<String, String> evidence = Map.of("software", OutgoingWork.STANDARD);
    for (NamedBytes file : work.files()) {
      Optional<FileName> name = parse(file.name());
      if (adapter.isPresent() && name.isPresent() && adapter.get().takes(name.get().kind())) {
        outputs.add(translate(adapter.get(), name.get(), file));
        evidence =
            Map.of(
                "software",
                adapter.get().name() + " " + adapter.get().version(),
                "adapterSha256",
                adapter.get().sha256());
      } else {
        outputs.add(new NamedBytes(SafeNames.of(file.name()), file.bytes()));
      }
    }
    return work.into(outputs, evidence);
  }

  private static NamedBytes translate(Adapter adapter, FileName name, NamedBytes file)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    Rewriting.read(new OutgoingWork.StandardFile(name, file.bytes()), rows::add);
    VendorFile made = adapter.fromStandard(name, rows);
    return new NamedBytes(made.name(), made.bytes());
  }

  private static Optional<FileName> parse(String name) {
    try {
      return Optional.of(FileName.parse(name));
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }
}
