package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 contexts with a certificate on both sides. Sockets and engines they make speak nothing
 * older, also when their user sets no protocol. Suppliers are asked at every handshake, so that a
 * {@link Reloaded} key or trust takes effect for new connections without a restart.
 */
public final class Tls {
  /** The one protocol. */
  public static final String PROTOCOL = "TLSv1.3";

  /**
   * How long a server lets a client resume a session without showing its certificate again: a
   * revoked client is out after this time at the latest.
   */
  static final int SESSION_SECONDS = 60;

  private Tls() {}

  /** The context of one office's client; checking the server's host name is the user's part. */
  public static SSLContext clientContext(OfficeKey key, X509Certificate... trustedAuthorities) {
    Trust trust = Trust.in(trustedAuthorities);
    return clientContext(() -> key, () -> trust);
  }

  /** The context of one office's client whose key and trust may change while it is in use. */
  public static SSLContext clientContext(Supplier<OfficeKey> key, Supplier<Trust> servers) {
    return context(new CurrentKey(key), new CurrentTrust(servers), false);
  }

  /**
   * The context of a server that refuses every client without a certificate of the given trust that
   * is in date and not revoked. A server library that sets its own parameters (Jetty) must be told
   * too that it needs client authentication.
   */
  public static SSLContext serverContext(Supplier<OfficeKey> key, Supplier<Trust> clients) {
    SSLContext context = context(new CurrentKey(key), new CurrentTrust(clients), true);
    context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
    return context;
  }

  /** A client context without a key of its own, for servers that ask for none. */
  public static SSLContext clientContextWithoutKey(Supplier<Trust> servers) {
    return context(null, new CurrentTrust(servers), false);
  }

  /** Judges servers by the trust of the moment, for a library that makes its contexts itself. */
  public static X509ExtendedTrustManager serverJudge(Supplier<Trust> servers) {
    return new CurrentTrust(servers);
  }

  private static SSLContext context(
      @Nullable KeyManager key, TrustManager trust, boolean clientNeeded) {
    try {
      SSLContext context = SSLContext.getInstance(PROTOCOL);
      context.init(
          key == null ? new KeyManager[0] : new KeyManager[] {key},
          new TrustManager[] {trust},
          new SecureRandom());
      return new StrictContext(context, clientNeeded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + PROTOCOL, e);
    }
  }
}
