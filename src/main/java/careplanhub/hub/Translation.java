package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.NamedSource;
import careplanhub.standard.UnitCheck;
import careplanhub.store.Vault;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes files of the standard of what an office exported. Safe for every thread. */
public final class Translation {
  private final Vault vault;
  private final Directory directory;
  private final LoadedAdapters adapters;
  private final Arrivals arrivals;
  private final OutgoingUnits units;
  private final VendorExports exports;
  private final CheckOptions options;

  Translation(
      Vault vault,
      Directory directory,
      LoadedAdapters adapters,
      Arrivals arrivals,
      OutgoingUnits units,
      VendorExports exports,
      CheckOptions options) {
    this.vault = vault;
    this.directory = directory;
    this.adapters = adapters;
    this.arrivals = arrivals;
    this.units = units;
    this.exports = exports;
    this.options = options;
  }

  /**
   * Finds out what wrote the files: the standard, or the adapter whose layout they have, in the
   * version that is in use now.
   *
   * @throws AdapterAwaitedException when nobody knows the files and the office's adapter cannot be
   *     used now
   */
  public OutgoingWork recognise(OutgoingWork given) throws RefusedException, IOException {
    Adapters now = adapters.current();
    Map<String, List<Arrival>> found = new LinkedHashMap<>();
    for (Arrival arrival : given.arrivals()) {
      found.computeIfAbsent(formatOf(arrival, now), format -> new ArrayList<>()).add(arrival);
    }
    Optional<Office> office = directory.office(given.unit().office());
    if (found.containsKey("") && office.filter(adapters::isMissingFor).isPresent()) {
      throw new AdapterAwaitedException();
    }
    if (found.size() > 1 && !SatelliteSets.isSet(given.unit().key())) {
      throw refused(given, HubFinding.MIXED_FORMATS);
    }
    OutgoingWork work = found.size() > 1 ? partOthers(given, found) : given;
    String format = found.keySet().iterator().next();
    if (format.isEmpty()) {
      throw refused(work, HubFinding.UNKNOWN_FORMAT);
    }
    return now.named(format).map(work::by).orElseGet(work::byStandard);
  }

  /** Files of places that only wait for one another part when they are of different software. */
  private OutgoingWork partOthers(OutgoingWork work, Map<String, List<Arrival>> found) {
    List<Arrival> first = found.values().iterator().next();
    arrivals.part(
        work.unit(), work.arrivals().stream().filter(arrival -> !first.contains(arrival)).toList());
    return work.of(first);
  }

  private String formatOf(Arrival arrival, Adapters now) throws IOException {
    if (FileName.kindOf(arrival.name()).isPresent()) {
      return OutgoingWork.STANDARD;
    }
    NamedSource source = new NamedSource(arrival.name(), () -> vault.open(arrival.content()));
    Optional<Adapter> own =
        directory.office(arrival.office()).map(Office::software).flatMap(now::named);
    if (own.isPresent() && own.get().recognises(source)) {
      return own.get().name();
    }
    return now.recognise(source).map(Adapter::name).orElse("");
  }

  private static RefusedException refused(OutgoingWork work, HubFinding finding) {
    return new RefusedException(
        work, work.arrivals().stream().map(arrival -> finding.of(arrival.name())).toList());
  }

  /** Reads the files, as they are or through the adapter. */
  public OutgoingWork toStandard(OutgoingWork work)
      throws RefusedException, NeedsPersonException, IOException {
    Adapter adapter = work.through();
    if (adapter != null) {
      return work.into(exports.translate(work, adapter, units.scope(work.unit())));
    }
    return SatelliteSets.isSet(work.unit().key())
        ? eachByItself(work)
        : work.into(List.of(asTheyAre(work)));
  }

  /** Files of several places, a part each; one with errors leaves the others. */
  private OutgoingWork eachByItself(OutgoingWork work) throws RefusedException, IOException {
    List<Arrival> damaged = new ArrayList<>();
    for (Arrival arrival : work.arrivals()) {
      if (reportsOf(work.of(List.of(arrival))).stream().anyMatch(FileReport::hasErrors)) {
        damaged.add(arrival);
      }
    }
    if (damaged.size() == work.arrivals().size()) {
      damaged.remove(0);
    }
    if (!damaged.isEmpty()) {
      arrivals.part(work.unit(), damaged);
    }
    OutgoingWork rest =
        work.of(work.arrivals().stream().filter(arrival -> !damaged.contains(arrival)).toList());
    List<Part> parts = new ArrayList<>();
    for (Arrival arrival : rest.arrivals()) {
      parts.add(asTheyAre(rest.of(List.of(arrival))));
    }
    return rest.into(parts);
  }

  private Part asTheyAre(OutgoingWork work) throws RefusedException, IOException {
    List<StandardFile> files = new ArrayList<>();
    for (Arrival arrival : work.arrivals()) {
      try {
        files.add(new StandardFile(FileName.parse(arrival.name()), vault.read(arrival.content())));
      } catch (FileNameException e) {
        throw new RefusedException(work, reportsOf(work));
      }
    }
    return new Part(files);
  }

  /** What the check finds in the files. */
  private List<FileReport> reportsOf(OutgoingWork work) {
    return UnitCheck.check(
        work.arrivals().stream()
            .map(arrival -> new NamedSource(arrival.name(), () -> vault.open(arrival.content())))
            .toList(),
        options);
  }
}
