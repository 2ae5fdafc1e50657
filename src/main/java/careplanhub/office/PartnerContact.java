package careplanhub.office;

/**
 * How people reach a partner; what is not known is empty.
 *
 * @param person whom to ask for
 * @param telephone digits and hyphens
 * @param fax digits and hyphens
 * @param mail an address
 */
public record PartnerContact(String person, String telephone, String fax, String mail) {
  /** Nothing is known. */
  static final PartnerContact NONE = new PartnerContact("", "", "", "");
}
