package careplanhub.lab;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import java.util.Set;

/**
 * An invented care office with the one service type it acts under. Its number begins with 99, which
 * is no prefecture.
 *
 * @param number its ten digits
 * @param type 43, 46 or AF for a support office, else the service it gives
 * @param name its Japanese name, with characters that break weak programs
 */
public record SyntheticOffice(OfficeNumber number, ServiceTypeCode type, String name) {
  private static final Set<String> SUPPORT = Set.of("43", "46", "AF");
  private static final Set<String> PREVENTION_SUPPORT = Set.of("46", "AF");
  private static final Set<String> EQUIPMENT = Set.of("17", "67");

  static SyntheticOffice of(String number, String type, String name) {
    return new SyntheticOffice(new OfficeNumber(number), new ServiceTypeCode(type), name);
  }

  /** Whether it plans care (43, 46, AF) and gives none. */
  public boolean isSupport() {
    return SUPPORT.contains(type.value());
  }

  /** Whether it plans for people who need only prevention (46, AF). */
  public boolean isPreventionSupport() {
    return PREVENTION_SUPPORT.contains(type.value());
  }

  /** Whether it lends equipment (17, 67), whose rows have no times but a TAIS code. */
  boolean isEquipment() {
    return EQUIPMENT.contains(type.value());
  }

  /** Whether its service is exchanged and meant for whom that support office plans. */
  boolean serves(SyntheticOffice support) {
    return Standard.data()
        .serviceType(type.value())
        .filter(known -> known.exchanged())
        .map(known -> known.group().equals("介護給付") != support.isPreventionSupport())
        .orElse(false);
  }

  /** The address: no postal code of Japan begins with 000. */
  String postalCode() {
    return "000-" + number.value().substring(6);
  }

  String address() {
    return "架空県見本市﨑表町" + number.value().substring(9) + "－２－３";
  }

  String phone() {
    return "000-0000-" + number.value().substring(6);
  }
}
