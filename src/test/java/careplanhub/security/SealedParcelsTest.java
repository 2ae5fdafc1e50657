package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.security.SealedParcelException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed is opened by its recipient only, whole, and only from a signer who stands. */
class SealedParcelsTest {
  private static final byte[] CONTENT =
      "合成データ synthetic parcel\r\n".repeat(200).getBytes(StandardCharsets.UTF_8);
  private static final String SENDER = "9970000001";
  private static final String RECIPIENT = "9980000001";

  private final Clock clock = Clock.systemUTC();
  private final Instant now = clock.instant();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);
  private final Trust trust = trustWith(authority.revocationList(null, List.of()));
  private final OfficeKey sender = authority.issueOffice(SENDER);
  private final OfficeKey recipient = authority.issueOffice(RECIPIENT);

  @TempDir private Path folder;

  @Test
  void theRecipientGetsWhatTheSenderSigned() throws SealedParcelException {
    OpenedParcel opened = open(seal(sender, recipient));

    assertArrayEquals(CONTENT, opened.content());
    assertEquals(SENDER, opened.signerOffice());
    assertEquals(now.getEpochSecond(), opened.signedAt().getEpochSecond());
  }

  @Test
  void nothingOfTheContentOrTheSenderIsReadableFromOutside() throws SealedParcelException {
    String bytes = new String(seal(sender, recipient), StandardCharsets.ISO_8859_1);

    assertFalse(bytes.contains("synthetic"));
    assertFalse(bytes.contains(SENDER));
  }

  @Test
  void anRsaKeyOfTheRecipientIsEnvelopedForToo() throws Exception {
    OfficeKey rsa = rsaOffice();

    byte[] sealed = seal(rsa, rsa);

    assertArrayEquals(
        CONTENT, SealedParcels.open(sealed, List.of(recipient, rsa), trust, now).content());
    SealedParcels.checkRecipient(rsa.certificate(), List.of(), trust, now);
  }

  @Test
  void aByteChangedAnywhereNeverChangesWhatIsRead() throws SealedParcelException {
    byte[] sealed = seal(sender, recipient);
    int refused = 0;
    for (int place = 0; place < sealed.length; place += 37) {
      try {
        assertArrayEquals(CONTENT, open(changedAt(sealed, place)).content(), "byte " + place);
      } catch (SealedParcelException e) {
        refused++;
      }
    }
    assertTrue(refused > sealed.length / 37 * 9 / 10, "refused " + refused);
    assertEquals(Reason.DAMAGED, reasonOf(changedAt(sealed, sealed.length - 1)));
    assertEquals(Reason.DAMAGED, reasonOf(changedAt(sealed, sealed.length / 2)));
  }

  @Test
  void whatIsCutOffIsNoParcel() throws SealedParcelException {
    byte[] sealed = seal(sender, recipient);
    for (int length : new int[] {0, 1, 100, sealed.length / 2, sealed.length - 1}) {
      assertEquals(Reason.NOT_SEALED, reasonOf(Arrays.copyOf(sealed, length)), "length " + length);
    }
    assertEquals(Reason.NOT_SEALED, reasonOf(CONTENT));
  }

  @Test
  void anotherOfficeCannotOpenIt() throws SealedParcelException {
    byte[] sealed = seal(sender, authority.issueOffice("9980000002"));

    assertEquals(Reason.OTHER_RECIPIENT, reasonOf(sealed));
  }

  @Test
  void theKeyBeforeARotationStillOpens() throws SealedParcelException {
    OfficeKey renewed = authority.issueOffice(RECIPIENT);
    byte[] sealed = seal(sender, recipient);

    assertArrayEquals(
        CONTENT, SealedParcels.open(sealed, List.of(renewed, recipient), trust, now).content());
  }

  @Test
  void whatIsNotSignedIsRefused() throws SealedParcelException {
    assertEquals(Reason.NOT_SIGNED, reasonOf(Envelope.close(CONTENT, recipient.certificate())));
  }

  @Test
  void aSignatureOverSomethingElseIsRefused() throws SealedParcelException {
    byte[] signed = SignedContent.sign(sender, CONTENT, now);
    int place = new String(signed, StandardCharsets.ISO_8859_1).indexOf("synthetic");

    byte[] sealed = Envelope.close(changedAt(signed, place), recipient.certificate());

    assertEquals(Reason.WRONG_SIGNATURE, reasonOf(sealed));
  }

  @Test
  void aSignerOfAnotherAuthorityIsRefused() throws SealedParcelException {
    OfficeKey stranger = TestAuthority.create("Test authority", clock).issueOffice(SENDER);

    assertEquals(Reason.UNTRUSTED, reasonOf(seal(stranger, recipient)));
  }

  @Test
  void anExpiredSignerIsRefusedAlsoWhenItWasValidAtSigning() throws SealedParcelException {
    OfficeKey expired = issued(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
    byte[] sealed =
        SealedParcels.seal(
            expired, recipient.certificate(), CONTENT, now.minus(Duration.ofDays(3)));

    assertEquals(Reason.EXPIRED, reasonOf(sealed));
    assertEquals(Reason.NOT_VALID_AT_SIGNING, reasonOf(seal(expired, recipient)));
  }

  @Test
  void aSignerWhoseCertificateBeginsLaterIsRefused() throws SealedParcelException {
    OfficeKey early = issued(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));

    assertEquals(Reason.NOT_VALID_AT_SIGNING, reasonOf(seal(early, recipient)));
  }

  @Test
  void aRevokedSignerIsRefused() throws SealedParcelException {
    Trust after = trustWith(authority.revocationList(null, List.of(sender.certificate())));

    assertEquals(Reason.REVOKED, reasonOf(seal(sender, recipient), after));
  }

  @Test
  void whenTheRevocationListIsOutOfDateNobodyIsBlamed() throws SealedParcelException {
    TestAuthority earlier =
        TestAuthority.create("Earlier", Clock.offset(clock, Duration.ofDays(800).negated()));
    X509CRL old = earlier.revocationList(null, List.of());
    OfficeKey office = earlier.issueOffice(SENDER, new Validity(now, now.plusSeconds(600)));
    Trust outOfDate = new Trust(List.of(earlier.certificate()), List.of(old));

    assertEquals(Reason.TRUST_OUT_OF_DATE, reasonOf(seal(office, recipient), outOfDate));
  }

  @Test
  void aRecipientWhoseKeyIsForSignaturesOnlyGetsNothing() {
    X509Certificate server = authority.issueServer().certificate();

    assertEquals(
        Reason.KEY_UNFIT,
        assertThrows(
                SealedParcelException.class,
                () -> SealedParcels.checkRecipient(server, List.of(), trust, now))
            .reason());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void opensslDecryptsAndVerifies(boolean rsa) throws Exception {
    OptionalPart.require("openssl");
    OfficeKey reader = rsa ? rsaOffice() : recipient;
    Path key = Files.write(folder.resolve("reader.p12"), reader.toPkcs12("secret".toCharArray()));
    Path sealed = Files.write(folder.resolve("sealed.p7m"), seal(sender, reader));
    Path trusted =
        Files.writeString(
            folder.resolve("trusted.pem"),
            Certificates.toPem(authority.certificate())
                + Certificates.toPem(trust.revocationLists().get(0)));

    openssl(
        "cms -decrypt -binary -inform DER -in %s -inkey %s -passin pass:secret -out %s/signed.p7m"
            .formatted(sealed, key, folder));
    openssl(
        "cms -verify -binary -inform DER -in %1$s/signed.p7m -CAfile %2$s -crl_check -purpose any -out %1$s/content"
            .formatted(folder, trusted));

    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("content")));
  }

  private static void openssl(String arguments) throws Exception {
    Process process =
        new ProcessBuilder(("openssl " + arguments).split(" ")).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "openssl ends");
    assertEquals(0, process.exitValue(), said);
  }

  private static byte[] changedAt(byte[] bytes, int place) {
    byte[] changed = bytes.clone();
    changed[place] ^= 1;
    return changed;
  }

  private Trust trustWith(X509CRL list) {
    return new Trust(List.of(authority.certificate()), List.of(list));
  }

  private OfficeKey issued(Instant from, Instant to) {
    return authority.issueOffice(SENDER, new Validity(from, to));
  }

  private OfficeKey rsaOffice() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    char[] none = "x".toCharArray();
    OfficeKey issuer =
        OfficeKey.load(
            Files.write(folder.resolve("authority.p12"), authority.toPkcs12(none)), none);
    CertificateRequest request =
        new CertificateRequest(
            Certificates.nameOf(RECIPIENT),
            pair.getPublic(),
            Validity.years(clock, 1),
            CertificateRequest.Use.OFFICE);
    X500Name name =
        X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
    return new OfficeKey(
        pair.getPrivate(),
        List.of(request.signedBy(name, issuer.key(), issuer.certificate().getPublicKey())));
  }

  private byte[] seal(OfficeKey from, OfficeKey to) throws SealedParcelException {
    return SealedParcels.seal(from, to.certificate(), CONTENT, now);
  }

  private OpenedParcel open(byte[] sealed) throws SealedParcelException {
    return SealedParcels.open(sealed, List.of(recipient), trust, now);
  }

  private Reason reasonOf(byte[] sealed) {
    return reasonOf(sealed, trust);
  }

  private Reason reasonOf(byte[] sealed, Trust trusted) {
    return assertThrows(
            SealedParcelException.class,
            () -> SealedParcels.open(sealed, List.of(recipient), trusted, now))
        .reason();
  }
}
