package careplanhub.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a partner is reached by FAX. Its number is checked twice by a person before the first parcel
 * goes to it.
 *
 * @param number with area code, digits and hyphens
 * @param resultSheets whether slips bring sheets that the partner fills in by hand with what was
 *     done; true when it is not written
 */
public record FaxAccess(
    @JsonProperty(required = true) String number, @Nullable Boolean resultSheets) {
  public FaxAccess {
    SettingLimits.check("number", FaxNumber.isValid(number), FaxNumber.ADVICE);
    resultSheets = !Boolean.FALSE.equals(resultSheets);
  }

  /** The number as machines dial it: digits only. */
  public String digits() {
    return FaxNumber.digits(number);
  }

  /** Whether result sheets go with slips. */
  public boolean withResultSheets() {
    return Boolean.TRUE.equals(resultSheets);
  }
}
