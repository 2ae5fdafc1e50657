package careplanhub.security;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Judges by the trust its supplier gives at this moment. */
final class CurrentTrust extends X509ExtendedTrustManager {
  private record Judge(Trust trust, X509ExtendedTrustManager manager) {}

  private final Supplier<Trust> supplier;
  private volatile @Nullable Judge last;

  CurrentTrust(Supplier<Trust> supplier) {
    this.supplier = supplier;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge().checkClientTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge().checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge().checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge().getAcceptedIssuers();
  }

  private X509ExtendedTrustManager judge() {
    Trust trust = supplier.get();
    Judge judge = last;
    if (judge == null || !judge.trust.equals(trust)) {
      judge = new Judge(trust, trust.trustManager());
      last = judge;
    }
    return judge.manager;
  }
}
