package careplanhub.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Changes to the keys of offices in a {@code keys} folder. Each is the replacement of one PKCS#12
 * file and stands in the journal; a running hub sees it at its next call. One command at a time: a
 * lock file keeps others waiting. What goes wrong leaves everything as it was.
 */
public final class OfficeKeyChanges {
  /** The file lock holds between processes only. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private static final Duration REQUEST_HOLDS = Duration.ofDays(365);

  private final KeyFolder keys;
  private final char[] password;
  private final KeyFolder.SecretWriter writer;
  private final KeyJournal journal;
  private final Clock clock;
  private final int maximumKeys;

  /**
   * @param password of the folder's PKCS#12 files
   * @param maximumKeys how many keys an office may have; those of no use make room
   */
  public OfficeKeyChanges(
      KeyFolder keys,
      char[] password,
      KeyFolder.SecretWriter writer,
      KeyJournal journal,
      int maximumKeys,
      Clock clock) {
    this.keys = keys;
    this.password = password.clone();
    this.writer = writer;
    this.journal = journal;
    this.maximumKeys = maximumKeys;
    this.clock = clock;
  }

  /** Something that reads the ring and writes it anew. */
  @FunctionalInterface
  private interface Work<T> {
    T on(KeyRing ring) throws IOException;
  }

  /**
   * Makes a new key and asks for its certificate; what the office has goes on. The request lies
   * beside the keys as {@code <officeNumber>.csr} too.
   *
   * @param renewal whether the office must have a certificate already, whose subject is taken
   * @throws KeyRefusedException when there is nothing to renew, or there are too many keys
   */
  public SigningRequest request(String officeNumber, KeyKind kind, boolean renewal)
      throws IOException {
    return locked(
        officeNumber,
        ring -> {
          OfficeKey newest = ring.newest().orElse(null);
          if (renewal && newest == null) {
            throw new KeyRefusedException(KeyRefusedException.Reason.NO_CERTIFICATE, null);
          }
          X500Name subject =
              newest == null
                  ? Certificates.nameOf(officeNumber)
                  : X500Name.getInstance(
                      newest.certificate().getSubjectX500Principal().getEncoded());
          KeyPair pair = kind.newPair();
          SigningRequest request = SigningRequest.of(subject, pair);
          KeyRing changed = ring.with(KeyRing.State.REQUESTED, placeholder(subject, pair), now());
          write(
              "key-requested",
              officeNumber,
              Map.of("key", OfficeKey.sha256(pair.getPublic().getEncoded())),
              changed,
              () ->
                  writer.write(
                      keys.request(officeNumber),
                      request.toPem().getBytes(StandardCharsets.US_ASCII)));
          return request;
        });
  }

  /**
   * Takes the certificate that was issued for one of our keys.
   *
   * @param certificates the file's content: the certificate and those that lead to the authority
   * @return the certificate
   * @throws KeyRefusedException when it fits no key, or does not hold
   */
  public X509Certificate importCertificate(
      String officeNumber, Collection<X509Certificate> certificates) throws IOException {
    return locked(
        officeNumber,
        ring -> {
          for (X509Certificate certificate : certificates) {
            PrivateKey key = ring.keyOf(certificate.getPublicKey()).orElse(null);
            if (key != null) {
              return add(officeNumber, ring, key, certificate, certificates);
            }
          }
          throw new KeyRefusedException(KeyRefusedException.Reason.NO_MATCHING_KEY, null);
        });
  }

  /** Takes a key that was made elsewhere, with its certificate. */
  public X509Certificate importKey(String officeNumber, OfficeKey key) throws IOException {
    return locked(
        officeNumber, ring -> add(officeNumber, ring, key.key(), key.certificate(), key.chain()));
  }

