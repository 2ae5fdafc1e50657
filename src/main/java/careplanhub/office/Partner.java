package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office of another corporation that we exchange with.
 *
 * @param number its address
 * @param name its Japanese name
 * @param serviceTypes what it is registered for, the main one first; never empty
 * @param channels the ways to it, as far as they are written down
 * @param form how it takes the standard's files
 * @param contact how people reach it
 * @param terms what is agreed with it
 * @param joining how far it has come
 * @param confirmed who made sure that it exists; null when nobody wrote that down, and then nothing
 *     is sent to it before a person says so
 * @param sftp the folders on an SFTP server that we share with it; null for none
 * @param fax its FAX; null when nothing is sent to it so
 * @param notes what staff wrote down about it; may be empty
 */
public record Partner(
    OfficeNumber number,
    String name,
    List<ServiceTypeCode> serviceTypes,
    PartnerChannels channels,
    ReceivedForm form,
    PartnerContact contact,
    PartnerTerms terms,
    Joining joining,
    @Nullable Confirmation confirmed,
    @Nullable SftpAccess sftp,
    @Nullable FaxAccess fax,
    String notes) {
  public Partner {
    serviceTypes = List.copyOf(serviceTypes);
  }

  /** The service type that stands for the office where a file's rows do not tell. */
  public ServiceTypeCode mainServiceType() {
    return serviceTypes.get(0);
  }

  /** Whether it takes part in the relay, as far as is known. */
  public boolean usesRelay() {
    return channels.usesRelay();
  }
}
