package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.VaultKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  private static final String OFFICE = "9970000001";

  @TempDir Path folder;

  private Path relay;
  private Path hub;
  private KeyFolder relayKeys;
  private KeyFolder hubKeys;

  @BeforeEach
  void makeAuthority() throws IOException {
    OptionalPart.require(
        "an environment without " + KeyFolder.PASSWORD_VARIABLE,
        System.getenv(KeyFolder.PASSWORD_VARIABLE) == null);
    relay = Files.createDirectories(folder.resolve("relay/keys"));
    hub = Files.createDirectories(folder.resolve("hub/keys"));
    relayKeys = new KeyFolder(relay);
    hubKeys = new KeyFolder(hub);
    assertEquals(0, Called.hub("keys", "authority", folder.resolve("relay")).exit());
  }

  @Test
  void anOfficesKeyIsIssuedIntoAnotherFolderWithWhatItMustTrust() throws IOException {
    Called called = Called.hub("keys", "office", hub, OFFICE, "9970000002", "--authority", relay);

    assertEquals(0, called.exit(), called.err());
    OfficeKey key = OfficeKey.load(hubKeys.office(OFFICE), hubKeys.password(Map.of()));
    assertEquals(OFFICE, key.officeNumber());
    assertTrue(called.out().contains(key.fingerprint()));
    assertEquals(
        Certificates.read(relayKeys.authorityCertificate()),
        Certificates.read(hubKeys.authorityCertificate()));
    assertTrue(Files.exists(hubKeys.office("9970000002")));
    assertFalse(Files.exists(relayKeys.office(OFFICE)), "the key must not lie at the authority");
  }

  @Test
  void anExistingKeyIsReplacedOnlyByRenewal() throws IOException {
    Called.hub("keys", "office", relay, OFFICE);
    OfficeKey first = OfficeKey.load(relayKeys.office(OFFICE), relayKeys.password(Map.of()));

    assertEquals(1, Called.hub("keys", "office", relay, OFFICE).exit());
    assertEquals(0, Called.hub("keys", "office", relay, OFFICE, "--renew").exit());
    OfficeKey second = OfficeKey.load(relayKeys.office(OFFICE), relayKeys.password(Map.of()));
    Called.hub("keys", "revoke", relay, OFFICE, "--old");

    X509CRL list = Certificates.readRevocationList(relayKeys.revocationList());
    assertTrue(list.isRevoked(first.certificate()));
    assertFalse(list.isRevoked(second.certificate()));
  }

  @Test
  void theListShowsExpiryAndRevocation() {
    Called.hub("keys", "server", relay);
    Called.hub("keys", "office", relay, OFFICE);
    Called.hub("keys", "revoke", relay, OFFICE);

    Called list = Called.hub("keys", "list", relay);

    assertEquals(0, list.exit(), list.err());
    List<String> lines = list.out().lines().toList();
    assertTrue(lines.get(0).contains("期限") && lines.get(0).contains("残り日数"));
    assertTrue(lineOf(lines, OFFICE).endsWith("使用をやめたもの（前に届いたものを開くためだけに残す）"), list.out());
    assertTrue(
        lineOf(lines, "relay").matches("20\\d\\d-\\d\\d-\\d\\d\\s+7\\d\\d .*有効"), list.out());
    assertTrue(lineOf(lines, "authority.crl").contains("有効"), list.out());
  }

  @Test
  void theRevocationListGetsANewDateAndKeepsItsEntries() throws IOException {
    Called.hub("keys", "office", relay, OFFICE);
    Called.hub("keys", "revoke", relay, OFFICE);

    assertEquals(0, Called.hub("keys", "renew-list", relay).exit());

    X509CRL list = Certificates.readRevocationList(relayKeys.revocationList());
    assertEquals(1, list.getRevokedCertificates().size());
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws IOException {
    OptionalPart.require(
        "a file system with POSIX rights",
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    for (Path secret : List.of(relayKeys.authority(), relayKeys.passwordFile())) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    }
  }

  @Test
  void aLostVaultKeyComesBackFromItsRecoveryText() throws IOException {
    char[] password = relayKeys.password(Map.of());
    VaultKey.create(relayKeys.vault(), password);
    Called rotated = Called.hub("keys", "vault", relay, "--rotate");
    assertEquals(0, rotated.exit(), rotated.err());
    assertEquals(2, rotated.out().lines().count());
    assertEquals(rotated.out(), Called.hub("keys", "vault", relay).out());

    assertEquals(1, typing(rotated.out(), "keys", "vault", relay, "--recover").exit());
    Files.delete(relayKeys.vault());
    assertEquals(1, typing("vault-1: 12", "keys", "vault", relay, "--recover").exit());
    Called recovered = typing(rotated.out(), "keys", "vault", relay, "--recover");

    assertEquals(0, recovered.exit(), recovered.err());
    assertEquals(rotated.out(), VaultKey.load(relayKeys.vault(), password).recoveryText());
  }

  private static Called typing(String text, Object... arguments) {
    InputStream keyboard = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return Called.hub(arguments);
    } finally {
      System.setIn(keyboard);
    }
  }

  @Test
  void wrongUseAndMissingKeysAreSaidInJapanese() {
    assertEquals(2, Called.hub("keys").exit());
    Called wrongNumber = Called.hub("keys", "office", relay, "12345");
    assertEquals(2, wrongNumber.exit());
    assertTrue(wrongNumber.err().contains("半角数字 10 桁"), wrongNumber.err());

    Called again = Called.hub("keys", "authority", relay);
    assertEquals(1, again.exit());
    Called noAuthority = Called.hub("keys", "server", hub);
    assertEquals(1, noAuthority.exit());
    assertTrue(noAuthority.err().contains("パスワードがありません"), noAuthority.err());
    Called unknown = Called.hub("keys", "revoke", relay, OFFICE);
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().contains("ファイルがありません"), unknown.err());
  }

  private static String lineOf(List<String> lines, String name) {
    return lines.stream().filter(line -> line.contains(name)).findFirst().orElse("");
  }
}
