package careplanhub.channel;

import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.Reloaded;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The accounts in a hub's keys folder: {@code <officeNumber>.p12} is the office's key, {@code
 * <officeNumber>.relay-password} its password at the relay (one line, UTF-8), {@code authority.crt}
 * the relay's authority and {@code authority.crl} its revocation list, when there is one. The user
 * id is the office number.
 */
public final class RelayAccountFiles implements RelayAccounts {
  private final Path keys;
  private final char[] keyPassword;
  private final Map<OfficeNumber, Reloaded<RelayAccount>> accounts = new ConcurrentHashMap<>();

  /**
   * Looks into nothing yet.
   *
   * @param keys the keys folder
   * @param keyPassword of its PKCS#12 files
   */
  public RelayAccountFiles(Path keys, char[] keyPassword) {
    this.keys = keys;
    this.keyPassword = keyPassword.clone();
  }

  @Override
  public RelayAccount accountOf(OfficeNumber office) throws IOException {
    try {
      return accounts.computeIfAbsent(office, this::watched).get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The file with an office's password at the relay. */
  public static Path passwordFile(Path keys, OfficeNumber office) {
    return keys.resolve(office.value() + ".relay-password");
  }

  private Reloaded<RelayAccount> watched(OfficeNumber office) {
    KeyFolder folder = new KeyFolder(keys);
    Path key = folder.office(office.value());
    Path password = passwordFile(keys, office);
    try {
      Supplier<Trust> trust = folder.followingTrust();
      return new Reloaded<>(
          List.of(key, password, folder.authorityCertificate(), folder.revocationList()),
          () ->
              new RelayAccount(
                  OfficeKey.load(key, keyPassword),
                  trust.get(),
                  office.value(),
                  Files.readString(password).strip().toCharArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
