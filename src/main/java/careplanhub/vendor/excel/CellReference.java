package careplanhub.vendor.excel;

import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * The column of a cell's reference such as AB12, taken from the signs as they were read: a text for
 * each cell would cost as much again. One object for all cells. For one thread.
 */
final class CellReference extends TypedValueDecoder {
  private int column;

  /** The column of the reference read last, 0 for A; -1 when it names none. */
  int column() {
    return column;
  }

  @Override
  public void decode(char[] signs, int start, int end) {
    int letters = 0;
    for (int at = start; at < end && at < start + SheetText.MOST_COLUMN_LETTERS; at++) {
      int letter = signs[at] - 'A';
      if (letter < 0 || letter >= SheetText.LETTERS) {
        break;
      }
      letters = letters * SheetText.LETTERS + letter + 1;
    }
    column = letters - 1;
  }

  @Override
  public void decode(String reference) {
    decode(reference.toCharArray(), 0, reference.length());
  }

  @Override
  public void handleEmptyValue() {
    column = -1;
  }
}
