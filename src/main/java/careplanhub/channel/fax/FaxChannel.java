package careplanhub.channel.fax;

import careplanhub.fax.forms.Forms;
import careplanhub.fax.page.PageDecoder;
import careplanhub.fax.read.PageReader;
import careplanhub.office.Directory;
import careplanhub.office.FaxInboxSettings;
import careplanhub.office.FaxSendingSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * The channel {@code fax}: the beans and properties that {@code routes/channel-fax.yaml} names.
 * Safe for use from several threads.
 */
public final class FaxChannel {
  private final FaxFiles files;
  private final FaxAttempts attempts;
  private final Map<String, Object> beans;
  private final Map<String, String> properties;

  /**
   * What it needs for pages that come in.
   *
   * @param folders an office's own folder
   */
  public record Paper(
      FaxInboxSettings settings,
      PageDecoder decoder,
      PageReader reader,
      Function<OfficeNumber, Path> folders) {}

  /**
   * What the channel stands on.
   *
   * @param hub the hub's folder, from where the configured folders start
   * @param still makes a filter of the files that nobody is writing any more
   * @param reading how the rows of parcels are read
   */
  public record Ground(
      Path hub,
      Directory directory,
      FaxBooks books,
      Forms forms,
      Paper paper,
      ReadOptions reading,
      GenericFileFilter<File> still,
      DurableFiles files,
      Clock clock) {}

  public FaxChannel(FaxSendingSettings settings, Ground ground) {
    this.files = new FaxFiles(settings, ground.hub(), ground.files());
    this.attempts =
        new FaxAttempts(
            settings, ground.directory(), ground.books(), files, new FaxMail(settings.mail()));
    ParcelForms forms =
        new ParcelForms(
            settings,
            ground.forms(),
            new ParcelFileRows(ground.reading()),
            ground.directory(),
            ground.clock());
    FaxResults results =
        new FaxResults(
            ground.books(),
            new ParcelFileRows(ground.reading()),
            ground.directory(),
            ground.paper().folders(),
            ground.files(),
            ground.clock());
    this.beans =
        Map.of(
            "fax",
            new FaxEndpoints(
                settings, forms, ground.directory(), ground.books(), results, ground.clock()),
            "faxResults",
            results,
            "faxInbox",
            arrivals(ground),
            "faxInboxFilter",
            ground.still(),
            "faxAttempts",
            attempts,
            "faxReports",
            new FaxReports(settings, ground.books(), attempts, ground.still()));
    Map<String, String> all = new HashMap<>(FaxMail.properties(settings.mail()));
    FaxInboxSettings inbox = ground.paper().settings();
    all.put("faxInbox.scanInterval", String.valueOf(inbox.scanInterval().toMillis()));
    all.put("faxInbox.filesPerScan", String.valueOf(inbox.maximumFilesPerScan()));
    all.put("fax.scanInterval", String.valueOf(settings.scanInterval().toMillis()));
    boolean reports =
        settings.way() == FaxSendingSettings.Way.FOLDER && settings.gateway().reports();
    all.put(
        "fax.reportFolder",
        ground
            .hub()
            .resolve(reports ? settings.gateway().reportFolder() : "fax/none")
            .normalize()
            .toString());
    this.properties = Map.copyOf(all);
  }

  private static FaxArrivals arrivals(Ground ground) {
    Paper paper = ground.paper();
    return new FaxArrivals(
        paper.decoder(),
        paper.reader(),
        new FaxFiling(ground.books(), ground.directory(), paper.settings().maximumLines()),
        ground.books(),
        ground.files());
  }

  /** What to bind in Camel's registry, by name. */
  public Map<String, Object> beans() {
    return beans;
  }

  /** What the route file writes as <code>{{name}}</code>. */
  public Map<String, String> properties() {
    return properties;
  }

  /** What keeps parcels from being handed on, in Japanese; empty when nothing does. */
  public String trouble() {
    return files.trouble();
  }

  /** What went wrong last, in Japanese; empty when all goes well. */
  public String warning() {
    return attempts.warning();
  }
}
