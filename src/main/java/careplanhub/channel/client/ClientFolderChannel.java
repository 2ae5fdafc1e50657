package careplanhub.channel.client;

import careplanhub.office.ClientFolderSettings;
import careplanhub.office.RetentionSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * The channel {@code client-folder}: the beans and properties that {@code
 * routes/channel-client-folder.yaml} names. Safe for use from several threads.
 */
public final class ClientFolderChannel {
  private final ClientPlaces places;
  private final ReturnedChecklists checklists;
  private final Map<String, Object> beans;
  private final Map<String, String> properties;

  /**
   * What the channel stands on.
   *
   * @param remembered a folder of the hub's own, in which it notes which places it has marked
   * @param names an office's name, empty when unknown
   * @param still makes filters of the files that nobody is writing any more
   */
  public record Ground(
      Path remembered,
      Function<OfficeNumber, String> names,
      Supplier<GenericFileFilter<File>> still,
      FileLayer layer,
      Clock clock,
      LongSupplier nanoTime) {}

  /**
   * @param retention how long files and lists are kept
   */
  public ClientFolderChannel(
      ClientFolderSettings settings,
      RetentionSettings retention,
      List<ClientPlace> clients,
      Ground ground) {
    DurableFiles files = new DurableFiles(ground.layer());
    this.places = new ClientPlaces(clients, ground.remembered(), files);
    FolderBook book = new FolderBook(files);
    Statements statements = new Statements(files);
    ReceivedUnits received = new ReceivedUnits(ground.layer());
    ChecklistFilter checklistFilter = new ChecklistFilter(ground.still().get());
    HandOver handOver =
        new HandOver(
            places,
            ground.names(),
            new Batching(settings),
            book,
            statements,
            ground.layer(),
            ground.clock(),
            retention.done());
    UnitAssembly assembly =
        new UnitAssembly(places, settings, received, ground.clock(), ground.nanoTime());
    this.checklists =
        new ReturnedChecklists(
            places, settings, book, statements, checklistFilter, files, ground.clock());
    this.beans =
        Map.of(
            "clientFolder",
            new ClientFolderEndpoints(
                places, handOver, assembly, received, ground.names(), ground.clock()),
            "clientDownloads",
            new ClientDownloads(places, settings, received, files),
            "clientDownloadFilter",
            new DownloadFilter(ground.still().get()),
            "clientRetention",
            new ClientRetention(places, retention, ground.clock()),
            "clientChecklists",
            checklists,
            "clientChecklistFilter",
            checklistFilter);
    this.properties =
        Map.of(
            "clientFolder.scanInterval", String.valueOf(settings.scanInterval().toMillis()),
            "clientFolder.filesPerScan", String.valueOf(settings.maximumFilesPerScan()),
            "clientFolder.depth", String.valueOf(settings.maximumDepth()));
  }

  /** What to bind in Camel's registry, by name. */
  public Map<String, Object> beans() {
    return beans;
  }

  /** What the route file writes as <code>{{name}}</code>. */
  public Map<String, String> properties() {
    return properties;
  }

  /** What is wrong with the offices' folders, in Japanese; empty when nothing is. */
  public String trouble() {
    return places.all().stream()
        .filter(place -> !isUsable(place))
        .map(place -> "事業所 " + place.office() + " の連携クライアントのフォルダーを使えません。共有の接続と権限を確かめてください。")
        .collect(Collectors.joining(" "));
  }

  /** Which folders nobody has answered for long, in Japanese; empty when none. */
  public String warning() {
    return checklists.unanswered().stream()
        .map(office -> "事業所 " + office + " に、「送信済」の記入がないまま残っているフォルダーがあります。送信して、チェックリストに記入してください。")
        .collect(Collectors.joining(" "));
  }

  private boolean isUsable(ClientPlace place) {
    try {
      places.usable(place.office());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
