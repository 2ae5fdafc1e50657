package careplanhub.vendor;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the hub knows during one translation; each user's support office is asked once. */
final class HubFacts {
  private final VendorContext context;
  private final String today;
  private final Map<UserIdentity, Optional<SupportOffice>> known = new HashMap<>();

  HubFacts(VendorContext context) {
    this.context = context;
    this.today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(context.clock()));
  }

  /** YYYYMMDD. */
  String today() {
    return today;
  }

  OfficeNumber exportingOffice() {
    return context.office();
  }

  Optional<SupportOffice> supportOfficeOf(UserIdentity user) {
    return known.computeIfAbsent(user, context.supportOffices()::supportOfficeOf);
  }
}
