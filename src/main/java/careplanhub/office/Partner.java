package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.util.List;

/**
 * An office of another corporation that we exchange with.
 *
 * @param number its address
 * @param name its Japanese name
 * @param serviceTypes what it is registered for, the main one first; never empty
 * @param channel the way to it, such as relay
 * @param notes what staff wrote down about it; may be empty
 * @param usesRelay whether it is known to take part in the relay; others are tried all the same,
 *     since lists are out of date before offices are
 * @param form how it takes the standard's files
 */
public record Partner(
    OfficeNumber number,
    String name,
    List<ServiceTypeCode> serviceTypes,
    String channel,
    String notes,
    boolean usesRelay,
    ReceivedForm form) {
  public Partner {
    serviceTypes = List.copyOf(serviceTypes);
  }

  /** The service type that stands for the office where a file's rows do not tell. */
  public ServiceTypeCode mainServiceType() {
    return serviceTypes.get(0);
  }
}
