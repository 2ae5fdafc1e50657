package careplanhub.standard;

/** The versions of the standard whose layouts the hub knows. */
public enum StandardVersion {
  /** 第3.2版, CSVバージョン 202208: no service types in file names, nine files. */
  V3_2("3.2", "202208"),
  /** 第4.1版, CSVバージョン 202407. */
  V4_1("4.1", "202407");

  private final String label;
  private final String csvVersion;

  StandardVersion(String label, String csvVersion) {
    this.label = label;
    this.csvVersion = csvVersion;
  }

  /** The version as people write it: 3.2 or 4.1. */
  public String label() {
    return label;
  }

  /** The CSVバージョン that a writer of this version puts into each record: six digits. */
  public String csvVersion() {
    return csvVersion;
  }
}
