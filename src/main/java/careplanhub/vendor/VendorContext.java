package careplanhub.vendor;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import java.time.Clock;

/**
 * What a translation to the standard needs beside the file.
 *
 * @param office who exports
 * @param directory tells the addressees' service types
 * @param supportOffices tells who gets a user's rows
 * @param serials gives the files' serials
 * @param clock gives 作成年月日
 * @param limits how many records and findings there may be
 */
public record VendorContext(
    OfficeNumber office,
    Directory directory,
    SupportOfficeLookup supportOffices,
    SerialSource serials,
    Clock clock,
    HubSettings.Intake limits) {}
