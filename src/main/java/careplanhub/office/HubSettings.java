package careplanhub.office;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The numbers and addresses that a hub runs with, from {@code config/hub.yaml}. What the file does
 * not say has the value that the shipped file documents, which is the only place of the defaults.
 * Immutable.
 */
public record HubSettings(
    Intake intake,
    Vendors vendors,
    VendorRoutes vendorRoutes,
    VendorMail vendorMail,
    Check check,
    Dispatch dispatch,
    Relay relay,
    Receive receive,
    Lists lists,
    Waiting waiting,
    PartnerList partnerList,
    Retention retention,
    Admin admin,
    Kit kit) {

  /**
   * How files are taken from the offices' outboxes.
   *
   * @param scanInterval between two looks into the folders
   * @param quietPeriod how long a file must not have changed
   * @param unfinishedQuietPeriod the same for a file whose last line has no line end
   * @param quietScans how many looks in a row must have seen the file alike
   * @param unitSettleTime how long to wait for missing companions of a send unit
   * @param companionWait how long a unit waits, after unitSettleTime too, for a companion that lies
   *     in the outbox and is not taken
   * @param satelliteSettleTime how long the results of an office with satellites wait for those of
   *     the others
   * @param maximumFileSize a greater file is put aside
   * @param maximumVendorRows an export of more records in a vendor's layout, which is translated in
   *     memory, is put aside
   * @param maximumFilesPerScan how many files one look takes from one office
   * @param maximumFindings how many findings of one file are told
   * @param minimumFreeSpace with less on the disk of vault or ledger nothing is taken
   * @param recheckInterval how often it is looked whether files can be taken
   */
  public record Intake(
      Duration scanInterval,
      Duration quietPeriod,
      Duration unfinishedQuietPeriod,
      int quietScans,
      Duration unitSettleTime,
      Duration companionWait,
      Duration satelliteSettleTime,
      DataSize maximumFileSize,
      long maximumVendorRows,
      int maximumFilesPerScan,
      int maximumFindings,
      DataSize minimumFreeSpace,
      Duration recheckInterval) {
    public Intake {
      SettingLimits.positive("scanInterval", scanInterval);
      SettingLimits.positive("quietScans", quietScans);
      SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
      SettingLimits.positive("maximumVendorRows", maximumVendorRows);
      SettingLimits.positive("maximumFilesPerScan", maximumFilesPerScan);
      SettingLimits.positive("maximumFindings", maximumFindings);
      SettingLimits.positive("recheckInterval", recheckInterval);
    }
  }

  /**
   * The adapters of care software, and the tables that offices keep for them.
   *
   * @param approvedOnly whether an adapter is used only when {@code vendors/approved.yaml} names
   *     its hash
   * @param scanInterval between two looks at the adapters' folders
   * @param maximumAdapters more of them are not loaded
   * @param maximumAdapterFiles an adapter of more files is not loaded
   * @param maximumAdapterSize an adapter of greater files, all together, is not loaded
   * @param maximumTables an office of more tables has only the first ones, by their names
   * @param maximumTableSize a greater table of an office is not read
   */
  public record Vendors(
      boolean approvedOnly,
      Duration scanInterval,
      int maximumAdapters,
      int maximumAdapterFiles,
      DataSize maximumAdapterSize,
      int maximumTables,
      DataSize maximumTableSize) {
    public Vendors {
      SettingLimits.positive("scanInterval", scanInterval);
      SettingLimits.positive("maximumAdapters", maximumAdapters);
      SettingLimits.positive("maximumAdapterFiles", maximumAdapterFiles);
      SettingLimits.positive("maximumAdapterSize", maximumAdapterSize.bytes());
      SettingLimits.positive("maximumTables", maximumTables);
      SettingLimits.positive("maximumTableSize", maximumTableSize.bytes());
    }
  }

  /**
   * How routes fetch exports from folders and servers.
   *
   * @param pollInterval between two looks
   * @param quietPeriod how long a file there must not have changed
   * @param connectTimeout for a connection
   * @param answerTimeout for an answer
   * @param maximumFiles how many files one look fetches
   * @param failuresBeforePause after so many failed looks in a row a route pauses
   * @param pausedPolls for so many looks
   */
  public record VendorRoutes(
      Duration pollInterval,
      Duration quietPeriod,
      Duration connectTimeout,
      Duration answerTimeout,
      int maximumFiles,
      int failuresBeforePause,
      int pausedPolls) {
    public VendorRoutes {
      SettingLimits.positive("pollInterval", pollInterval);
      SettingLimits.positive("connectTimeout", connectTimeout);
      SettingLimits.positive("answerTimeout", answerTimeout);
      SettingLimits.positive("maximumFiles", maximumFiles);
      SettingLimits.positive("failuresBeforePause", failuresBeforePause);
      SettingLimits.positive("pausedPolls", pausedPolls);
    }
  }

  /**
   * How routes fetch attachments from mailboxes.
   *
   * @param maximumMessages how many messages one look takes
   * @param maximumAttachments a message with more is refused
   * @param maximumAttachmentSize a message with a greater attachment is refused
   * @param maximumMessageSize a message that is greater on its server is refused
   * @param refusalsShown how long health tells of the last message that was refused
   */
  public record VendorMail(
      int maximumMessages,
      int maximumAttachments,
      DataSize maximumAttachmentSize,
      DataSize maximumMessageSize,
      Duration refusalsShown) {
    public VendorMail {
      SettingLimits.positive("maximumMessages", maximumMessages);
      SettingLimits.positive("maximumAttachments", maximumAttachments);
      SettingLimits.positive("maximumAttachmentSize", maximumAttachmentSize.bytes());
      SettingLimits.positive("maximumMessageSize", maximumMessageSize.bytes());
      SettingLimits.positive("refusalsShown", refusalsShown);
    }
  }

  /**
   * The bounds of reading and checking files of the standard.
   *
   * @param maximumFieldSize of one field in the file
   * @param maximumRecordSize of one record; memory for twice as much is taken at most
   * @param maximumReadingFindings how many errors, and how many warnings, reading tells of one file
   * @param maximumFindingsPerCode how many findings of one code are told of one file
   * @param maximumComparedKeys how many users, plans or services of one file are compared with one
   *     another; about 50 bytes of memory each
   * @param maximumComparedGroups how many users and services of one 別表 are summed up; about 200
   *     bytes each
   */
  public record Check(
      DataSize maximumFieldSize,
      DataSize maximumRecordSize,
      int maximumReadingFindings,
      int maximumFindingsPerCode,
      int maximumComparedKeys,
      int maximumComparedGroups) {
    private static final long MOST_BYTES = 500_000_000;

    public Check {
      SettingLimits.positive("maximumFieldSize", maximumFieldSize.bytes());
      SettingLimits.check(
          "maximumRecordSize",
          maximumRecordSize.bytes() >= maximumFieldSize.bytes()
              && maximumRecordSize.bytes() <= MOST_BYTES,
          "maximumFieldSize 以上、" + MOST_BYTES + "B までの大きさを書いてください。");
      SettingLimits.positive("maximumReadingFindings", maximumReadingFindings);
      SettingLimits.positive("maximumFindingsPerCode", maximumFindingsPerCode);
      SettingLimits.positive("maximumComparedKeys", maximumComparedKeys);
      SettingLimits.positive("maximumComparedGroups", maximumComparedGroups);
    }

    /** What can be repaired is a warning. */
    public CheckOptions tolerant() {
      return options(Severity.WARNING);
    }

    /** What the standard does not allow is an error, though it could be repaired. */
    public CheckOptions strict() {
      return options(Severity.ERROR);
    }

    private CheckOptions options(Severity tolerated) {
      ReadOptions reading =
          new ReadOptions(
              tolerated,
              (int) maximumFieldSize.bytes(),
              (int) maximumRecordSize.bytes(),
              maximumReadingFindings);
      return new CheckOptions(
          reading, maximumFindingsPerCode, maximumComparedKeys, maximumComparedGroups);
    }
  }

  /**
   * How parcels are sent.
   *
   * @param laneConcurrency how many lanes each stage serves at a time; those to one addressee get
   *     half of that at most; a lane has one parcel at a time, in order
   * @param sweepInterval how often the ledger is searched for what no message told
   * @param retryFirstDelay the wait after the first failure at a destination
   * @param retryFactor by how much each further wait is longer, at least 1
   * @param retryMaximumDelay the longest wait
   * @param lastDayOfVersion3 in Japan; after it files of V3.2 are refused, since the relay carries
   *     them no more
   */
  public record Dispatch(
      int laneConcurrency,
      Duration sweepInterval,
      Duration retryFirstDelay,
      double retryFactor,
      Duration retryMaximumDelay,
      LocalDate lastDayOfVersion3) {
    public Dispatch {
      SettingLimits.positive("laneConcurrency", laneConcurrency);
      SettingLimits.positive("sweepInterval", sweepInterval);
      SettingLimits.positive("retryFirstDelay", retryFirstDelay);
      SettingLimits.check(
          "retryFactor", retryFactor >= 1 && retryFactor <= 100, "1 から 100 までの数を書いてください。");
      SettingLimits.check(
          "retryMaximumDelay",
          retryMaximumDelay.compareTo(retryFirstDelay) >= 0,
          "retryFirstDelay 以上の時間を書いてください。");
    }

    /**
     * The wait before another attempt.
     *
     * @param failures how many attempts in a row have failed, at least 1
     */
    public Duration delayAfter(int failures) {
      double millis =
          (double) retryFirstDelay.toMillis() * Math.pow(retryFactor, Math.max(0, failures - 1));
      return Duration.ofMillis((long) Math.min(millis, (double) retryMaximumDelay.toMillis()));
    }
  }

  /**
   * The relay that the hub is a client of.
   *
   * @param baseUrl https address with the version, without a slash at the end
   * @param pollInterval between two questions for what has come
   * @param trackInterval between two looks at what became of what was sent
   * @param connectTimeout for a connection
   * @param responseTimeout for an answer
   * @param maximumResponseSize a greater answer is refused
   * @param tokenRefreshBefore how long before its end a login token is renewed
   * @param loginRetryDelay how long after a refused login the next one waits, since wrong tries
   *     lock the account
   */
  public record Relay(
      String baseUrl,
      Duration pollInterval,
      Duration trackInterval,
      Duration connectTimeout,
      Duration responseTimeout,
      DataSize maximumResponseSize,
      Duration tokenRefreshBefore,
      Duration loginRetryDelay) {
    public Relay {
      SettingLimits.check(
          "baseUrl",
          baseUrl.startsWith("https://") && !baseUrl.endsWith("/"),
          "https:// で始まり「/」で終わらないアドレスを書いてください。");
      SettingLimits.positive("pollInterval", pollInterval);
      SettingLimits.positive("trackInterval", trackInterval);
      SettingLimits.positive("connectTimeout", connectTimeout);
      SettingLimits.positive("responseTimeout", responseTimeout);
      SettingLimits.positive("maximumResponseSize", maximumResponseSize.bytes());
      SettingLimits.positive("loginRetryDelay", loginRetryDelay);
    }
  }

  /**
   * How received parcels are handled.
   *
   * @param maximumParcelsPerPoll how many parcels one poll fetches for one office
   * @param earlierSerialsWait how long a fetched parcel waits for earlier ones of its sender
   */
  public record Receive(int maximumParcelsPerPoll, Duration earlierSerialsWait) {
    public Receive {
      SettingLimits.positive("maximumParcelsPerPoll", maximumParcelsPerPoll);
    }
  }

  /**
   * The lists 送信一覧 and 受信一覧 of each office.
   *
   * @param maximumRows the newest so many rows are shown
   * @param refreshInterval a changed list is written at most so often
   */
  public record Lists(int maximumRows, Duration refreshInterval) {
    public Lists {
      SettingLimits.positive("maximumRows", maximumRows);
      SettingLimits.positive("refreshInterval", refreshInterval);
    }
  }

  /**
   * What waits for a person.
   *
   * @param maximumWorksheetSize a greater file that is dropped back is refused
   */
  public record Waiting(DataSize maximumWorksheetSize) {
    public Waiting {
      SettingLimits.positive("maximumWorksheetSize", maximumWorksheetSize.bytes());
    }
  }

  /**
   * Lists of partners that are imported.
   *
   * @param maximumFileSize a greater file is refused
   * @param maximumLines of one file; what is behind them is refused
   */
  public record PartnerList(DataSize maximumFileSize, int maximumLines) {
    public PartnerList {
      SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
      SettingLimits.positive("maximumLines", maximumLines);
    }
  }

  /**
   * How long things are kept.
   *
   * @param exchanged raw bytes and rows of what was sent and received
   * @param done files in done/
   * @param error files in error/
   * @param inbox files in inbox/ that the care software does not take away
   * @param purgeInterval how often what is older is removed
   */
  public record Retention(
      Duration exchanged, Duration done, Duration error, Duration inbox, Duration purgeInterval) {
    public Retention {
      SettingLimits.positive("exchanged", exchanged);
      SettingLimits.positive("done", done);
      SettingLimits.positive("error", error);
      SettingLimits.positive("inbox", inbox);
      SettingLimits.positive("purgeInterval", purgeInterval);
    }
  }

  /**
   * The hub's own web server: Hawtio, health and metrics.
   *
   * @param bindAddress 127.0.0.1: this machine only
   * @param port 0 takes any free one
   * @param sessionTimeout after which a login ends when nothing is done
   * @param healthInterval how often health is looked at again; health must tell within 10 s
   * @param maximumThreads of the server
   */
  public record Admin(
      String bindAddress,
      int port,
      Duration sessionTimeout,
      Duration healthInterval,
      int maximumThreads) {
    public Admin {
      SettingLimits.check("port", port >= 0 && port <= 65535, "0 から 65535 までの数を書いてください。");
      SettingLimits.positive("sessionTimeout", sessionTimeout);
      SettingLimits.positive("healthInterval", healthInterval);
      SettingLimits.check(
          "healthInterval",
          healthInterval.compareTo(Duration.ofSeconds(10)) < 0,
          "10 秒より短くしてください。");
      SettingLimits.positive("maximumThreads", maximumThreads);
    }
  }

  /**
   * What an integrator's commands take: samples of unknown layouts and packs of adapters.
   *
   * @param maximumSampleSize a greater sample is refused
   * @param maximumSampleRows so many rows of a sample are looked at
   * @param maximumPackSize a pack is refused that is greater, or unpacks to more
   * @param maximumPackFiles a pack of more files is refused
   * @param maximumPackRatio a pack is refused in which a file grows by more when it is unpacked
   */
  public record Kit(
      DataSize maximumSampleSize,
      int maximumSampleRows,
      DataSize maximumPackSize,
      int maximumPackFiles,
      int maximumPackRatio) {
    public Kit {
      SettingLimits.positive("maximumSampleSize", maximumSampleSize.bytes());
      SettingLimits.positive("maximumSampleRows", maximumSampleRows);
      SettingLimits.check(
          "maximumPackSize",
          maximumPackSize.bytes() > 0 && maximumPackSize.bytes() <= MOST_PACK_BYTES,
          "1B から " + MOST_PACK_BYTES + "B までの大きさを書いてください。");
      SettingLimits.positive("maximumPackFiles", maximumPackFiles);
      SettingLimits.positive("maximumPackRatio", maximumPackRatio);
    }

    private static final long MOST_PACK_BYTES = 500_000_000;
  }

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
