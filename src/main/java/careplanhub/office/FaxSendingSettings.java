package careplanhub.office;

import java.time.Duration;
import java.util.Locale;

/**
 * How parcels leave by FAX.
 *
 * @param way who dials
 * @param scanInterval between two looks for what is due
 * @param format of the file
 * @param resolution of a TIFF
 * @param attempts how often a number is tried before a person is asked
 * @param retryDelay after a report of failure
 * @param reportWait how long a report may take before a person is asked
 * @param maximumJobs how many are handed on at one look
 * @param mistake what a cover asks a wrong receiver to do
 * @param gateway the folders of a FAX server
 * @param mail the mail server to a FAX service
 */
public record FaxSendingSettings(
    Way way,
    Duration scanInterval,
    Format format,
    FaxResolution resolution,
    int attempts,
    Duration retryDelay,
    Duration reportWait,
    int maximumJobs,
    String mistake,
    FaxGatewaySettings gateway,
    FaxMailSettings mail) {

  /** Who dials. */
  public enum Way {
    /** Nobody: nothing is sent by FAX. */
    NONE,
    /** A FAX server that takes files from a folder. */
    FOLDER,
    /** A FAX service that takes mails. */
    MAIL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is handed on. */
  public enum Format {
    /** Black and white pages, group 4. */
    TIFF,
    PDF;

    /** The ending of its files, without a dot. */
    public String extension() {
      return this == TIFF ? "tif" : "pdf";
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FaxSendingSettings {
    SettingLimits.positive("scanInterval", scanInterval);
    SettingLimits.positive("attempts", attempts);
    SettingLimits.positive("retryDelay", retryDelay);
    SettingLimits.positive("reportWait", reportWait);
    SettingLimits.positive("maximumJobs", maximumJobs);
    SettingLimits.check(
        "way",
        way != Way.MAIL || mail.isUsed(),
        "メールで送るなら、mail の host、user、from、recipient、domains を書いてください。");
  }
}
