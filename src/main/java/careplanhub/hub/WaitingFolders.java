package careplanhub.hub;

import careplanhub.channel.client.HandOverAnswers;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.store.RealFiles;
import java.time.Clock;

/** The official client's folders of a hub, for commands beside it. */
public final class WaitingFolders {
  private WaitingFolders() {}

  /** What people can answer to the folders of this hub. */
  public static HandOverAnswers of(HubFolder folder, Clock clock) throws ConfigurationException {
    HubSettings settings = HubSettings.read(folder.settings());
    return new HandOverAnswers(
        ClientFolders.of(folder, Directory.read(folder.corporation()), settings.clientFolder()),
        settings.clientFolder(),
        new RealFiles(),
        clock);
  }
}
