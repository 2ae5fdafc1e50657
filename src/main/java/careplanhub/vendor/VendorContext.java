package careplanhub.vendor;

import careplanhub.office.Directory;
import careplanhub.office.IntakeSettings;
import careplanhub.standard.OfficeNumber;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a translation to the standard needs beside the file.
 *
 * @param office who exports
 * @param directory tells the addressees' service types
 * @param supportOffices tells who gets a user's rows
 * @param serials gives the files' serials
 * @param clock gives 作成年月日
 * @param limits how many records and findings there may be
 * @param knowledge what the office wrote down and persons confirmed
 * @param month of a file that does not say its month; null when nobody said it
 */
public record VendorContext(
    OfficeNumber office,
    Directory directory,
    SupportOfficeLookup supportOffices,
    SerialSource serials,
    Clock clock,
    IntakeSettings limits,
    OfficeKnowledge knowledge,
    @Nullable YearMonth month) {

  /** A context of an office that wrote nothing down, for files that say their month. */
  public VendorContext(
      OfficeNumber office,
      Directory directory,
      SupportOfficeLookup supportOffices,
      SerialSource serials,
      Clock clock,
      IntakeSettings limits) {
    this(office, directory, supportOffices, serials, clock, limits, OfficeKnowledge.none(), null);
  }

  /** The same with what the office wrote down. */
  public VendorContext with(OfficeKnowledge known) {
    return new VendorContext(
        office, directory, supportOffices, serials, clock, limits, known, month);
  }

  /** The same with a month for files that do not say theirs. */
  public VendorContext in(@Nullable YearMonth said) {
    return new VendorContext(
        office, directory, supportOffices, serials, clock, limits, knowledge, said);
  }
}
