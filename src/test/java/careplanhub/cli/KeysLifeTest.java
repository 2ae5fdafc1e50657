package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.hub.HubFolder;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** An office's certificate from the request to its end, by commands on a hub's folder. */
class KeysLifeTest {
  private static final String OFFICE = "9970000001";

  @TempDir Path folder;

  private Path hub;
  private Path relay;
  private KeyFolder keys;

  @BeforeEach
  void makeHubAndAuthority() throws Exception {
    OptionalPart.require(
        "an environment without " + KeyFolder.PASSWORD_VARIABLE,
        System.getenv(KeyFolder.PASSWORD_VARIABLE) == null);
    hub = folder.resolve("hub");
    relay = folder.resolve("relay");
    Files.createDirectories(relay.resolve("keys"));
    done("init", hub, "--recovery-file", folder.resolve("recovery.txt"));
    done("keys", "authority", relay);
    keys = new KeyFolder(new HubFolder(hub).keys());
    new KeyFolder(keys.directory())
        .trustAuthorityOf(new KeyFolder(relay.resolve("keys")), Files::write);
  }

  @Test
  void fromTheRequestToTheEndEveryStepIsShownAndIsEvidence() throws Exception {
    Called requested = done("keys", "request", hub, OFFICE);
    assertTrue(requested.out().contains("秘密鍵は渡しません"), requested.out());
    assertTrue(line("申請中").contains(OFFICE), list());

    X509Certificate first = issue("first.crt");
    Called imported = done("keys", "import", hub, OFFICE, folder.resolve("first.crt"));
    assertTrue(imported.out().contains(OfficeKey.fingerprint(first)), imported.out());
    assertTrue(line("使用中").contains(OFFICE), list());

    done("keys", "renew", hub, OFFICE, "--kind", "RSA");
    assertTrue(line("使用中").contains(OFFICE), "the former one goes on");
    X509Certificate second = issue("second.crt");
    done("keys", "import", hub, OFFICE, folder.resolve("second.crt"));
    assertTrue(line("前の証明書").contains(OFFICE), list());

    Called revoked = done("keys", "revoke", hub, OFFICE, "--old");
    assertTrue(revoked.out().contains(first.getSerialNumber().toString(16)), revoked.out());
    assertTrue(revoked.out().contains("発行元に失効を申し込み"), revoked.out());
    assertTrue(line("使用をやめたもの").contains(OFFICE), list());
    assertTrue(list().contains("SHA-256 " + OfficeKey.fingerprint(second)));

    List<String> evidence = evidence();
    assertEquals(
        List.of("key-requested", "key-imported", "key-requested", "key-imported", "key-given-up"),
        evidence.stream().map(entry -> entry.split(" ", 2)[0]).toList());
    assertTrue(evidence.get(1).contains(OfficeKey.fingerprint(first)), evidence.get(1));
    assertEquals(0, Called.hub("verify", hub).exit());
  }

  @Test
  void theListAsJsonHasEveryColumn() throws Exception {
    done("keys", "request", hub, OFFICE);
    X509Certificate certificate = issue("first.crt");
    done("keys", "import", hub, OFFICE, folder.resolve("first.crt"));

    JsonNode rows =
        JsonMapper.builder().build().readTree(done("keys", "list", hub, "--json").out());

    JsonNode row = null;
    for (JsonNode each : rows) {
      row = each.get("office").asText().equals(OFFICE) ? each : row;
    }
    assertEquals("CN=" + OFFICE, row.get("subject").asText());
    assertEquals(certificate.getSerialNumber().toString(16), row.get("serial").asText());
    assertEquals(certificate.getNotBefore().toInstant().toString(), row.get("from").asText());
    assertEquals(certificate.getNotAfter().toInstant().toString(), row.get("to").asText());
    assertTrue(row.get("daysLeft").asLong() > 700);
    assertEquals("current", row.get("state").asText());
    assertEquals(OfficeKey.fingerprint(certificate), row.get("sha256").asText());
  }

