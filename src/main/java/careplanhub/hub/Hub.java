package careplanhub.hub;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.security.KeyFolder;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A running hub: the stages over its books, its channels and its administrators' pages. Whoever
 * starts it closes it; closing waits a bounded time for what is on its way, and what is not done
 * then is done after the next start.
 */
public final class Hub implements AutoCloseable {
  private final Books books;
  private final CamelRuntime runtime;
  private final List<FilledRoutes> filledRoutes;
  private final AdminServer admin;

  private Hub(
      Books books, CamelRuntime runtime, List<FilledRoutes> filledRoutes, AdminServer admin) {
    this.books = books;
    this.runtime = runtime;
    this.filledRoutes = filledRoutes;
    this.admin = admin;
  }

  /**
   * Starts the hub of a folder and returns when its routes run.
   *
   * @param directory the folder that {@link HubSetUp} made
   * @param programHome where the program lies, for Hawtio's WAR
   * @param layer what writes into the offices' folders and the vault
   * @throws Exception when a setting or a key is wrong, or Camel or a server cannot start
   */
  public static Hub start(Path directory, Path programHome, FileLayer layer, Clock clock)
      throws Exception {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    HubSettings settings = HubSettings.read(folder.settings());
    Directory offices = Directory.read(folder.corporation());
    KeyFolder keys = new KeyFolder(folder.keys());
    Books books = Books.open(folder, layer, clock);
    try {
      LoadedAdapters adapters = new LoadedAdapters(folder.vendors(), settings.vendors(), offices);
      Stages stages =
          new Stages(new Ground(folder, settings, offices, adapters, keys, books, layer, clock));
      stages.folderWatch().begin();
      OfficeRoutes.write(
          folder.routes(),
          offices,
          stages.folders(),
          ClientFolders.of(folder, offices, settings.clientFolder()),
          settings.faxInbox(),
          new DurableFiles(layer));
      Map<String, String> properties = new HashMap<>(StageProperties.of(settings));
      properties.putAll(stages.channelProperties());
      properties.put("hub.partners", folder.partners().toString());
      CamelRuntime runtime =
          CamelRuntime.start(
              folder.routes(),
              stages::beans,
              stages.secrets(),
              properties,
              RuntimeSettings.defaults().named("hub-" + folder.root().getFileName()),
              clock);
      LedgerMeters.bind(books, runtime.meters());
      stages.count(runtime.meters());
      KeyMeters.bind(stages.keyNotices(), offices, runtime.meters());
      FilledRoutes vendorRoutes =
          stages.vendorRoutes(runtime.context()).start(settings.vendors().scanInterval());
      FilledRoutes sftpRoutes =
          stages.sftpRoutes(runtime.context()).start(settings.sftp().scanInterval());
      return new Hub(
          books,
          runtime,
          List.of(vendorRoutes, sftpRoutes),
          admin(
              folder,
              settings,
              programHome,
              runtime,
              books,
              stages,
              vendorRoutes,
              sftpRoutes,
              clock));
    } catch (Exception e) {
      books.close();
      throw e;
    }
  }

  private static AdminServer admin(
      HubFolder folder,
      HubSettings settings,
      Path programHome,
      CamelRuntime runtime,
      Books books,
      Stages stages,
      FilledRoutes vendorRoutes,
      FilledRoutes sftpRoutes,
      Clock clock)
      throws Exception {
    Map<String, Supplier<String>> warnings = new HashMap<>(stages.warnings());
    warnings.put("vendorRoutes", vendorRoutes::warning);
    warnings.put("sftpRoutes", sftpRoutes::warning);
    try {
      AdminServer server =
          AdminServer.start(
              settings.admin(),
              new AdminServer.Shown(
                  runtime,
                  programHome.resolve("target/hawtio/hawtio.war"),
                  Administrators.read(folder.keys()),
                  books.evidence()::writable,
                  stages.troubles(),
                  warnings),
              clock);
      stages.watch(server.health());
      return server;
    } catch (Exception e) {
      vendorRoutes.close();
      sftpRoutes.close();
      runtime.close();
      throw e;
    }
  }

  /** What the hub knows. */
  public Books books() {
    return books;
  }

  /** Where the administrators' pages are. */
  public URI adminAddress() {
    return admin.address();
  }

  @Override
  public void close() {
    admin.close();
    filledRoutes.forEach(FilledRoutes::close);
    runtime.close();
    books.close();
  }
}
