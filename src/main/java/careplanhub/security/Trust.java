package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose certificates are believed.
 *
 * @param authorities the issuers; a certificate must lead to one of them
 * @param revocationLists when there is one, every certificate must stand under a list that is in
 *     date and not be in it; when there is none, revocation is not checked
 */
public record Trust(List<X509Certificate> authorities, List<X509CRL> revocationLists) {
  public Trust {
    authorities = List.copyOf(authorities);
    revocationLists = List.copyOf(revocationLists);
    if (authorities.isEmpty()) {
      throw new IllegalArgumentException("Trust needs an authority.");
    }
  }

  /** Trust in these authorities without revocation lists. */
  public static Trust in(X509Certificate... authorities) {
    return new Trust(List.of(authorities), List.of());
  }

  /** How PKIX is to judge a chain by this trust. */
  PKIXBuilderParameters parameters() throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        authorities.stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toSet());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
    parameters.setRevocationEnabled(!revocationLists.isEmpty());
    if (!revocationLists.isEmpty()) {
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(revocationLists)));
    }
    return parameters;
  }

  X509ExtendedTrustManager trustManager() {
    try {
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters()));
      for (TrustManager candidate : factory.getTrustManagers()) {
        if (candidate instanceof X509ExtendedTrustManager found) {
          return found;
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java cannot check certificates", e);
    }
    throw new IllegalStateException("Java has no trust manager");
  }
}
