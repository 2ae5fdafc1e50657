package careplanhub.channel.sftp;

import careplanhub.office.SftpChannelSettings;
import careplanhub.security.Trust;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The channel {@code sftp}: the beans and properties that {@code routes/channel-sftp.yaml} names.
 * Bind both before the route file is loaded; a route {@code sftp-host} for each {@link
 * careplanhub.office.SftpAccess#account()} must run, too. Safe for use from several threads.
 */
public final class SftpChannel {
  private final SftpTroubles troubles = new SftpTroubles();
  private final Map<String, Object> beans;
  private final Map<String, String> properties;

  /**
   * @param settings times and bounds
   * @param partners with whom we share folders
   * @param offices our offices' keys
   * @param trust whose certificates are believed
   * @param certificates the folder with the partners' certificates
   * @param refusals who is told of parcels that are not taken
   */
  public SftpChannel(
      SftpChannelSettings settings,
      SftpPartners partners,
      SftpOffices offices,
      Supplier<Trust> trust,
      Path certificates,
      SftpRefusals refusals,
      Clock clock) {
    SealedContainers containers =
        new SealedContainers(
            new ParcelContainer(settings),
            offices,
            new PartnerCertificates(certificates, trust, clock),
            trust,
            clock);
    WaitingParcels waiting = new WaitingParcels(settings, partners, containers, refusals, clock);
    SentParcels sent = new SentParcels(settings, partners, trust, troubles, clock);
    this.beans =
        Map.of(
            "sftpVisits", new SftpVisits(),
            "sftpSending", new SftpSending(partners, containers, troubles),
            "sftpLists", new SftpLists(partners, waiting, sent, troubles),
            "sftpReceiving", new SftpReceiving(partners, containers, waiting, troubles, clock));
    this.properties =
        Map.of(
            "sftp.connectTimeout", Long.toString(settings.connectTimeout().toMillis()),
            "sftp.answerTimeout", Long.toString(settings.answerTimeout().toMillis()));
  }

  /** What to bind in Camel's registry, by name. */
  public Map<String, Object> beans() {
    return beans;
  }

  /** What the route file writes as <code>{{name}}</code>. */
  public Map<String, String> properties() {
    return properties;
  }

  /** Japanese: with which partners something does not work; empty when all is well. */
  public String warning() {
    return troubles.warning();
  }
}
