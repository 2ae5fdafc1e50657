package careplanhub.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** PKCS#12 files of private keys with their chains, under PBES2 with AES-256 as the JDK writes. */
final class Pkcs12 {
  private static final String TYPE = "PKCS12";

  private Pkcs12() {}

  /** One private key, the name of its entry (lower-case) and its chain, the key's own first. */
  record Entry(String alias, PrivateKey key, List<X509Certificate> chain) {}

  /** All private keys of a file; at least one. */
  static List<Entry> read(Path file, char[] password) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(KeyFileException.Reason.MISSING, file, e);
    }
    List<Entry> entries = new ArrayList<>();
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(new ByteArrayInputStream(bytes), password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          entries.add(new Entry(alias, key, chainOf(store.getCertificateChain(alias))));
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyFileException(reasonOf(e), file, e);
    }
    if (entries.isEmpty()) {
      throw new KeyFileException(KeyFileException.Reason.NO_KEY, file, null);
    }
    return entries;
  }

  static byte[] write(List<Entry> entries, char[] password) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      for (Entry entry : entries) {
        store.setKeyEntry(
            entry.alias(), entry.key(), password, entry.chain().toArray(X509Certificate[]::new));
      }
      store.store(bytes, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Java cannot write PKCS#12", e);
    }
    return bytes.toByteArray();
  }

  private static KeyFileException.Reason reasonOf(Exception failure) {
    return failure instanceof UnrecoverableKeyException
            || failure.getCause() instanceof UnrecoverableKeyException
        ? KeyFileException.Reason.WRONG_PASSWORD
        : KeyFileException.Reason.UNREADABLE;
  }

  private static List<X509Certificate> chainOf(Certificate[] certificates) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : certificates) {
      chain.add((X509Certificate) certificate);
    }
    return chain;
  }
}
