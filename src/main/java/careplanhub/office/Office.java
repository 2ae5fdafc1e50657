package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office of our corporation.
 *
 * @param number its address
 * @param name its Japanese name
 * @param serviceTypes what it is registered for, the main one first; never empty
 * @param software "standard" when its care software reads and writes the standard's files, else the
 *     name of the vendor's adapter
 * @param folder its folder below the hub's, such as offices/1370000001
 * @param satellites its satellites (サテライト) under the same number, each of which exports by itself
 * @param form how software that speaks the standard takes its files; a vendor's adapter decides for
 *     itself
 * @param onRelay whether it takes part in the relay
 * @param licence when it may use the relay; null when nothing is written
 * @param people who is told of what happens there
 * @param clientFolder the official client that a person uses there; null when there is none
 * @param fax how it is reached by FAX
 */
public record Office(
    OfficeNumber number,
    String name,
    List<ServiceTypeCode> serviceTypes,
    String software,
    String folder,
    List<Satellite> satellites,
    ReceivedForm form,
    boolean onRelay,
    @Nullable Licence licence,
    List<PersonToTell> people,
    @Nullable ClientFolder clientFolder,
    OfficeFax fax) {
  /** {@link #software()} of an office whose care software speaks the standard. */
  public static final String STANDARD_SOFTWARE = "standard";

  public Office {
    serviceTypes = List.copyOf(serviceTypes);
    satellites = List.copyOf(satellites);
    people = List.copyOf(people);
  }

  /** The channels that are asked for what came to the office, and for what it sent. */
  List<ChannelName> channels() {
    List<ChannelName> channels = new ArrayList<>(List.of(ChannelName.DIRECT));
    if (onRelay) {
      channels.add(ChannelName.RELAY);
    }
    if (clientFolder != null) {
      channels.add(ChannelName.CLIENT_FOLDER);
    }
    return List.copyOf(channels);
  }

  /** Whether its care software reads and writes the standard's own files. */
  public boolean speaksStandard() {
    return software.equals(STANDARD_SOFTWARE);
  }

  /** The service type that stands for the office where a file's rows do not tell. */
  public ServiceTypeCode mainServiceType() {
    return serviceTypes.get(0);
  }
}
