package careplanhub.office;

import org.jspecify.annotations.Nullable;

/**
 * How an office of ours is reached by FAX and telephone, as its cover sheets say; what is not
 * written is empty.
 *
 * @param number to which filled in sheets come back
 * @param telephone for questions, and for who got a sheet by mistake
 * @param inbox the folder into which its FAX machine puts what came, from the hub's folder on;
 *     empty when it has none of its own
 */
public record OfficeFax(
    @Nullable String number, @Nullable String telephone, @Nullable String inbox) {
  /** Nothing is written. */
  static final OfficeFax NONE = new OfficeFax(null, null, null);

  public OfficeFax {
    number = text(number);
    telephone = text(telephone);
    inbox = text(inbox);
    SettingLimits.check("number", isTelephone(number), FaxNumber.ADVICE);
    SettingLimits.check("telephone", isTelephone(telephone), FaxNumber.ADVICE);
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written;
  }

  private static boolean isTelephone(String written) {
    return written.isEmpty() || FaxNumber.isValid(written);
  }

  /** The number, empty when none is written. */
  public String numberText() {
    return text(number);
  }

  /** The telephone's number, empty when none is written. */
  public String telephoneText() {
    return text(telephone);
  }

  /** The folder, empty when it has none of its own. */
  public String inboxText() {
    return text(inbox);
  }
}
