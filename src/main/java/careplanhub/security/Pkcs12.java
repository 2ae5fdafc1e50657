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
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** PKCS#12 files with one private key and its chain, under PBES2 with AES-256 as the JDK writes. */
final class Pkcs12 {
  private static final String TYPE = "PKCS12";
  private static final String ALIAS = "key";

  private Pkcs12() {}

  record Entry(PrivateKey key, List<X509Certificate> chain) {}

  static Entry read(Path file, char[] password) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(KeyFileException.Reason.MISSING, file, e);
    }
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(new ByteArrayInputStream(bytes), password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          return new Entry(key, chainOf(store.getCertificateChain(alias)));
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyFileException(KeyFileException.Reason.UNREADABLE, file, e);
    }
    throw new KeyFileException(KeyFileException.Reason.NO_KEY, file, null);
  }

  static byte[] write(PrivateKey key, List<X509Certificate> chain, char[] password) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
      store.store(bytes, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Java cannot write PKCS#12", e);
    }
    return bytes.toByteArray();
  }

  private static List<X509Certificate> chainOf(Certificate[] certificates) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : certificates) {
      chain.add((X509Certificate) certificate);
    }
    return chain;
  }
}
