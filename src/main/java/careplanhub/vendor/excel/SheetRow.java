package careplanhub.vendor.excel;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A row of a sheet that is read. One object for all rows: the next takes the place of the last. For
 * one thread.
 */
final class SheetRow {
  /** As many columns as a sheet may have. */
  static final int MOST_COLUMNS = 16_384;

  private static final int MOST_DIGITS = 400;

  private String[] texts = new String[128];
  private Kind[] kinds = new Kind[128];

  /** The counts of the rows to which the cells belong: a row need not be emptied for the next. */
  private int[] owners = new int[128];

  private int owner;
  private int width;
  private int line;

  /** What a cell holds. */
  enum Kind {
    NOTHING,
    TEXT,
    NUMBER,
    /** Worked out by the spreadsheet; what it says then is nobody's entry. */
    FORMULA,
    /** Neither a text nor a number, such as an error. */
    OTHER
  }

  /**
   * Begins the next row.
   *
   * @param number from 1
   */
  void begin(int number) {
    line = number;
    width = 0;
    owner++;
  }

  /**
   * Takes a cell.
   *
   * @param place 0 for the first column
   * @param text as it stands in the file
   * @throws NumberFormatException when a number is none
   */
  void take(int place, Kind kind, String text) {
    while (place >= texts.length) {
      texts = Arrays.copyOf(texts, 2 * texts.length);
      kinds = Arrays.copyOf(kinds, 2 * kinds.length);
      owners = Arrays.copyOf(owners, 2 * owners.length);
    }
    width = Math.max(width, place + 1);
    owners[place] = owner;
    kinds[place] = kind;
    texts[place] = text;
    if (kind == Kind.NUMBER && !isDigit(text)) {
      String plain = text.length() < MOST_DIGITS ? plain(new BigDecimal(text)) : "";
      kinds[place] = plain.isEmpty() ? Kind.OTHER : Kind.NUMBER;
      texts[place] = plain;
    }
  }

  /** As most numbers are: nothing has to be made of them. */
  private static boolean isDigit(String text) {
    return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  /** Empty for what no spreadsheet writes, as its digits could fill the memory. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) < MOST_DIGITS
        ? number.stripTrailingZeros().toPlainString()
        : "";
  }

  /** The row's number in the sheet, from 1. */
  int line() {
    return line;
  }

  /** How many columns there are up to the last that holds something. */
  int width() {
    return width;
  }

  /**
   * A text as it is, a number without a fraction of zeros; empty where there is nothing.
   *
   * @param place 0 for the first column; none where it is less
   */
  String text(int place) {
    return holds(place) ? texts[place] : "";
  }

  Kind kind(int place) {
    return holds(place) ? kinds[place] : Kind.NOTHING;
  }

  private boolean holds(int place) {
    return place >= 0 && place < width && owners[place] == owner;
  }
}