  /**
   * Gives up keys with a certificate: they are used no more, but to open what was encrypted for
   * them.
   *
   * @param which of the certificates; the newest is told by the second argument
   * @return the certificates that were given up now
   * @throws KeyRefusedException when none is meant
   */
  public List<X509Certificate> giveUp(String officeNumber, Selection which) throws IOException {
    return locked(
        officeNumber,
        ring -> {
          OfficeKey newest = ring.newest().orElse(null);
          List<X509Certificate> meant =
              ring.held().stream()
                  .filter(one -> one.state() == KeyRing.State.ISSUED)
                  .filter(one -> which.isMeant(one.key(), one.key() == newest))
                  .map(one -> one.key().certificate())
                  .toList();
          if (meant.isEmpty()) {
            throw new KeyRefusedException(KeyRefusedException.Reason.NO_CERTIFICATE, null);
          }
          Map<String, String> details = new LinkedHashMap<>();
          meant.forEach(
              one -> details.put(OfficeKey.fingerprint(one), one.getSerialNumber().toString(16)));
          write("key-given-up", officeNumber, details, ring.givingUp(meant, now()), () -> {});
          return meant;
        });
  }

  /** Which keys are meant. */
  @FunctionalInterface
  public interface Selection {
    boolean isMeant(OfficeKey key, boolean newest);
  }

  /**
   * Takes a newer revocation list of the authority in the folder.
   *
   * @throws KeyRefusedException when it is another's, older than what is there, or stale itself
   */
  public void importRevocationList(X509CRL list) throws IOException {
    RevocationLists.check(list, keys.trustNow(), now());
    journal.note(
        "revocation-list-imported",
        String.valueOf(keys.revocationList().getFileName()),
        RevocationLists.details(list),
        () ->
            writer.write(
                keys.revocationList(),
                Certificates.toPem(list).getBytes(StandardCharsets.US_ASCII)));
  }

  private X509Certificate add(
      String officeNumber,
      KeyRing ring,
      PrivateKey key,
      X509Certificate certificate,
      Collection<X509Certificate> helping)
      throws IOException {
    if (ring.holds(certificate)) {
      throw new KeyRefusedException(KeyRefusedException.Reason.ALREADY_THERE, null);
    }
    List<X509Certificate> chain =
        IssuedCertificate.checked(certificate, helping, officeNumber, keys.trustNow(), now());
    KeyRing changed =
        ring.withoutRequestOf(certificate.getPublicKey())
            .with(KeyRing.State.ISSUED, new OfficeKey(key, chain), now());
    write(
        "key-imported",
        officeNumber,
        Map.of(
            "fingerprint", OfficeKey.fingerprint(certificate),
            "serial", certificate.getSerialNumber().toString(16),
            "from", certificate.getNotBefore().toInstant().toString(),
            "to", certificate.getNotAfter().toInstant().toString()),
        changed,
        () -> keys.addCertificate(keys.office(officeNumber), certificate, writer));
    return certificate;
  }

  private void write(
      String action,
      String officeNumber,
      Map<String, String> details,
      KeyRing ring,
      KeyJournal.Change before)
      throws IOException {
    KeyRing fitting = ring.withRoom(maximumKeys, now());
    byte[] bytes = fitting.toPkcs12(password);
    journal.note(
        action,
        officeNumber,
        details,
        () -> {
          before.write();
          writer.write(keys.office(officeNumber), bytes);
        });
  }

  private <T> T locked(String officeNumber, Work<T> work) throws IOException {
    Path file = keys.office(officeNumber);
    ONE_AT_A_TIME.lock();
    try (FileChannel channel =
        FileChannel.open(
            keys.directory().resolve(".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      channel.lock();
      return work.on(Files.exists(file) ? KeyRing.load(file, password) : KeyRing.empty());
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private OfficeKey placeholder(X500Name subject, KeyPair pair) {
    Validity validity = new Validity(now(), now().plus(REQUEST_HOLDS));
    return new OfficeKey(
        pair.getPrivate(),
        List.of(
            new CertificateRequest(
                    subject, pair.getPublic(), validity, CertificateRequest.Use.SIGNING)
                .signedBy(subject, pair.getPrivate(), pair.getPublic())));
  }

  private Instant now() {
    return clock.instant();
  }
}
