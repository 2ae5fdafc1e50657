package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import careplanhub.channel.OutgoingParcel;
import careplanhub.security.OfficeKey;
import careplanhub.security.OpenedParcel;
import careplanhub.security.SealedParcelException;
import careplanhub.security.SealedParcels;
import careplanhub.security.Trust;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Parcels as the bytes that lie on a server. Safe for every thread. */
final class SealedContainers {
  private final ParcelContainer container;
  private final SftpOffices offices;
  private final PartnerCertificates partners;
  private final Supplier<Trust> trust;
  private final Clock clock;

  SealedContainers(
      ParcelContainer container,
      SftpOffices offices,
      PartnerCertificates partners,
      Supplier<Trust> trust,
      Clock clock) {
    this.container = container;
    this.offices = offices;
    this.partners = partners;
    this.trust = trust;
    this.clock = clock;
  }

  /** Packs, signs and envelopes a parcel for its addressee. */
  byte[] seal(OutgoingParcel parcel) throws ChannelException {
    byte[] archive = ParcelContainer.pack(parcel, clock.instant());
    try {
      return SealedParcels.seal(
          signer(parcel.from()), partners.of(parcel.to()), archive, clock.instant());
    } catch (SealedParcelException e) {
      throw new ChannelException(
          ChannelException.Reason.PARTNER_CERTIFICATE_UNUSABLE, e.reason().name(), e);
    }
  }

  /** The key with which an office signs. */
  OfficeKey signer(OfficeNumber office) throws ChannelException {
    try {
      return offices.signingKeyOf(office);
    } catch (IOException | UncheckedIOException e) {
      throw new ChannelException(ChannelException.Reason.ACCOUNT_MISSING, e);
    }
  }

  private List<OfficeKey> openers(OfficeNumber office) throws ChannelException {
    try {
      return offices.openingKeysOf(office);
    } catch (IOException | UncheckedIOException e) {
      throw new ChannelException(ChannelException.Reason.ACCOUNT_MISSING, e);
    }
  }

  /**
   * Opens a parcel.
   *
   * @param place where it lies, which says whose it should be
   * @throws ParcelRefusedException when it is not what its place and its own words say
   * @throws ChannelException when something of ours is missing: nothing is said of the parcel then
   */
  ParcelContainer.Contents open(byte[] sealed, PairFolder place, String parcelId)
      throws ParcelRefusedException, ChannelException {
    OpenedParcel opened = opened(sealed, place.to());
    ParcelContainer.Contents contents = container.unpack(opened.content());
    Manifest manifest = contents.manifest();
    if (!opened.signerOffice().equals(place.from().value())
        || !manifest.from().equals(place.from().value())) {
      throw new ParcelRefusedException(RefusalCode.OTHER_SENDER, null);
    }
    if (!manifest.to().equals(place.to().value())) {
      throw new ParcelRefusedException(RefusalCode.OTHER_ADDRESSEE, null);
    }
    if (!manifest.parcel().equals(parcelId)) {
      throw new ParcelRefusedException(RefusalCode.OTHER_PARCEL, null);
    }
    return contents;
  }

  private OpenedParcel opened(byte[] sealed, OfficeNumber office)
      throws ParcelRefusedException, ChannelException {
    try {
      return SealedParcels.open(sealed, openers(office), trust.get(), clock.instant());
    } catch (SealedParcelException e) {
      if (e.reason() == SealedParcelException.Reason.TRUST_OUT_OF_DATE) {
        throw new ChannelException(
            ChannelException.Reason.CERTIFICATE_REFUSED, e.reason().name(), e);
      }
      throw new ParcelRefusedException(RefusalCode.of(e.reason()), e);
    }
  }
}
