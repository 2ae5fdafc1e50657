package careplanhub.vendor;

import careplanhub.office.SupportOfficeTable;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.util.Optional;

/** Answers who plans a user's care. */
@FunctionalInterface
public interface SupportOfficeLookup {
  /** The user's support office; empty when this source does not know. */
  Optional<SupportOffice> supportOfficeOf(UserIdentity user);

  /** Asks the other where this one does not know. */
  default SupportOfficeLookup orElse(SupportOfficeLookup other) {
    return user -> supportOfficeOf(user).or(() -> other.supportOfficeOf(user));
  }

  /** One office for every user, as a person said it. */
  static SupportOfficeLookup always(OfficeNumber office) {
    return user -> Optional.of(new SupportOffice(office, ""));
  }

  /** What the exporting office wrote down. */
  static SupportOfficeLookup from(SupportOfficeTable table) {
    return user -> table.supportOfficeOf(user).map(number -> new SupportOffice(number, ""));
  }

  /** Knows nobody. */
  static SupportOfficeLookup none() {
    return user -> Optional.empty();
  }
}
