package careplanhub.relay;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.Tls;
import careplanhub.security.Trust;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import careplanhub.store.VaultKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Where things are in a relay's folder, and how they are opened. Key, authority and revocation list
 * are read again when their files change.
 */
final class RelayFolder {
  private final Path directory;
  private final KeyFolder keys;
  private final char[] password;
  private final Supplier<OfficeKey> key;
  private final Supplier<Trust> trust;

  RelayFolder(Path directory) throws IOException {
    this.directory = directory;
    this.keys = new KeyFolder(directory.resolve("keys"));
    this.password = keys.password(System.getenv());
    this.key = keys.following(keys.relay(), password);
    this.trust = keys.followingTrust();
  }

  static Database openDatabase(Path directory) throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));
    return Database.open(data.resolve("relay.sqlite"), "db/relay");
  }

  Database database() throws IOException {
    return openDatabase(directory);
  }

  /** Encrypts what the database holds of parcels; its key is made at the first start. */
  Vault vault() throws IOException {
    Path file = keys.vault();
    VaultKey vaultKey =
        Files.exists(file) ? VaultKey.load(file, password) : VaultKey.create(file, password);
    return Vault.open(directory.resolve("data").resolve("vault"), vaultKey);
  }

  Supplier<Trust> trust() {
    return trust;
  }

  SSLContext serverContext() {
    return Tls.serverContext(key, trust);
  }
}
