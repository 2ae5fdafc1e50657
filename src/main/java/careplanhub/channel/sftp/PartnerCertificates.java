package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import careplanhub.security.Certificates;
import careplanhub.security.OfficeKey;
import careplanhub.security.SealedParcelException;
import careplanhub.security.SealedParcels;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The certificates for which parcels to partners are enveloped: {@code config/partners/NUMBER.crt}.
 * A file may hold several; read at each use, so that a new one holds at once.
 */
final class PartnerCertificates {
  private final Path folder;
  private final Supplier<Trust> trust;
  private final Clock clock;

  PartnerCertificates(Path folder, Supplier<Trust> trust, Clock clock) {
    this.folder = folder;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * The partner's newest certificate that stands.
   *
   * @throws ChannelException when there is none
   */
  X509Certificate of(OfficeNumber partner) throws ChannelException {
    List<X509Certificate> all;
    try {
      all = Certificates.read(folder.resolve(partner.value() + ".crt"));
    } catch (IOException e) {
      throw unusable("MISSING", e);
    }
    List<X509Certificate> own =
        all.stream()
            .filter(one -> OfficeKey.commonName(one).equals(partner.value()))
            .sorted(Comparator.comparing(X509Certificate::getNotBefore).reversed())
            .toList();
    String why = "OTHER_OFFICE";
    for (X509Certificate one : own) {
      try {
        SealedParcels.checkRecipient(one, all, trust.get(), clock.instant());
        return one;
      } catch (SealedParcelException e) {
        why = e.reason().name();
      }
    }
    throw unusable(why, null);
  }

  private static ChannelException unusable(String why, @Nullable Exception cause) {
    return new ChannelException(ChannelException.Reason.PARTNER_CERTIFICATE_UNUSABLE, why, cause);
  }
}
