package careplanhub.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret keys of a vault, numbered from 1, held in a PKCS#12 file ({@code keys/vault.p12},
 * PBES2 with AES-256).
 *
 * <p>New objects are encrypted under the newest key; {@link #rotate} adds one and keeps the old
 * ones so that everything stays readable. Names and look-up indexes are derived from key 1 for
 * ever, so that rotation changes no name. Whoever loses all copies of these keys loses the vault:
 * keep the {@link #recoveryText}. Immutable and safe for use from several threads.
 */
public final class VaultKey {
  static final int KEY_BYTES = 32;

  private static final String ALIAS = "vault-";
  private static final String PURPOSE = "careplan-hub vault ";

  private final NavigableMap<Integer, byte[]> keys;

  private VaultKey(NavigableMap<Integer, byte[]> keys) {
    this.keys = Collections.unmodifiableNavigableMap(keys);
  }

  /**
   * Makes a new random key and writes its file, readable by its owner only.
   *
   * @throws FileAlreadyExistsException when there is a key file already; it is never replaced
   */
  public static VaultKey create(Path file, char[] password) throws IOException {
    NavigableMap<Integer, byte[]> keys = new TreeMap<>();
    keys.put(1, randomKey());
    return new VaultKey(keys).writeNew(file, password);
  }

  /**
   * Reads the key file.
   *
   * @throws VaultException with {@code KEY_FILE} when the password is wrong or the file is no vault
   *     key
   */
  public static VaultKey load(Path file, char[] password) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    NavigableMap<Integer, byte[]> keys = new TreeMap<>();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      for (String alias : Collections.list(store.aliases())) {
        if (alias.startsWith(ALIAS) && store.getKey(alias, password) instanceof SecretKey key) {
          keys.put(Integer.valueOf(alias.substring(ALIAS.length())), key.getEncoded());
        }
      }
    } catch (GeneralSecurityException | IOException | NumberFormatException e) {
      throw new VaultException(VaultException.Reason.KEY_FILE, e);
    }
    if (!keys.containsKey(1)) {
      throw new VaultException(VaultException.Reason.KEY_FILE, null);
    }
    return new VaultKey(keys);
  }

  /**
   * Writes the key file again from the text that {@link #recoveryText} gave.
   *
   * @throws VaultException with {@code KEY_FILE} when the text is incomplete or mistyped
   */
  public static VaultKey recover(Path file, char[] password, String recoveryText)
      throws IOException {
    return new VaultKey(RecoveryText.parse(recoveryText)).writeNew(file, password);
  }

  /** Adds a new key for what is written from now on and replaces the key file durably. */
  public VaultKey rotate(Path file, char[] password) throws IOException {
    NavigableMap<Integer, byte[]> more = new TreeMap<>(keys);
    more.put(keys.lastKey() + 1, randomKey());
    VaultKey rotated = new VaultKey(more);
    new DurableFiles(new RealFiles()).replaceSecret(file, rotated.toPkcs12(password));
    return rotated;
  }

  /**
   * All keys as lines to print and lock away: whoever holds it can read the vault without any
   * password. Each line ends with check digits that find a typing mistake.
   */
  public String recoveryText() {
    return RecoveryText.format(keys);
  }

  /** The number of the key that new objects are written with. */
  int newest() {
    return keys.lastKey();
  }

  /** The secret that encrypts one object, or null when the key of this number is not here. */
  byte @Nullable [] contentKey(int number, byte[] salt) {
    byte[] key = keys.get(number);
    return key == null ? null : KeyDerivation.derive(key, salt, PURPOSE + "content");
  }

  /** The secret that encrypts small texts, or null when the key of this number is not here. */
  byte @Nullable [] textKey(int number) {
    byte[] key = keys.get(number);
    return key == null ? null : KeyDerivation.derive(key, new byte[0], PURPOSE + "text");
  }

  byte[] nameKey() {
    return KeyDerivation.derive(first(), new byte[0], PURPOSE + "names");
  }

  byte[] indexKey() {
    return KeyDerivation.derive(first(), new byte[0], PURPOSE + "index");
  }

  private byte[] first() {
    return keys.firstEntry().getValue();
  }

  private VaultKey writeNew(Path file, char[] password) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    new DurableFiles(new RealFiles()).replaceSecret(file, toPkcs12(password));
    return this;
  }

  private byte[] toPkcs12(char[] password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var key : keys.entrySet()) {
        store.setEntry(
            ALIAS + key.getKey(),
            new KeyStore.SecretKeyEntry(new SecretKeySpec(key.getValue(), "AES")),
            new KeyStore.PasswordProtection(password));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      return bytes.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks PKCS#12 with AES", e);
    }
  }

  private static byte[] randomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
