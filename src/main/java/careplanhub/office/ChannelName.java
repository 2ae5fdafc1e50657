package careplanhub.office;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways to an office. Each is a route file {@code routes/channel-<word>.yaml}, and what it
 * cannot tell of a parcel is shown as 不明 and never as done.
 */
public enum ChannelName {
  /** Another office of this hub. */
  DIRECT("direct", "同じハブ", true, true),
  /** The relay, or another server with its API. */
  RELAY("relay", "連携基盤", true, true),
  /** Signed and enveloped parcels on an SFTP server; a receipt comes back signed. */
  SFTP("sftp", "SFTP", true, true),
  /** Folders that a person uploads with the official client; only that can be known. */
  CLIENT_FOLDER("client-folder", "連携クライアント", false, false),
  /** The official forms on paper; only that they were sent can be known. */
  FAX("fax", "FAX", false, false);

  private final String word;
  private final String japanese;
  private final boolean tellsFetched;
  private final boolean tellsImported;

  ChannelName(String word, String japanese, boolean tellsFetched, boolean tellsImported) {
    this.word = word;
    this.japanese = japanese;
    this.tellsFetched = tellsFetched;
    this.tellsImported = tellsImported;
  }

  /** The channel of a word of the configuration, of the ledger or of an endpoint. */
  public static Optional<ChannelName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
  }

  /** All words, for a message: direct, relay, … */
  public static String words() {
    return Arrays.stream(values()).map(ChannelName::word).collect(Collectors.joining(", "));
  }

  /** What the configuration, the ledger and the endpoints call it, such as client-folder. */
  public String word() {
    return word;
  }

  /** What lists and questions call it. */
  public String japanese() {
    return japanese;
  }

  /** Whether it can ever be known that the addressee fetched a parcel (取得済). */
  public boolean tellsFetched() {
    return tellsFetched;
  }

  /** Whether it can ever be known that the addressee's software took a parcel (取込済). */
  public boolean tellsImported() {
    return tellsImported;
  }

  @Override
  public String toString() {
    return word;
  }
}
