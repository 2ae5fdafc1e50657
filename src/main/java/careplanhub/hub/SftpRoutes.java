package careplanhub.hub;

import careplanhub.channel.HostBreakers;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.office.SftpAccess;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.spi.Registry;

/**
 * A route to each partner's SFTP server, from the template {@code sftp-host}, with a breaker of its
 * host. For one thread.
 */
final class SftpRoutes implements FilledRoutes.Source {
  private final Directory directory;
  private final RouteSecrets secrets;
  private final HostBreakers breakers;
  private final Registry registry;

  /**
   * @param registry where the breakers are bound, which the routes name
   */
  SftpRoutes(Directory directory, RouteSecrets secrets, HostBreakers breakers, Registry registry) {
    this.directory = directory;
    this.secrets = secrets;
    this.breakers = breakers;
    this.registry = registry;
  }

  @Override
  public FilledRoutes.Look look() {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, String> problems = new TreeMap<>();
    for (SftpAccess access : directory.sftpPartners().values()) {
      String name = "sftp-host-" + access.account();
      if (secrets.bytes(access.key()).isEmpty()) {
        problems.put(
            name,
            "SFTP の秘密鍵 " + access.key() + " がありません。keys/secrets の同じ名前のファイルに置き、所有者だけが読めるようにしてください。");
      } else {
        texts.put(name, text(name, access));
      }
    }
    return new FilledRoutes.Look(texts, problems);
  }

  private String text(String name, SftpAccess access) {
    String breaker = "sftpBreaker-" + access.account();
    registry.bind(
        breaker, breakers.of(ChannelName.SFTP.word(), access.host() + ":" + access.portNumber()));
    return """
        - templatedRoute:
            routeTemplateRef: sftp-host
            routeId: "%s"
            parameters:
              - name: account
                value: "%s"
              - name: host
                value: "%s"
              - name: port
                value: "%d"
              - name: user
                value: "%s"
              - name: key
                value: "%s"
        """
        .formatted(
            name,
            access.account(),
            access.host(),
            access.portNumber(),
            access.user(),
            secrets.stamped(access.key()));
  }
}
