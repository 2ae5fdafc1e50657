package careplanhub.hub;

import careplanhub.channel.client.ClientPlace;
import careplanhub.office.ClientFolder;
import careplanhub.office.ClientFolderSettings;
import careplanhub.office.ClientProfile;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The places of the offices that have the official client. */
final class ClientFolders {
  private ClientFolders() {}

  /**
   * Those that the configuration names.
   *
   * @throws ConfigurationException when an office names a profile that is none, or two share a
   *     folder
   */
  static List<ClientPlace> of(HubFolder hub, Directory directory, ClientFolderSettings settings)
      throws ConfigurationException {
    List<ClientPlace> places = new ArrayList<>();
    for (Office office : directory.offices()) {
      ClientFolder client = office.clientFolder();
      if (client != null) {
        ClientProfile profile = settings.profiles().get(client.profile());
        if (profile == null) {
          throw wrong(
              hub,
              "profile",
              "事業所 "
                  + office.number()
                  + " の渡し先がありません。使える値: "
                  + String.join(", ", settings.profiles().keySet().stream().sorted().toList()));
        }
        Path root = hub.root().resolve(client.folder()).normalize();
        if (places.stream().anyMatch(other -> other.root().equals(root))) {
          throw wrong(hub, "folder", "事業所 " + office.number() + " とほかの事業所のフォルダーが同じです。");
        }
        places.add(new ClientPlace(office.number(), office.name(), root, profile));
      }
    }
    return places;
  }

  private static ConfigurationException wrong(HubFolder hub, String field, String message) {
    return new ConfigurationException(
        hub.corporation().toString(), null, "offices.clientFolder." + field, message);
  }
}
