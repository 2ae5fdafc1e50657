package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;

/** What must hold of a revocation list before it takes the place of another. */
final class RevocationLists {
  private RevocationLists() {}

  static void check(X509CRL list, Trust trust, Instant now) throws KeyRefusedException {
    if (trust.authorities().stream().noneMatch(authority -> isOf(list, authority))) {
      throw new KeyRefusedException(KeyRefusedException.Reason.LIST_OF_ANOTHER, null);
    }
    Instant made = list.getThisUpdate().toInstant();
    if (trust.revocationLists().stream()
        .anyMatch(present -> present.getThisUpdate().toInstant().isAfter(made))) {
      throw new KeyRefusedException(KeyRefusedException.Reason.LIST_OLDER, null);
    }
    if (list.getNextUpdate() == null || now.isAfter(list.getNextUpdate().toInstant())) {
      throw new KeyRefusedException(KeyRefusedException.Reason.LIST_STALE, null);
    }
  }

  static Map<String, String> details(X509CRL list) {
    return Map.of(
        "thisUpdate", list.getThisUpdate().toInstant().toString(),
        "nextUpdate", list.getNextUpdate().toInstant().toString(),
        "entries",
            Integer.toString(
                list.getRevokedCertificates() == null ? 0 : list.getRevokedCertificates().size()));
  }

  private static boolean isOf(X509CRL list, X509Certificate authority) {
    try {
      list.verify(authority.getPublicKey());
      return list.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
