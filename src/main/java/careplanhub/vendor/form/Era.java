package careplanhub.vendor.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Arrays;
import java.util.Optional;

/** The eras that dates of care records fall into. */
enum Era {
  MEIJI("明治", "M", JapaneseEra.MEIJI, 1868),
  TAISHO("大正", "T", JapaneseEra.TAISHO, 1912),
  SHOWA("昭和", "S", JapaneseEra.SHOWA, 1926),
  HEISEI("平成", "H", JapaneseEra.HEISEI, 1989),
  REIWA("令和", "R", JapaneseEra.REIWA, 2019);

  /** The first whole year that Java's Japanese calendar knows. */
  private static final int FIRST_YEAR = 1873;

  private static final int LAST_YEAR = 2199;

  private final String word;
  private final String letter;
  private final JapaneseEra era;
  private final int firstYear;

  Era(String word, String letter, JapaneseEra era, int firstYear) {
    this.word = word;
    this.letter = letter;
    this.era = era;
    this.firstYear = firstYear;
  }

  /** Whether a date may be of this western year. */
  static boolean isPlausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The era of its word, its first character or its letter. */
  static Optional<Era> of(String name) {
    return Arrays.stream(values())
        .filter(
            era ->
                era.word.equals(name)
                    || era.word.substring(0, 1).equals(name)
                    || era.letter.equalsIgnoreCase(name))
        .findFirst();
  }

  /** The era of a date. */
  static Era of(LocalDate date) {
    JapaneseEra wanted = JapaneseDate.from(date).getEra();
    return Arrays.stream(values()).filter(era -> era.era.equals(wanted)).findFirst().orElse(REIWA);
  }

  /** The western year of its first. */
  int firstYear() {
    return firstYear;
  }

  String letter() {
    return letter;
  }

  /**
   * The date in this era.
   *
   * @throws DateTimeException when there is no such day, or it lies outside the era
   */
  LocalDate date(int year, int month, int day) {
    return LocalDate.from(JapaneseDate.of(era, year, month, day));
  }
}
