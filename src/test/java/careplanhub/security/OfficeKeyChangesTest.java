package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.security.KeyRefusedException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken into an office's ring of keys, and that nothing changes when it is not. */
class OfficeKeyChangesTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final String OFFICE = "9970000001";
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private final Clock clock = Clock.systemUTC();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);
  private final List<String> noted = new ArrayList<>();
  private KeyFolder keys;

  @BeforeEach
  void trust() throws IOException {
    keys = new KeyFolder(folder);
    Files.writeString(keys.authorityCertificate(), Certificates.toPem(authority.certificate()));
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateIssuedForARequestIsUsed(KeyKind kind) throws Exception {
    SigningRequest request = changes().request(OFFICE, kind, false);
    assertEquals(KeyRing.Problem.NONE_ISSUED, ring().problem(clock.instant(), List.of()).get());

    X509Certificate certificate = authority.issue(SigningRequest.read(keys.request(OFFICE)));
    changes().importCertificate(OFFICE, List.of(certificate));

    OfficeKey used = ring().usable(clock.instant(), List.of()).get(0);
    assertEquals(certificate, used.certificate());
    assertEquals(request.publicKey(), used.certificate().getPublicKey());
    assertEquals(List.of(certificate, authority.certificate()), used.chain());
    byte[] content = "合成".getBytes(StandardCharsets.UTF_8);
    VerifiedReceipt receipt =
        Receipts.verify(Receipts.sign(used, content), List.of(authority.certificate()));
    assertArrayEquals(content, receipt.content());
    assertEquals(1, ring().held().size(), "the request is answered");
    assertEquals(List.of("key-requested", "key-imported"), noted);
  }

  @Test
  void aRenewalLeavesTheFormerKeyGoodAndAbleToOpen() throws Exception {
    OfficeKey former = authority.issueOffice(OFFICE);
    changes().importKey(OFFICE, former);

    SigningRequest request = changes().request(OFFICE, KeyKind.EC, true);
    assertEquals(former.fingerprint(), newestUsable());
    X509Certificate next = authority.issue(request);
    changes().importCertificate(OFFICE, List.of(next));

    assertEquals(OfficeKey.fingerprint(next), newestUsable());
    assertEquals(
        List.of(OfficeKey.fingerprint(next), former.fingerprint()),
        fingerprints(ring().usable(clock.instant(), List.of())));
    byte[] content = {1, 2, 3};
    byte[] sealed = SealedParcels.seal(former, former.certificate(), content, clock.instant());
    changes().giveUp(OFFICE, (key, newest) -> !newest);
    assertEquals(
        List.of(OfficeKey.fingerprint(next)),
        fingerprints(ring().usable(clock.instant(), List.of())));
    Trust trust = Trust.in(authority.certificate());
    assertArrayEquals(
        content, SealedParcels.open(sealed, ring().opening(), trust, clock.instant()).content());
  }

  @Test
  void certificatesThatDoNotHoldAreRefusedAndChangeNothing() throws Exception {
    changes().importKey(OFFICE, authority.issueOffice(OFFICE));
    SigningRequest request = changes().request(OFFICE, KeyKind.EC, true);
    Instant now = clock.instant();
    TestAuthority stranger = TestAuthority.create("Another authority", clock);
    X509Certificate revoked = authority.issue(request);
    Files.writeString(
        keys.revocationList(),
        Certificates.toPem(authority.revocationList(null, List.of(revoked))));

    refused(Reason.REVOKED, () -> changes().importCertificate(OFFICE, List.of(revoked)));
    refused(
        Reason.EXPIRED,
        () ->
            changes()
                .importCertificate(
                    OFFICE,
                    List.of(
                        authority.issue(
                            request, new Validity(now.minus(DAY), now.minusSeconds(2))))));
    refused(
        Reason.WRONG_CHAIN,
        () -> changes().importCertificate(OFFICE, List.of(stranger.issue(request))));
    refused(
        Reason.NO_MATCHING_KEY,
        () ->
            changes()
                .importCertificate(OFFICE, List.of(authority.issueOffice(OFFICE).certificate())));
    refused(
        Reason.OTHER_OFFICE,
        () -> changes().importKey(OFFICE, authority.issueOffice("9970000002")));
    refused(Reason.NOT_FOR_CLIENTS, () -> changes().importKey(OFFICE, serverNamed(OFFICE)));
    refused(
        Reason.ALREADY_THERE,
        () ->
            changes()
                .importKey(OFFICE, KeyRing.load(keys.office(OFFICE), PASSWORD).newest().get()));
    refused(Reason.NO_CERTIFICATE, () -> changes().request("9970000002", KeyKind.EC, true));
  }

  @Test
  void aCertificateWhoseTimeHasNotComeIsTakenAndWaits() throws Exception {
    OfficeKey former = authority.issueOffice(OFFICE);
    changes().importKey(OFFICE, former);
    Instant now = clock.instant();
    OfficeKey next =
        authority.issueOffice(OFFICE, new Validity(now.plus(DAY), now.plus(DAY.multipliedBy(900))));

    changes().importKey(OFFICE, next);

    assertEquals(former.fingerprint(), newestUsable());
    assertEquals(
        next.fingerprint(),
        ring().usable(now.plus(DAY).plusSeconds(1), List.of()).get(0).fingerprint());
  }

  @Test
  void aWrongPasswordOfTheFolderChangesNothing() throws Exception {
    changes().importKey(OFFICE, authority.issueOffice(OFFICE));
    Map<String, String> before = bytes();

    KeyFileException wrong =
        assertThrows(
            KeyFileException.class,
            () ->
                changes("wrong".toCharArray(), Files::write, KeyJournal.none())
                    .importKey(OFFICE, authority.issueOffice(OFFICE)));

    assertEquals(KeyFileException.Reason.WRONG_PASSWORD, wrong.reason());
    assertEquals(before, bytes());
  }

  @Test
  void aWrongPasswordOfTheImportedFileChangesNothing() throws Exception {
    Path file = folder.resolve("given.bin");
    OfficeKey given = authority.issueOffice(OFFICE);
    Files.write(file, given.toPkcs12("right".toCharArray()));
    Map<String, String> before = bytes();
    KeyImportFile read = KeyImportFile.read(file, 1 << 20);

    KeyFileException wrong =
        assertThrows(KeyFileException.class, () -> read.keyOf(OFFICE, "wrong".toCharArray()));

    assertEquals(KeyFileException.Reason.WRONG_PASSWORD, wrong.reason());
    assertEquals(before, bytes());
    changes().importKey(OFFICE, read.keyOf(OFFICE, "right".toCharArray()));
    assertEquals(given.fingerprint(), newestUsable());
  }

  @Test
  void aChangeThatCannotBeWrittenOrNotedIsNotThere() throws Exception {
    changes().importKey(OFFICE, authority.issueOffice(OFFICE));
    byte[] before = Files.readAllBytes(keys.office(OFFICE));
    KeyFolder.SecretWriter full =
        (file, bytes) -> {
          throw new IOException("no space left");
        };
    KeyJournal broken =
        (action, subject, details, change) -> {
          throw new IOException("the ledger cannot be written");
        };

    assertThrows(
        IOException.class,
        () ->
            changes(PASSWORD, full, KeyJournal.none())
                .importKey(OFFICE, authority.issueOffice(OFFICE)));
    assertThrows(
        IOException.class,
        () -> changes(PASSWORD, Files::write, broken).request(OFFICE, KeyKind.EC, true));

    assertArrayEquals(before, Files.readAllBytes(keys.office(OFFICE)));
    assertFalse(Files.exists(keys.request(OFFICE)));
  }

  @Test
  void noPrivateKeyIsEverWrittenInTheClear() throws Exception {
    List<byte[]> written = new ArrayList<>();
    KeyFolder.SecretWriter recording =
        (file, bytes) -> {
          written.add(bytes);
          Files.write(file, bytes);
        };
    OfficeKeyChanges changes = changes(PASSWORD, recording, KeyJournal.none());
    SigningRequest request = changes.request(OFFICE, KeyKind.EC, false);
    changes.importCertificate(OFFICE, List.of(authority.issue(request)));

    List<OfficeKey> all = ring().held().stream().map(KeyRing.Held::key).toList();
    assertEquals(1, all.size());
    String secret =
        new String(
            ((java.security.interfaces.ECPrivateKey) all.get(0).key()).getS().toByteArray(),
            StandardCharsets.ISO_8859_1);
    String encoded = Base64.getEncoder().encodeToString(all.get(0).key().getEncoded());
    assertTrue(written.size() >= 4, "the request, the ring twice and the certificate");
    for (byte[] bytes : written) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(secret.strip()));
      assertFalse(text.replace("\n", "").contains(encoded.substring(0, 40)));
      assertFalse(text.contains("PRIVATE KEY"));
    }
  }

  @Test
  void keysOfNoUseMakeRoomAndGoodOnesDoNot() throws Exception {
    OfficeKeyChanges few =
        new OfficeKeyChanges(keys, PASSWORD, Files::write, KeyJournal.none(), 2, clock);
    OfficeKey first = authority.issueOffice(OFFICE);
    few.importKey(OFFICE, first);
    few.importKey(OFFICE, authority.issueOffice(OFFICE));
    refused(Reason.TOO_MANY, () -> few.importKey(OFFICE, authority.issueOffice(OFFICE)));

    few.giveUp(OFFICE, (key, newest) -> key.fingerprint().equals(first.fingerprint()));
    OfficeKey third = authority.issueOffice(OFFICE);
    few.importKey(OFFICE, third);

    assertEquals(2, ring().held().size());
    assertFalse(ring().holds(first.certificate()));
    assertTrue(ring().holds(third.certificate()));
  }

  @Test
  void aRevocationListMustBeTheAuthoritysAndNotOlderAndNotStale() throws Exception {
    Clock later = Clock.offset(clock, DAY);
    TestAuthority same = reopened(later);
    changes().importRevocationList(same.revocationList(null, List.of()));

    refused(
        Reason.LIST_OLDER,
        () -> changes().importRevocationList(authority.revocationList(null, List.of())));
    refused(
        Reason.LIST_OF_ANOTHER,
        () ->
            changes()
                .importRevocationList(
                    TestAuthority.create("Test authority", clock).revocationList(null, List.of())));
    Files.delete(keys.revocationList());
    Clock longAgo = Clock.fixed(clock.instant().minus(DAY.multipliedBy(400)), ZoneOffset.UTC);
    refused(
        Reason.LIST_STALE,
        () -> changes().importRevocationList(reopened(longAgo).revocationList(null, List.of())));
  }

  @Test
  void filesAreToldByTheirContent() throws Exception {
    Path file = folder.resolve("given.bin");
    OfficeKey key = authority.issueOffice(OFFICE);
    Files.writeString(file, Certificates.toPem(authority.revocationList(null, List.of())));
    assertNotEquals(null, KeyImportFile.read(file, 1 << 20).revocationList());
    Files.write(file, key.certificate().getEncoded());
    assertEquals(List.of(key.certificate()), KeyImportFile.read(file, 1 << 20).certificates());
    Files.write(file, key.toPkcs12(PASSWORD));
    assertTrue(KeyImportFile.read(file, 1 << 20).isKeyStore());
    refused(Reason.TOO_LARGE, () -> KeyImportFile.read(file, 100));
    Files.writeString(file, "何でもないもの");
    refused(Reason.UNKNOWN_FILE, () -> KeyImportFile.read(file, 1 << 20));
    refused(Reason.NO_REQUEST, () -> SigningRequest.read(file));
  }

  @Test
  void aShortKeyIsRefused() throws Exception {
    java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair pair = generator.generateKeyPair();
    SigningRequest request = SigningRequest.of(Certificates.nameOf(OFFICE), pair);
    OfficeKey weak = new OfficeKey(pair.getPrivate(), List.of(authority.issue(request)));

    refused(Reason.WEAK, () -> changes().importKey(OFFICE, weak));
  }

  private OfficeKey serverNamed(String name) throws IOException {
    KeyPair pair = Certificates.newPair();
    OfficeKey issuer = issuer();
    X509Certificate certificate =
        new CertificateRequest(
                Certificates.nameOf(name),
                pair.getPublic(),
                Validity.years(clock, 1),
                CertificateRequest.Use.SERVER)
            .signedBy(
                Certificates.nameOf("Test authority"),
                issuer.key(),
                issuer.certificate().getPublicKey());
    return new OfficeKey(pair.getPrivate(), List.of(certificate));
  }

  private OfficeKey issuer() throws IOException {
    Path file = folder.resolve("issuer.bin");
    Files.write(file, authority.toPkcs12(PASSWORD));
    try {
      return OfficeKey.load(file, PASSWORD);
    } finally {
      Files.delete(file);
    }
  }

  private TestAuthority reopened(Clock at) throws IOException {
    Path file = folder.resolve("issuer.bin");
    Files.write(file, authority.toPkcs12(PASSWORD));
    try {
      return TestAuthority.load(file, PASSWORD, at);
    } finally {
      Files.delete(file);
    }
  }

  private void refused(Reason reason, Executable work) throws IOException {
    Map<String, String> before = bytes();
    KeyRefusedException refused = assertThrows(KeyRefusedException.class, work);
    assertEquals(reason, refused.reason());
    assertTrue(refused.reason().messageJapanese().endsWith("。"));
    assertEquals(before, bytes());
  }

  private OfficeKeyChanges changes() {
    return changes(
        PASSWORD,
        Files::write,
        (action, subject, details, change) -> {
          change.write();
          noted.add(action);
        });
  }

  private OfficeKeyChanges changes(
      char[] password, KeyFolder.SecretWriter writer, KeyJournal journal) {
    return new OfficeKeyChanges(keys, password, writer, journal, 20, clock);
  }

  private KeyRing ring() throws IOException {
    return KeyRing.load(keys.office(OFFICE), PASSWORD);
  }

  private String newestUsable() throws IOException {
    return fingerprints(ring().usable(clock.instant(), List.of())).get(0);
  }

  private static List<String> fingerprints(List<OfficeKey> all) {
    return all.stream().map(OfficeKey::fingerprint).toList();
  }

  /** Name and content of every file of the folder, but for the lock. */
  private Map<String, String> bytes() throws IOException {
    Map<String, String> all = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> !file.endsWith(".lock")).collect(Collectors.toList());
    }
    for (Path file : files) {
      all.put(
          String.valueOf(file.getFileName()),
          new BigInteger(1, Files.readAllBytes(file)).toString(16));
    }
    return all;
  }
}
