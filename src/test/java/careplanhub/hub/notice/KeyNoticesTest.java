package careplanhub.hub.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.KeySettings;
import careplanhub.office.RevocationSettings;
import careplanhub.relay.SettableClock;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyJournal;
import careplanhub.security.KeyKind;
import careplanhub.security.OfficeKey;
import careplanhub.security.OfficeKeyChanges;
import careplanhub.security.OfficeKeys;
import careplanhub.security.SigningRequest;
import careplanhub.security.TestAuthority;
import careplanhub.security.Validity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of keys, certificates, revocation lists and licences, and when. */
class KeyNoticesTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final String OFFICE = "9970000001";
  private static final KeySettings SETTINGS = HubSettings.defaults().keys();
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);
  private final Instant start = clock.instant();
  private KeyFolder keys;
  private OfficeKeys officeKeys;
  private KeyNotices notices;
  private RevocationSettings lists = HubSettings.defaults().revocation();

  @BeforeEach
  void issue() throws Exception {
    keys = new KeyFolder(Files.createDirectories(folder.resolve("keys")));
    Files.writeString(keys.authorityCertificate(), Certificates.toPem(authority.certificate()));
    X509Certificate unused =
        changes().importKey(OFFICE, authority.issueOffice(OFFICE, days(0, 100)));
    watch("");
  }

  @Test
  void eachStepBeforeTheEndIsANoticeOfItsOwn() {
    assertEquals(List.of(), notices.current());
    for (long daysLeft : List.of(89L, 59L, 29L, 6L)) {
      goTo(daysLeft);
      Notice notice = only(Notice.Kind.CERTIFICATE);
      assertTrue(notice.sentence().contains("残り " + daysLeft + " 日"), notice.sentence());
      assertTrue(notice.sentence().contains("事業所 " + OFFICE), notice.sentence());
      assertTrue(notice.sentence().contains("keys renew"), notice.sentence());
      assertEquals((double) daysLeft, notices.daysLeft(OFFICE));
    }
    assertEquals("certificate:" + OFFICE + ":PT168H", only(Notice.Kind.CERTIFICATE).id());

    goTo(-1);

    Notice over = only(Notice.Kind.CERTIFICATE);
    assertEquals("certificate:" + OFFICE + ":EXPIRED", over.id());
    assertTrue(over.sentence().contains("期限が切れました"), over.sentence());
    assertTrue(notices.daysLeft(OFFICE) < 0);
  }

  @Test
  void aRenewalEndsTheNotice() throws Exception {
    goTo(20);
    assertEquals(1, notices.current().size());
    SigningRequest request = changes().request(OFFICE, KeyKind.EC, true);
    X509Certificate unused = changes().importCertificate(OFFICE, List.of(authority.issue(request)));

    clock.advance(SETTINGS.checkInterval().plusSeconds(1));

    assertEquals(List.of(), notices.current());
    assertTrue(notices.daysLeft(OFFICE) > 700);
    goTo(-1);
    assertEquals(List.of(), notices.current(), "the former one may end");
  }

  @Test
  void aGapBetweenTwoCertificatesIsNotOverlooked() throws Exception {
    X509Certificate unused =
        changes().importKey(OFFICE, authority.issueOffice(OFFICE, days(105, 900)));
    goTo(20);

    assertTrue(only(Notice.Kind.CERTIFICATE).sentence().contains("残り 20 日"));
  }

  @Test
  void aRevocationListIsToldBeforeAndAfterItsNextUpdate() throws Exception {
    changes().importRevocationList(authority.revocationList(null, List.of()));
    Instant next =
        Certificates.readRevocationList(keys.revocationList()).getNextUpdate().toInstant();
    X509Certificate unused =
        changes().importKey(OFFICE, authority.issueOffice(OFFICE, days(0, 900)));

    clock.advance(Duration.between(clock.instant(), next.minus(DAY.multipliedBy(3))));
    Notice soon = only(Notice.Kind.REVOCATION_LIST);
    assertEquals(next, soon.due());
    assertTrue(soon.sentence().contains("残り 3 日"), soon.sentence());

    clock.advance(DAY.multipliedBy(4));
    assertTrue(only(Notice.Kind.REVOCATION_LIST).sentence().contains("に過ぎました"));
  }

  @Test
  void aListThatIsDownloadedIsToldOnlyWhenNoNewOneCame() throws Exception {
    lists =
        HubSettings.read(
                Files.writeString(
                    folder.resolve("hub.yaml"), "revocation:\n  url: http://ca.example/a.crl\n"))
            .revocation();
    watch("");
    changes().importRevocationList(authority.revocationList(null, List.of()));
    X509Certificate unused =
        changes().importKey(OFFICE, authority.issueOffice(OFFICE, days(0, 900)));
    Instant next =
        Certificates.readRevocationList(keys.revocationList()).getNextUpdate().toInstant();

    clock.advance(Duration.between(clock.instant(), next.minus(DAY.multipliedBy(2))));
    assertEquals(List.of(), notices.current());
    clock.advance(DAY.plusHours(1));
    assertTrue(only(Notice.Kind.REVOCATION_LIST).sentence().contains("失効リスト"));
  }

  @Test
  void aKeyFileThatCannotBeReadIsTold() throws Exception {
    Files.write(keys.office(OFFICE), authority.issueOffice(OFFICE).toPkcs12("other".toCharArray()));
    assertTrue(only(Notice.Kind.KEY_FILE).sentence().contains("パスワードで開けません"));

    Files.writeString(keys.office(OFFICE), "broken");
    clock.advance(SETTINGS.checkInterval().plusSeconds(1));

    Notice broken = only(Notice.Kind.KEY_FILE);
    assertEquals(OFFICE + ".p12", broken.subject());
    assertTrue(broken.sentence().contains("前に読めた鍵で続けています"), broken.sentence());
  }

  @Test
  void aRefusedCertificateIsToldUntilItIsTaken() throws Exception {
    OfficeKey next = authority.issueOffice(OFFICE, days(0, 900));
    X509Certificate unused = changes().importKey(OFFICE, next);
    OfficeKeys.Use use = new OfficeKeys.Use(OFFICE, "relay", next.fingerprint());

    officeKeys.refused(use);

    assertTrue(only(Notice.Kind.CERTIFICATE_REFUSED).sentence().contains("指紋を登録"));
    officeKeys.accepted(use);
    clock.advance(SETTINGS.checkInterval().plusSeconds(1));
    assertEquals(List.of(), notices.current());
  }

  @Test
  void aLicenceIsToldBeforeItsEndAndAfter() throws Exception {
    LocalDate today = LocalDate.ofInstant(start, ZoneId.of("Asia/Tokyo"));
    watch("    licence: {from: " + today + ", to: " + today.plusDays(6) + "}\n");
    Notice soon = only(Notice.Kind.LICENCE);
    assertTrue(soon.sentence().contains(today.plusDays(6) + " までです"), soon.sentence());

    clock.advance(DAY.multipliedBy(8));
    assertTrue(only(Notice.Kind.LICENCE).sentence().contains("終わりました"));

    watch("    licence: {from: 2999-01-01, to: 2999-12-31}\n");
    assertTrue(only(Notice.Kind.LICENCE).sentence().contains("2999-01-01 からです"));
  }

  /** Moves to half a day after this many whole days are left of the first certificate. */
  private void goTo(long daysLeft) {
    Instant wanted = start.plus(DAY.multipliedBy(100 - daysLeft)).minus(DAY.dividedBy(2));
    clock.advance(Duration.between(clock.instant(), wanted));
  }

  private Notice only(Notice.Kind kind) {
    List<Notice> found =
        notices.current().stream().filter(notice -> notice.kind() == kind).toList();
    assertEquals(1, found.size(), () -> notices.current().toString());
    return found.get(0);
  }

  private void watch(String licence) throws Exception {
    Path file = folder.resolve("corporation.yaml");
    Files.writeString(
        file,
        "corporation: 架空法人\noffices:\n  - number: \""
            + OFFICE
            + "\"\n    name: 架空事業所\n    serviceTypes: [\"43\"]\n"
            + licence);
    officeKeys =
        new OfficeKeys(
            keys,
            PASSWORD,
            Files::write,
            KeyJournal.none(),
            SETTINGS.refusedCertificatePause(),
            clock);
    notices =
        new KeyNotices(
            officeKeys, PASSWORD, Directory.read(file).offices(), SETTINGS, lists, clock);
  }

  private OfficeKeyChanges changes() {
    return new OfficeKeyChanges(keys, PASSWORD, Files::write, KeyJournal.none(), 20, clock);
  }

  private Validity days(long from, long to) {
    return new Validity(start.plus(DAY.multipliedBy(from)), start.plus(DAY.multipliedBy(to)));
  }
}
