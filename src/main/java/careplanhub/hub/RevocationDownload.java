package careplanhub.hub;

import careplanhub.hub.BoundedBytes.TooLargeException;
import careplanhub.office.RevocationSettings;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyImportFile;
import careplanhub.security.KeyRefusedException;
import careplanhub.security.OfficeKeyChanges;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the authority's newest revocation list from where it is published. A list counts only when
 * the authority signed it, it is in date, and it is not older than the present one; then it
 * replaces {@code authority.crl} durably, and connections from then on follow it. Safe for every
 * thread.
 */
public final class RevocationDownload {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationDownload.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
  private static final String CHECK_MILLIS = "1000";

  private final RevocationSettings settings;
  private final KeyFolder keys;
  private final OfficeKeyChanges changes;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private Instant lastSuccess;
  private String trouble = "";

  RevocationDownload(
      RevocationSettings settings, KeyFolder keys, OfficeKeyChanges changes, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.changes = changes;
    this.clock = clock;
    this.lastSuccess = clock.instant();
  }

  /** What the route file writes as <code>{{name}}</code>; an address not set leads nowhere. */
  static Map<String, String> properties(RevocationSettings settings) {
    String scheme = settings.isUsed() ? URI.create(settings.url()).getScheme() : "file";
    return Map.of(
        "revocation.checkInterval",
        CHECK_MILLIS,
        "revocation.scheme",
        scheme,
        "revocation.httpsUrl",
        scheme.equals("https") ? settings.url() : "https://unset.invalid/",
        "revocation.httpUrl",
        scheme.equals("http") ? settings.url() : "http://unset.invalid/",
        "revocation.authorities",
        settings.authorities(),
        "revocation.connectTimeout",
        Long.toString(settings.connectTimeout().toMillis()),
        "revocation.answerTimeout",
        Long.toString(settings.answerTimeout().toMillis()));
  }

  /** Whether it is time to look for a list. */
  public synchronized boolean isDue() {
    Instant now = clock.instant();
    boolean clockWasSetBack = next.isAfter(now.plus(settings.interval()));
    return settings.isUsed() && (!now.isBefore(next) || clockWasSetBack);
  }

  /** The list's bytes, when it lies in a file. */
  public InputStream open() throws IOException {
    return Files.newInputStream(Path.of(URI.create(settings.url())));
  }

  /**
   * Takes a list.
   *
   * @param bytes DER or PEM; closed here
   * @throws KeyRefusedException when it does not count
   */
  public void take(@Body InputStream bytes) throws IOException {
    byte[] all;
    try (InputStream bounded = new BoundedBytes(bytes, settings.maximumSize().bytes())) {
      all = bounded.readAllBytes();
    }
    X509CRL list = KeyImportFile.revocationList(all);
    if (!list.equals(present())) {
      changes.importRevocationList(list);
      LOG.info("The authority's revocation list was replaced by a newer one");
    }
    succeeded();
  }

  /** A present list that cannot be read is replaced. */
  private @Nullable X509CRL present() throws IOException {
    return Files.exists(keys.revocationList())
        ? KeyImportFile.revocationList(Files.readAllBytes(keys.revocationList()))
        : null;
  }

  private synchronized void succeeded() {
    lastSuccess = clock.instant();
    next = lastSuccess.plus(settings.interval());
    trouble = "";
  }

  /** Nothing was taken. */
  public synchronized void failed(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    Duration wait =
        settings.retryDelay().compareTo(settings.interval()) < 0
            ? settings.retryDelay()
            : settings.interval();
    next = clock.instant().plus(wait);
    trouble = sentence(failure);
    LOG.warn("The authority's revocation list was not taken: {}", Troubles.nameOf(failure));
  }

  private static String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeyRefusedException refused) {
        return refused.reason().messageJapanese();
      }
      if (cause instanceof TooLargeException) {
        return "失効リストが大きすぎます（設定 revocation.maximumSize）。";
      }
    }
    return "置き場所（設定 revocation.url）と、ネットワークを確かめてください。";
  }

  /** Japanese, for health: no list could be taken for too long; "" when all is well. */
  public synchronized String warning() {
    boolean tooLong = !clock.instant().isBefore(lastSuccess.plus(settings.tellAfter()));
    return settings.isUsed() && !trouble.isEmpty() && tooLong
        ? "失効リストを " + TIME.format(lastSuccess) + " から取り込めていません。" + trouble + "自動でまた試します。"
        : "";
  }
}
