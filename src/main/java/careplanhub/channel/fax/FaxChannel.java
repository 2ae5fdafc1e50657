package careplanhub.channel.fax;

import careplanhub.fax.forms.Forms;
import careplanhub.office.Directory;
import careplanhub.office.FaxSendingSettings;
import careplanhub.standard.ReadOptions;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
    this.beans =
        Map.of(
            "fax",
            new FaxEndpoints(settings, forms, ground.directory(), ground.books(), ground.clock()),
            "faxAttempts",
            attempts,
            "faxReports",
            new FaxReports(settings, ground.books(), attempts, ground.still()));
    Map<String, String> all = new HashMap<>(FaxMail.properties(settings.mail()));
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