  @Test
  void aWrongPasswordChangesNothingAndTheRightOneTakesTheKey() throws Exception {
    TestAuthority authority =
        TestAuthority.load(
            new KeyFolder(relay.resolve("keys")).authority(),
            new KeyFolder(relay.resolve("keys")).password(Map.of()),
            Clock.systemUTC());
    Path given = folder.resolve("given.pfx");
    Files.write(given, authority.issueOffice(OFFICE).toPkcs12("right-one".toCharArray()));
    Path password = folder.resolve("password.txt");
    Files.writeString(password, "wrong-one\n");

    Called wrong = Called.hub("keys", "import", hub, OFFICE, given, "--password-file", password);

    assertEquals(1, wrong.exit());
    assertTrue(wrong.err().contains("パスワードが違う"), wrong.err());
    assertFalse(Files.exists(keys.office(OFFICE)));
    assertEquals(List.of(), evidence());
    Files.writeString(password, "right-one\n");
    done("keys", "import", hub, OFFICE, given, "--password-file", password);
    assertTrue(line("使用中").contains(OFFICE), list());
  }

  @Test
  void aRevocationListIsTakenAndItsNextUpdateShown() throws Exception {
    done("keys", "renew-list", relay);

    Called taken = done("keys", "import", hub, relay.resolve("keys/authority.crl"));

    assertTrue(taken.out().contains("次の更新"), taken.out());
    assertTrue(line("失効リスト").contains("authority.crl"), list());
    assertEquals(List.of("revocation-list-imported"), actions());
  }

  @Test
  void whatIsRefusedIsSaidInJapanese() throws Exception {
    done("keys", "request", hub, OFFICE);
    done("keys", "office", relay, OFFICE);
    Path other = relay.resolve("keys").resolve(OFFICE + ".crt");

    Called refused = Called.hub("keys", "import", hub, OFFICE, other);

    assertEquals(1, refused.exit());
    assertTrue(refused.err().contains("合う秘密鍵がありません"), refused.err());
    assertTrue(refused.err().contains("何も変えていません"), refused.err());
    assertEquals(1, Called.hub("keys", "renew", hub, "9970000002").exit());
    assertEquals(1, Called.hub("keys", "revoke", hub, "9970000002").exit());
    assertEquals(1, Called.hub("keys", "import", hub, folder.resolve("none")).exit());
  }

  @Test
  void onlyTheOwnerReadsTheFiles() throws Exception {
    OptionalPart.require(
        "a file system with POSIX rights",
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    done("keys", "request", hub, OFFICE);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.office(OFFICE))));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.directory())));
  }

  @Test
  void noCommandTakesAPasswordAsArgumentOrGivesAKeyOut() {
    CommandLine all = Main.commandLine().getSubcommands().get("keys");
    assertFalse(all.getSubcommands().containsKey("export"));
    for (CommandLine command : all.getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        boolean secret = option.longestName().contains("password");
        assertTrue(!secret || option.type() == Path.class, option.longestName());
      }
    }
  }

  private X509Certificate issue(String name) throws Exception {
    done("keys", "issue", relay, keys.request(OFFICE), "--out", folder.resolve(name));
    return Certificates.read(folder.resolve(name)).get(0);
  }

  private Called done(Object... arguments) {
    Called called = Called.hub(arguments);
    assertEquals(0, called.exit(), called.err() + called.out());
    return called;
  }

  private String list() {
    return Called.hub("keys", "list", hub).out();
  }

  private String line(String state) {
    return list().lines().filter(line -> line.contains(state)).findFirst().orElse("");
  }

  private List<String> actions() throws Exception {
    return evidence().stream().map(entry -> entry.split(" ", 2)[0]).toList();
  }

  /** What the ledger's evidence says of keys: action and details. */
  private List<String> evidence() throws Exception {
    List<String> found = new ArrayList<>();
    if (Files.notExists(new HubFolder(hub).ledger())) {
      return found;
    }
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + new HubFolder(hub).ledger());
        ResultSet rows =
            ledger
                .createStatement()
                .executeQuery(
                    "SELECT action, details FROM evidence_entry WHERE action LIKE 'key-%'"
                        + " OR action LIKE 'revocation-%' ORDER BY seq")) {
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return found;
  }
}
