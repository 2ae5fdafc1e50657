package careplanhub.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The numbers and addresses that a hub runs with, from {@code config/hub.yaml}. What the file does
 * not say has the value that the shipped file documents, which is the only place of the defaults.
 * Immutable.
 */
public record HubSettings(
    IntakeSettings intake,
    VendorSettings vendors,
    VendorRouteSettings vendorRoutes,
    VendorMailSettings vendorMail,
    CheckSettings check,
    DispatchSettings dispatch,
    AttachmentSettings attachments,
    BreakerSettings breaker,
    RelayChannelSettings relay,
    SftpChannelSettings sftp,
    ClientFolderSettings clientFolder,
    FaxSettings fax,
    FaxSendingSettings faxSending,
    FaxInboxSettings faxInbox,
    KeySettings keys,
    RevocationSettings revocation,
    AlarmSettings alarms,
    ReceiveSettings receive,
    ListSettings lists,
    WaitingSettings waiting,
    CorrectionSettings corrections,
    PartnerListSettings partnerList,
    RetentionSettings retention,
    AdminSettings admin,
    KitSettings kit,
    FormSettings forms) {

  /** The settings of the shipped file. */
  public static HubSettings defaults() {
    try {
      return shipped().bind(HubSettings.class);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The program's own settings are broken", e);
    }
  }

  /** The shipped file itself, with its comments, as {@code init} writes it; UTF-8. */
  public static byte[] shippedFile() {
    try (InputStream stream = HubSettings.class.getResourceAsStream("/config/hub.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its data file hub.yaml");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The settings of a hub.
   *
   * @param file config/hub.yaml; when there is none, the defaults hold
   */
  public static HubSettings read(Path file) throws ConfigurationException {
    if (Files.notExists(file)) {
      return defaults();
    }
    return YamlDocument.read(file).over(shipped()).bind(HubSettings.class);
  }

  private static YamlDocument shipped() throws ConfigurationException {
    return YamlDocument.parse("hub.yaml", shippedFile());
  }
}
