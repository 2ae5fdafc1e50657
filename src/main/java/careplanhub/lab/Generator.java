package careplanhub.lab;

import careplanhub.standard.StandardVersion;
import java.time.YearMonth;
import java.util.List;

/**
 * The one generator of synthetic data. The same seed, users, month and offices give the same bytes;
 * no clock is read. Immutable, safe for every thread.
 */
public final class Generator {
  /**
   * The first month of slips in V4.1: it is in force for services from 2025-04, and the results are
   * of the month before.
   */
  public static final YearMonth FIRST_MONTH = YearMonth.of(2025, 5);

  private static final YearMonth FIRST_OF_3_2 = YearMonth.of(2023, 2);
  private static final YearMonth LAST_OF_3_2 = YearMonth.of(2025, 3);

  private final long seed;

  private Generator(long seed) {
    this.seed = seed;
  }

  public static Generator of(long seed) {
    return new Generator(seed);
  }

  /**
   * The month end before a month, in V4.1.
   *
   * @param users how many, at least 1
   * @param month that of the slips, from 2025-05 on
   * @throws IllegalArgumentException when a number or the month is out of its bounds, or no service
   *     office suits any support office
   */
  public SyntheticMonth month(
      int users, YearMonth month, List<SyntheticOffice> supports, List<SyntheticOffice> services) {
    if (month.isBefore(FIRST_MONTH)) {
      throw new IllegalArgumentException("Slips of V4.1 begin with " + FIRST_MONTH);
    }
    return month(StandardVersion.V4_1, users, month, supports, services);
  }

  /**
   * The month end before a month, in V3.2, which has no files of prevention and no sheet 3.
   *
   * @param users how many, at least 1
   * @param month that of the slips, from 2023-02 to 2025-03
   * @throws IllegalArgumentException as {@link #month}
   */
  public SyntheticMonth earlierMonth(
      int users, YearMonth month, List<SyntheticOffice> supports, List<SyntheticOffice> services) {
    if (month.isBefore(FIRST_OF_3_2) || month.isAfter(LAST_OF_3_2)) {
      throw new IllegalArgumentException(
          "Slips of V3.2 are of " + FIRST_OF_3_2 + " to " + LAST_OF_3_2);
    }
    return month(StandardVersion.V3_2, users, month, supports, services);
  }

  private SyntheticMonth month(
      StandardVersion version,
      int users,
      YearMonth month,
      List<SyntheticOffice> supports,
      List<SyntheticOffice> services) {
    if (users < 1) {
      throw new IllegalArgumentException("A month needs a user");
    }
    Population population = new Population(seed, month, supports, services);
    return new SyntheticMonth(version, month, population.users(users), supports, services);
  }
}
