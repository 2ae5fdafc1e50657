package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.util.List;

/**
 * An office that is registered at the relay.
 *
 * @param number its address
 * @param name its Japanese name
 * @param serviceTypes the service types it gives, possibly none
 */
record Office(OfficeNumber number, String name, List<ServiceTypeCode> serviceTypes) {
  Office {
    serviceTypes = List.copyOf(serviceTypes);
  }
}
