package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.Evidence;
import careplanhub.ledger.EvidenceEntry;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import careplanhub.store.RealFiles;
import careplanhub.store.Vault;
import careplanhub.store.VaultKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and verify as a person calls them, while the hub's ledger is open. */
class BackupCommandTest {
  private static final char[] PASSWORD = "synthetic".toCharArray();
  private static final byte[] CONTENT = "synthetic content".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Path hub;
  private Path backup;
  private Path restored;
  private Database database;
  private Evidence evidence;
  private ContentId content;

  @BeforeEach
  void runHub() throws IOException {
    hub = folder.resolve("hub");
    backup = folder.resolve("backup");
    restored = folder.resolve("restored");
    KeyFolder keys = new KeyFolder(Files.createDirectories(hub.resolve("keys")));
    Files.createDirectories(hub.resolve("data"));
    Files.createDirectories(hub.resolve("offices/9970000001/inbox"));
    Files.writeString(hub.resolve("offices/9970000001/inbox/a.csv"), "delivered");
    OfficeKey key = OfficeKey.selfSigned("hub", Clock.systemUTC());
    keys.store(keys.hub(), key, PASSWORD, Files::write);
    Files.writeString(keys.passwordFile(), "synthetic\n");
    VaultKey vaultKey = VaultKey.create(keys.vault(), PASSWORD);
    content = Vault.open(hub.resolve("data/vault"), vaultKey).put(CONTENT);
    database = Database.open(hub.resolve("data/ledger.sqlite"), "db/ledger");
    evidence =
        Evidence.open(database, key, hub.resolve("data"), new RealFiles(), Clock.systemUTC());
    for (int number = 1; number <= 3; number++) {
      String subject = "parcel-" + number;
      database.update(handle -> evidence.record(handle, EvidenceEntry.of("hub", "sent", subject)));
    }
    evidence.keep();
  }

  @AfterEach
  void stopHub() {
    database.close();
  }

  @Test
  void aRestoredHubHasItsLedgerVaultAndKeys() throws IOException {
    Called written = Called.hub("backup", hub, backup);
    assertEquals(0, written.exit(), written.err());
    assertTrue(written.out().contains("パスワードは入っていません"), written.out());

    Called read = Called.hub("restore", backup, restored);

    assertEquals(0, read.exit(), read.err());
    assertTrue(read.out().contains("CAREPLANHUB_KEY_PASSWORD"), read.out());
    Vault vault =
        Vault.open(
            restored.resolve("data/vault"),
            VaultKey.load(new KeyFolder(restored.resolve("keys")).vault(), PASSWORD));
    try (InputStream in = vault.open(content)) {
      assertArrayEquals(CONTENT, in.readAllBytes());
    }
    assertFalse(Files.exists(restored.resolve("keys/password")));
    assertFalse(Files.exists(restored.resolve("offices")));
    Called verified = Called.hub("verify", restored);
    assertEquals(0, verified.exit(), verified.out());
    assertTrue(verified.out().contains(evidence.head()), verified.out());
  }

  @Test
  void theBackupItselfCanBeVerified() {
    Called.hub("backup", hub, backup);

    assertEquals(0, Called.hub("verify", backup).exit());
  }

  @Test
  void thePasswordGoesAlongOnlyWhenAskedFor() {
    Called called = Called.hub("backup", hub, backup, "--with-password");

    assertEquals(0, called.exit());
    assertTrue(Files.exists(backup.resolve("keys/password")));
    assertTrue(called.out().contains("パスワードも入っています"), called.out());
  }

  @Test
  void nothingIsEverOverwritten() throws IOException {
    Called.hub("backup", hub, backup);

    assertEquals(2, Called.hub("backup", hub, backup).exit());
    Called refused = Called.hub("restore", backup, hub);
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains("すでに何か"), refused.err());
    assertEquals(2, Called.hub("backup", folder.resolve("nothing"), restored).exit());
    assertEquals(2, Called.hub("restore", hub, restored).exit());
    assertFalse(Files.exists(restored));
  }

  @Test
  void aDamagedBackupIsRefusedWhole() throws IOException {
    Called.hub("backup", hub, backup);
    Files.writeString(backup.resolve("keys/hub.crt"), "x");

    Called changed = Called.hub("restore", backup, restored);
    assertEquals(1, changed.exit());
    assertTrue(changed.err().contains("keys/hub.crt"), changed.err());

    Files.delete(backup.resolve("keys/hub.crt"));
    assertEquals(1, Called.hub("restore", backup, restored).exit());
    assertEquals(List.of("backup", "hub"), names());
  }

  @Test
  void aManifestThatLeadsOutOfTheBackupIsRefused() throws IOException {
    Called.hub("backup", hub, backup);
    Files.writeString(backup.resolve("manifest.sha256"), "0".repeat(64) + "  keys/../../outside\n");

    assertEquals(2, Called.hub("restore", backup, restored).exit());
  }

  @Test
  void verifyNamesTheEntryThatWasChanged() throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + hub.resolve("data/ledger.sqlite"));
        var statement = connection.createStatement()) {
      statement.execute("update evidence_entry set subject = 'other' where seq = 2");
    }

    Called called = Called.hub("verify", hub);

    assertEquals(1, called.exit());
    assertTrue(called.out().contains("証跡 2 番の内容が"), called.out());
  }

  @Test
  void verifyKnowsTheHeadsThatOthersHold() {
    assertEquals(0, Called.hub("verify", hub, "--expect-head", evidence.head()).exit());
    assertEquals(1, Called.hub("verify", hub, "--expect-head", "0".repeat(64)).exit());
  }

  @Test
  void whatIsNoHubIsWrongUse() {
    assertEquals(2, Called.hub("verify", folder.resolve("nothing")).exit());
    assertEquals(2, Called.hub("verify").exit());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
