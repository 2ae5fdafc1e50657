package careplanhub.vendor;

/** Places of columns as people write them: 1, 2, 3 … or A, B … Z, AA … as in a spreadsheet. */
final class ColumnLetters {
  private static final int LETTERS = 26;
  private static final int LONGEST = 4;

  private ColumnLetters() {}

  /** The place, 0 for the first; -1 when the text is no place. */
  static int place(String text) {
    String plain = text.strip();
    if (plain.matches("[0-9]{1," + LONGEST + "}")) {
      return Integer.parseInt(plain) - 1;
    }
    if (!plain.matches("[A-Za-z]{1," + (LONGEST - 1) + "}")) {
      return -1;
    }
    int place = 0;
    for (int i = 0; i < plain.length(); i++) {
      place = place * LETTERS + Character.toUpperCase(plain.charAt(i)) - 'A' + 1;
    }
    return place - 1;
  }
}
