package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final String OFFICE = "9970000001";
  private static final List<Duration> WARN_BEFORE =
      List.of(Duration.ofDays(90), Duration.ofDays(60), Duration.ofDays(30), Duration.ofDays(7));

  @TempDir Path folder;

  private final Clock clock = Clock.systemUTC();
  private final TestAuthority authority = TestAuthority.create("Test authority", clock);

  @Test
  void aKeyComesBackFromItsFile() throws IOException {
    KeyFolder keys = new KeyFolder(folder);
    OfficeKey office = authority.issueOffice(OFFICE);
    keys.store(keys.office(OFFICE), office, PASSWORD, Files::write);

    OfficeKey loaded = OfficeKey.load(keys.office(OFFICE), PASSWORD);

    assertEquals(office.fingerprint(), loaded.fingerprint());
    assertEquals(OFFICE, loaded.officeNumber());
    assertEquals(2, loaded.chain().size());
    assertEquals(
        List.of(office.certificate()),
        Certificates.read(keys.certificateBeside(keys.office(OFFICE))));
  }

  @Test
  void anAuthorityFromItsFileIssuesWhatTheFirstOneDid() throws Exception {
    KeyFolder keys = new KeyFolder(folder);
    keys.store(authority, PASSWORD, Files::write);

    OfficeKey office = TestAuthority.load(keys.authority(), PASSWORD, clock).issueOffice(OFFICE);

    office.certificate().verify(authority.certificate().getPublicKey());
    assertEquals(List.of(authority.certificate()), Certificates.read(keys.authorityCertificate()));
  }

  @Test
  void wrongKeyFilesSayWhatIsWrong() throws IOException {
    KeyFolder keys = new KeyFolder(folder);
    keys.store(keys.hub(), authority.issueOffice(OFFICE), PASSWORD, Files::write);
    Files.writeString(keys.relay(), "no key file");

    assertEquals(KeyFileException.Reason.MISSING, reasonOf(keys.office("9970000009"), PASSWORD));
    assertEquals(KeyFileException.Reason.UNREADABLE, reasonOf(keys.relay(), PASSWORD));
    assertEquals(
        KeyFileException.Reason.WRONG_PASSWORD, reasonOf(keys.hub(), "wrong".toCharArray()));
  }

  @Test
  void thePasswordComesFromTheEnvironmentElseFromTheFile() throws IOException {
    KeyFolder keys = new KeyFolder(folder);
    KeyFileException none = assertThrows(KeyFileException.class, () -> keys.password(Map.of()));
    assertEquals(KeyFileException.Reason.NO_PASSWORD, none.reason());

    char[] made = keys.passwordOrNew(Map.of(), Files::write);

    assertArrayEquals(made, keys.password(Map.of()));
    assertArrayEquals(made, keys.passwordOrNew(Map.of(), Files::write));
    assertArrayEquals(PASSWORD, keys.password(Map.of("CAREPLANHUB_KEY_PASSWORD", "synthetic")));
  }

  @Test
  void expiryIsWarnedOfStepByStep() throws IOException {
    KeyFolder keys = new KeyFolder(folder);
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(100));
    OfficeKey office = authority.issueOffice(OFFICE, new Validity(now, end));
    keys.store(keys.office(OFFICE), office, PASSWORD, Files::write);

    assertEquals(Optional.empty(), reachedAt(keys, end.minus(Duration.ofDays(91))));
    for (Duration step : WARN_BEFORE) {
      assertEquals(Optional.of(step), reachedAt(keys, end.minus(step).plusSeconds(1)));
    }
    assertEquals(Optional.of(Duration.ZERO), reachedAt(keys, end.plusSeconds(1)));
    assertTrue(statusAt(keys, end.plusSeconds(1)).expiry().isOver());
  }

  @Test
  void revocationsAddUp() throws IOException {
    KeyFolder keys = new KeyFolder(folder);
    keys.store(authority, PASSWORD, Files::write);
    for (String number : List.of(OFFICE, "9970000002", "9970000003")) {
      keys.store(keys.office(number), authority.issueOffice(number), PASSWORD, Files::write);
    }

    assertEquals(1, keys.revoke(authority, OFFICE, Files::write));
    keys.revoke(authority, "9970000003", Files::write);

    Map<String, CertificateStatus.State> states =
        KeyListing.of(keys, PASSWORD, clock.instant(), WARN_BEFORE).statuses().stream()
            .collect(Collectors.toMap(CertificateStatus::name, CertificateStatus::state));
    assertEquals(CertificateStatus.State.REVOKED, states.get(OFFICE));
    assertEquals(CertificateStatus.State.CURRENT, states.get("9970000002"));
    assertEquals(CertificateStatus.State.REVOKED, states.get("9970000003"));
  }

  private static Optional<Duration> reachedAt(KeyFolder keys, Instant now) throws IOException {
    return statusAt(keys, now).expiry().reached();
  }

  private static CertificateStatus statusAt(KeyFolder keys, Instant now) throws IOException {
    return KeyListing.of(keys, PASSWORD, now, WARN_BEFORE).statuses().get(0);
  }

  private static KeyFileException.Reason reasonOf(Path file, char[] password) {
    return assertThrows(KeyFileException.class, () -> OfficeKey.load(file, password)).reason();
  }
}
