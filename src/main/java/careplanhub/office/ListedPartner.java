package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.util.List;

/**
 * What a list of partners says of one.
 *
 * @param number its address
 * @param name its Japanese name
 * @param serviceTypes what it is registered for, the main one first; never empty
 * @param usesRelay whether it takes part in the relay
 */
public record ListedPartner(
    OfficeNumber number, String name, List<ServiceTypeCode> serviceTypes, boolean usesRelay) {
  public ListedPartner {
    serviceTypes = List.copyOf(serviceTypes);
  }

  /** Whether a partner is already known as the list says. */
  boolean isAs(Partner partner) {
    return partner.name().equals(name)
        && partner.serviceTypes().equals(serviceTypes)
        && partner.usesRelay() == usesRelay;
  }
}
