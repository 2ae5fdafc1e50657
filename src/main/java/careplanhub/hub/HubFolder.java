package careplanhub.hub;

import java.nio.file.Path;

/**
 * Where things lie in a hub's folder.
 *
 * @param root the folder that {@code ./hub init} made
 */
public record HubFolder(Path root) {
  public Path config() {
    return root.resolve("config");
  }

  public Path settings() {
    return config().resolve("hub.yaml");
  }

  public Path corporation() {
    return config().resolve("corporation.yaml");
  }

  public Path vendors() {
    return config().resolve("vendors");
  }

  public Path routes() {
    return root.resolve("routes");
  }

  /** Where lists of partners are put to be imported. */
  public Path partners() {
    return root.resolve("partners");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path data() {
    return root.resolve("data");
  }

  public Path ledger() {
    return data().resolve("ledger.sqlite");
  }

  /** Where logins wait for a person's one-time password. */
  public Path logins() {
    return data().resolve("logins");
  }

  public Path vault() {
    return data().resolve("vault");
  }
}
