package careplanhub.standard;

import java.time.YearMonth;

/**
 * A CSVバージョン that the standard has had.
 *
 * @param value the six digits in each record's first column
 * @param from the first service month it is for
 * @param standard the versions of the standard that use it, such as "3, 3.1, 3.2"
 */
public record CsvVersion(String value, YearMonth from, String standard) {}
