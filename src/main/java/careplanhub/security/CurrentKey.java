package careplanhub.security;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Offers the key its supplier gives at this moment. The alias is the fingerprint, and the last few
 * keys are remembered, so that a handshake that began with the old key ends with it.
 */
final class CurrentKey extends X509ExtendedKeyManager {
  private static final int REMEMBERED = 4;

  private final Supplier<OfficeKey> supplier;
  private final Map<String, OfficeKey> offered =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, OfficeKey> eldest) {
              return size() > REMEMBERED;
            }
          });

  CurrentKey(Supplier<OfficeKey> supplier) {
    this.supplier = supplier;
  }

  @Override
  public String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return current();
  }

  @Override
  public String chooseEngineClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return current();
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return serverAlias(type);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return serverAlias(type);
  }

  @Override
  public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
    return new String[] {current()};
  }

  @Override
  public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
    return new String[] {current()};
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    OfficeKey key = offered.get(alias);
    return key == null ? null : key.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    OfficeKey key = offered.get(alias);
    return key == null ? null : key.key();
  }

  private @Nullable String serverAlias(String type) {
    String alias = current();
    OfficeKey key = offered.get(alias);
    return key != null && key.key().getAlgorithm().equals(type) ? alias : null;
  }

  private String current() {
    OfficeKey key = supplier.get();
    String alias = key.fingerprint();
    offered.put(alias, key);
    return alias;
  }
}
