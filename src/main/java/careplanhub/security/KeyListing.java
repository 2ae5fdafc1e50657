package careplanhub.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a folder of keys at a moment.
 *
 * @param statuses sorted by file, the older certificates first; the revocation list last
 * @param unreadable files of keys or certificates that cannot be read; of an office's, the
 *     certificates beside it are listed all the same
 */
public record KeyListing(List<CertificateStatus> statuses, List<KeyFileException> unreadable) {
  public KeyListing {
    statuses = List.copyOf(statuses);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * How one file's certificates will hold.
   *
   * @param newest the newest certificate
   * @param end until when, from now on without a gap, there is a good one; when there is none now,
   *     the end of the newest
   * @param goodNow whether there is a good one now
   */
  public record Cover(CertificateStatus newest, Expiry end, boolean goodNow) {}

  /**
   * Looks into a folder.
   *
   * @param password of its PKCS#12 files; null when there is none: then only certificates are seen
   * @param warnBefore how long before an end a person is warned
   */
  public static KeyListing of(
      KeyFolder folder, char @Nullable [] password, Instant now, List<Duration> warnBefore)
      throws IOException {
    Reading reading = new Reading(folder, password, now, warnBefore);
    return reading.read();
  }

  /** How the certificates of each file will hold, by file; revocation lists are none. */
  public Map<Path, Cover> covers(Instant now, List<Duration> warnBefore) {
    Map<Path, List<CertificateStatus>> byFile = new LinkedHashMap<>();
    for (CertificateStatus status : statuses) {
      if (!status.fingerprint().isEmpty()) {
        byFile.computeIfAbsent(status.file(), file -> new ArrayList<>()).add(status);
      }
    }
    Map<Path, Cover> covers = new LinkedHashMap<>();
    byFile.forEach((file, all) -> covers.put(file, cover(all, now, warnBefore)));
    return covers;
  }

  private static Cover cover(List<CertificateStatus> all, Instant now, List<Duration> warnBefore) {
    CertificateStatus newest = all.get(all.size() - 1);
    Instant end = now;
    boolean longer = true;
    while (longer) {
      Instant before = end;
      end =
          all.stream()
              .filter(one -> one.isGood() || one.state() == CertificateStatus.State.NOT_YET_VALID)
              .filter(one -> !one.from().isAfter(before))
              .map(one -> one.expiry().notAfter())
              .max(Instant::compareTo)
              .filter(later -> later.isAfter(before))
              .orElse(before);
      longer = end.isAfter(before);
    }
    boolean goodNow = all.stream().anyMatch(CertificateStatus::isGood);
    return new Cover(newest, goodNow ? Expiry.of(end, now, warnBefore) : newest.expiry(), goodNow);
  }

  /** One look. */
  private static final class Reading {
    private final KeyFolder folder;
    private final char @Nullable [] password;
    private final Instant now;
    private final List<Duration> warnBefore;
    private final List<CertificateStatus> statuses = new ArrayList<>();
    private final List<KeyFileException> unreadable = new ArrayList<>();
    private List<X509CRL> lists = List.of();

    Reading(KeyFolder folder, char @Nullable [] password, Instant now, List<Duration> warnBefore) {
      this.folder = folder;
      this.password = password == null ? null : password.clone();
      this.now = now;
      this.warnBefore = warnBefore;
    }

    KeyListing read() throws IOException {
      List<Path> files;
      try (Stream<Path> found = Files.list(folder.directory())) {
        files = found.filter(file -> file.toString().endsWith(".crt")).sorted().toList();
      }
      X509CRL list = revocationList().orElse(null);
      lists = list == null ? List.of() : List.of(list);
      for (Path file : files) {
        try {
          addFile(file);
        } catch (KeyFileException e) {
          unreadable.add(e);
        }
      }
      for (Path request : requestsWithoutCertificate()) {
        addRing(request, List.of());
      }
      if (list != null) {
        statuses.add(CertificateStatus.of(folder.revocationList(), list, now, warnBefore));
      }
      return new KeyListing(statuses, unreadable);
    }

    private Optional<X509CRL> revocationList() throws IOException {
      try {
        return Optional.ofNullable(folder.currentRevocationList());
      } catch (KeyFileException e) {
        unreadable.add(e);
        return Optional.empty();
      }
    }

    private void addFile(Path file) throws IOException {
      List<X509Certificate> certificates = Certificates.read(file);
      String office = officeOf(file);
      if (office.isEmpty() || !Files.exists(folder.office(office)) || password == null) {
        addCertificates(file, certificates);
      } else {
        addRing(folder.office(office), certificates);
      }
    }

    /** Keys with what we have done to them, and certificates whose keys are not there. */
    private void addRing(Path file, List<X509Certificate> beside) throws IOException {
      String office = officeOf(file);
      Path shown = folder.certificateBeside(file);
      KeyRing ring;
      try {
        ring = KeyRing.load(file, password == null ? new char[0] : password);
      } catch (KeyFileException e) {
        unreadable.add(e);
        addCertificates(shown, beside);
        return;
      }
      List<X509Certificate> without =
          beside.stream().filter(certificate -> !ring.holds(certificate)).toList();
      for (X509Certificate certificate : without) {
        add(shown, certificate, otherState(certificate, false));
      }
      String inUse = inUse(office, ring.usable(now, lists));
      for (KeyRing.Held held : ring.held()) {
        add(shown, held.key().certificate(), stateOf(held, ring, inUse));
      }
    }

    /** The accepted one, or the newest when nothing is known of acceptance. */
    private String inUse(String office, List<OfficeKey> usable) throws IOException {
      List<String> accepted = Acceptances.read(folder.accepted(office)).fingerprints();
      return usable.stream()
          .map(OfficeKey::fingerprint)
          .filter(accepted::contains)
          .findFirst()
          .orElse(usable.isEmpty() ? "" : usable.get(0).fingerprint());
    }

    private CertificateStatus.State stateOf(KeyRing.Held held, KeyRing ring, String inUse) {
      return switch (held.state()) {
        case REQUESTED -> CertificateStatus.State.REQUESTED;
        case GIVEN_UP -> CertificateStatus.State.GIVEN_UP;
        case ISSUED -> {
          List<String> usable =
              ring.usable(now, lists).stream().map(OfficeKey::fingerprint).toList();
          int place = usable.indexOf(held.key().fingerprint());
          yield place < 0
              ? otherState(held.key().certificate(), false)
              : place < usable.indexOf(inUse)
                  ? CertificateStatus.State.NEXT
                  : place == usable.indexOf(inUse)
                      ? CertificateStatus.State.CURRENT
                      : CertificateStatus.State.EARLIER;
        }
      };
    }

    private void addCertificates(Path file, List<X509Certificate> certificates) {
      for (int index = 0; index < certificates.size(); index++) {
        X509Certificate certificate = certificates.get(index);
        add(file, certificate, otherState(certificate, index == certificates.size() - 1));
      }
    }

    private CertificateStatus.State otherState(X509Certificate certificate, boolean last) {
      return KeyRing.problem(certificate, now, lists)
          .map(
              problem ->
                  switch (problem) {
                    case EXPIRED -> CertificateStatus.State.EXPIRED;
                    case NOT_YET_VALID -> CertificateStatus.State.NOT_YET_VALID;
                    case REVOKED -> CertificateStatus.State.REVOKED;
                    default -> CertificateStatus.State.GIVEN_UP;
                  })
          .orElse(last ? CertificateStatus.State.CURRENT : CertificateStatus.State.EARLIER);
    }

    private void add(Path file, X509Certificate certificate, CertificateStatus.State state) {
      statuses.add(CertificateStatus.of(file, certificate, state, now, warnBefore));
    }

    /** Rings that hold nothing but a request: no certificate lies beside them. */
    private List<Path> requestsWithoutCertificate() throws IOException {
      if (password == null) {
        return List.of();
      }
      try (Stream<Path> found = Files.list(folder.directory())) {
        return found
            .filter(file -> file.toString().endsWith(".p12") && !officeOf(file).isEmpty())
            .filter(file -> Files.notExists(folder.certificateBeside(file)))
            .sorted()
            .toList();
      }
    }

    private static String officeOf(Path file) {
      String name = String.valueOf(file.getFileName());
      return name.matches("[0-9]{10}\\.(crt|p12)") ? name.substring(0, 10) : "";
    }
  }
}
