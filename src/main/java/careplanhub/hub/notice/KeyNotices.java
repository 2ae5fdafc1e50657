package careplanhub.hub.notice;

import careplanhub.office.KeySettings;
import careplanhub.office.Licence;
import careplanhub.office.Office;
import careplanhub.office.RevocationSettings;
import careplanhub.security.CertificateStatus;
import careplanhub.security.Expiry;
import careplanhub.security.KeyFileException;
import careplanhub.security.KeyListing;
import careplanhub.security.OfficeKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells what is to be done about the keys of a hub. What it tells is at most the check interval
 * old. Safe for use from several threads.
 */
public final class KeyNotices {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final OfficeKeys keys;
  private final char[] password;
  private final Collection<Office> offices;
  private final KeySettings settings;
  private final RevocationSettings lists;
  private final Clock clock;
  private Instant lookedAt = Instant.MIN;
  private List<Notice> last = List.of();
  private Map<String, Long> daysLeft = Map.of();

  /**
   * @param keys as they are used
   * @param password of the folder's PKCS#12 files
   * @param offices whose licences are watched
   * @param lists how revocation lists come: those that are downloaded are renewed shortly before
   *     their end, so that a person is told only when that did not happen
   */
  public KeyNotices(
      OfficeKeys keys,
      char[] password,
      Collection<Office> offices,
      KeySettings settings,
      RevocationSettings lists,
      Clock clock) {
    this.keys = keys;
    this.offices = List.copyOf(offices);
    this.password = password.clone();
    this.settings = settings;
    this.lists = lists;
    this.clock = clock;
  }

  /** What stands now, by subject. */
  public synchronized List<Notice> current() {
    Instant now = clock.instant();
    if (lookedAt.isBefore(now.minus(settings.checkInterval())) || lookedAt.isAfter(now)) {
      look(now);
      lookedAt = now;
    }
    return last;
  }

  /** The sentences of all notices; "" when there is none. */
  public String warning() {
    return current().stream().map(Notice::sentence).collect(Collectors.joining(" "));
  }

  /** Whole days until the subject's certificate ends, without a gap; NaN when nothing is known. */
  public synchronized double daysLeft(String subject) {
    current();
    Long days = daysLeft.get(subject);
    return days == null ? Double.NaN : days;
  }

  private void look(Instant now) {
    List<Notice> found = new ArrayList<>();
    Map<String, Long> days = new TreeMap<>();
    try {
      KeyListing listing = KeyListing.of(keys.folder(), password, now, settings.warnBefore());
      listing.unreadable().forEach(file -> found.add(unreadable(file, now)));
      listing
          .covers(now, settings.warnBefore())
          .forEach(
              (file, cover) -> {
                String subject = subjectOf(file);
                days.put(subject, cover.end().daysLeft());
                ofCertificate(subject, cover, found);
              });
      listing.statuses().stream()
          .filter(status -> status.fingerprint().isEmpty() && status.serial().isEmpty())
          .forEach(status -> ofList(status, now, found));
    } catch (IOException e) {
      found.add(
          new Notice(
              "key-folder",
              Notice.Kind.KEY_FILE,
              "keys",
              now,
              "鍵のフォルダ（keys）を読めません。権限とディスクを確かめてください。ハブは、前に読めた鍵で続けています。"));
    }
    keys.refusedNow().forEach(use -> found.add(refused(use, now)));
    offices.forEach(office -> ofLicence(office, now, found));
    last = List.copyOf(found);
    daysLeft = days;
  }

  private static void ofCertificate(String subject, KeyListing.Cover cover, List<Notice> found) {
    Expiry end = cover.end();
    if (cover.goodNow() && end.reached().isEmpty()) {
      return;
    }
    String step = cover.goodNow() ? step(end) : cover.newest().state().name();
    found.add(
        new Notice(
            "certificate:" + subject + ":" + step,
            Notice.Kind.CERTIFICATE,
            subject,
            end.notAfter(),
            NoticeText.ofCertificate(subject, cover)));
  }

  private void ofList(CertificateStatus status, Instant now, List<Notice> found) {
    Expiry end = status.expiry();
    boolean list =
        status.state() == CertificateStatus.State.LIST
            || status.state() == CertificateStatus.State.STALE_LIST;
    boolean near = !lists.isUsed() || !now.isBefore(end.notAfter().minus(lists.tellAfter()));
    if (list && near && end.reached().isPresent()) {
      found.add(
          new Notice(
              "revocation-list:" + step(end),
              Notice.Kind.REVOCATION_LIST,
              String.valueOf(status.file().getFileName()),
              end.notAfter(),
              NoticeText.ofList(end)));
    }
  }

  private void ofLicence(Office office, Instant now, List<Notice> found) {
    Licence licence = office.licence();
    if (licence == null) {
      return;
    }
    Instant from = licence.from().atStartOfDay(JAPAN).toInstant();
    Expiry end =
        Expiry.of(
            licence.to().plusDays(1).atStartOfDay(JAPAN).toInstant(), now, settings.warnBefore());
    boolean early = now.isBefore(from);
    if (early || end.reached().isPresent()) {
      found.add(
          new Notice(
              "licence:" + office.number() + ":" + (early ? "EARLY" : step(end)),
              Notice.Kind.LICENCE,
              office.number().value(),
              end.notAfter(),
              NoticeText.ofLicence(office.number(), licence, early, end)));
    }
  }

  private static Notice unreadable(KeyFileException failure, Instant now) {
    String file = String.valueOf(failure.file().getFileName());
    return new Notice(
        "key-file:" + file + ":" + failure.reason(),
        Notice.Kind.KEY_FILE,
        file,
        now,
        NoticeText.ofUnreadable(file, failure.reason()));
  }

  private static Notice refused(OfficeKeys.Use use, Instant now) {
    return new Notice(
        "refused:" + use.officeNumber() + ":" + use.channel() + ":" + use.fingerprint(),
        Notice.Kind.CERTIFICATE_REFUSED,
        use.officeNumber(),
        now,
        NoticeText.ofRefusal(use));
  }

  private static String step(Expiry end) {
    return end.reached().orElse(Duration.ZERO).toString();
  }

  /** An office's number, or the name of the file. */
  private static String subjectOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("[0-9]{10}\\.crt") ? name.substring(0, 10) : name;
  }
}
