package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.office.ClientFolderSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts send units together again from downloaded files. Safe for every thread. */
final class UnitAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(UnitAssembly.class);

  private final ClientPlaces places;
  private final ClientFolderSettings settings;
  private final ReceivedUnits received;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Map<OfficeNumber, UnitPatience> patience = new ConcurrentHashMap<>();

  UnitAssembly(
      ClientPlaces places,
      ClientFolderSettings settings,
      ReceivedUnits received,
      Clock clock,
      LongSupplier nanoTime) {
    this.places = places;
    this.settings = settings;
    this.received = received;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** Makes the units ready whose files are all there, or have been waited for long enough. */
  void look(OfficeNumber office) throws IOException {
    ClientPlace place = places.usable(office);
    UnitPatience waits =
        patience.computeIfAbsent(office, any -> new UnitPatience(settings, nanoTime));
    synchronized (waits) {
      List<UnitPatience.Ready> ready =
          waits.ready(HeldFiles.units(place), HeldFiles.lying(place, settings.maximumDepth()));
      for (UnitPatience.Ready unit : ready) {
        assemble(place, unit);
      }
    }
  }

  private void assemble(ClientPlace place, UnitPatience.Ready ready) throws IOException {
    HeldFiles.Unit unit = ready.unit();
    List<EntryFile> files = new ArrayList<>();
    Comparator<FileName> order = UnitKinds.order(unit.names());
    List<Path> ordered =
        unit.files().stream()
            .sorted(
                Comparator.comparing(file -> unit.names().get(unit.files().indexOf(file)), order))
            .toList();
    for (Path file : ordered) {
      files.add(ListedFiles.received(Trees.nameOf(file), Files.readAllBytes(file)));
    }
    String warning =
        ready.missing().isEmpty()
            ? ""
            : "【注意】送信単位のファイルがそろわないまま取り込みました（無いもの: "
                + String.join("、", ready.missing())
                + "）。送信元に確かめてください。";
    ReceivedUnit made =
        new ReceivedUnit(
            idOf(unit.key(), files),
            unit.key().from(),
            unit.key().serial().value(),
            clock.instant(),
            warning,
            files);
    received.add(place, unit.folder(), made);
    if (!warning.isEmpty()) {
      LOG.warn("office {}: unit {} is taken without all its files", place.office(), made.id());
    }
  }

  private static String idOf(HeldFiles.Key key, List<EntryFile> files) {
    String content =
        files.stream()
            .map(file -> ReceivedUnits.canonical(file.name()) + " " + file.sha256())
            .collect(Collectors.joining("\n", key + "\n", ""));
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
