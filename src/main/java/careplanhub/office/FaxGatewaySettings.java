package careplanhub.office;

import java.util.regex.Pattern;

/**
 * The folders by which a FAX server is asked to send, and by which it reports. In names and texts
 * <code>{number}</code> is the number's digits, <code>{job}</code> the attempt, <code>{office}
 * </code> the sending office, <code>{pages}</code> how many pages, <code>{file}</code> the file's
 * name.
 *
 * @param folder where files are laid, from the hub's folder on
 * @param fileName without its ending; it must tell the attempt
 * @param controlName the name of a file that is laid after the other; empty for none
 * @param controlText what stands in it
 * @param controlCharset its character set
 * @param reportFolder where reports are found, from the hub's folder on; empty when a person says
 *     what was sent
 * @param sentReports the names of reports of success; <code>*</code> stands for anything
 * @param failedReports the names of reports of failure
 * @param maximumReportSize a greater file is not read as a report
 */
public record FaxGatewaySettings(
    String folder,
    String fileName,
    String controlName,
    String controlText,
    String controlCharset,
    String reportFolder,
    String sentReports,
    String failedReports,
    DataSize maximumReportSize) {
  private static final Pattern NAME = Pattern.compile("[^\\\\/:?\"<>|\\p{Cntrl}]{1,120}");
  private static final Pattern CHARSET = Pattern.compile("UTF-8|windows-31j");
  private static final String JOB = "{job}";

  public FaxGatewaySettings {
    SettingLimits.check("folder", !folder.isBlank(), "FAX サーバーのフォルダーを書いてください。");
    SettingLimits.check(
        "fileName",
        isName(fileName) && !fileName.contains("*"),
        "{job} の入った名前を、{number}_{job} のように書いてください。");
    SettingLimits.check(
        "controlName",
        controlName.isEmpty() || (isName(controlName) && !controlName.contains("*")),
        "{job} の入った名前を、{job}.txt のように書いてください。");
    SettingLimits.check(
        "controlCharset",
        CHARSET.matcher(controlCharset).matches(),
        "UTF-8 か windows-31j を書いてください。");
    SettingLimits.check("sentReports", isName(sentReports), "{job} の入った名前を、{job}*.ok のように書いてください。");
    SettingLimits.check(
        "failedReports",
        isName(failedReports) && !failedReports.equals(sentReports),
        "sentReports と違う、{job} の入った名前を書いてください。");
    SettingLimits.positive("maximumReportSize", maximumReportSize.bytes());
  }

  private static boolean isName(String text) {
    return text.contains(JOB) && NAME.matcher(text).matches() && !text.startsWith(".");
  }

  /** Whether the FAX server says what became of an attempt. */
  public boolean reports() {
    return !reportFolder.isBlank();
  }
}
