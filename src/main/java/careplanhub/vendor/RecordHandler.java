package careplanhub.vendor;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The record at hand of a vendor's file, as FastCSV splits it. It makes texts of wanted cells only,
 * and one text for cells that repeat. One object for a whole file, for one thread.
 */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler> {
  private static final int NONE = -1;

  private String[] cells = new String[64];
  private CellTexts[] texts = new CellTexts[64];
  private boolean[] wanted = {};
  private boolean wantsAll = true;
  private long line;
  private int count;
  private int lastFilled;
  private boolean blank;
  private int undecodable;

  /** From now on texts are made of the cells at these places only. */
  void want(int[] places) {
    wantsAll = false;
    wanted = new boolean[Arrays.stream(places).max().orElse(NONE) + 1];
    Arrays.stream(places).filter(place -> place >= 0).forEach(place -> wanted[place] = true);
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    lastFilled = NONE;
    blank = true;
    undecodable = NONE;
  }

  @Override
  protected void handleField(int place, char[] characters, int offset, int length, boolean quoted) {
    count = place + 1;
    if (place >= cells.length) {
      cells = Arrays.copyOf(cells, 2 * place);
      texts = Arrays.copyOf(texts, 2 * place);
    }
    if (length == 0) {
      cells[place] = "";
      return;
    }
    lastFilled = place;
    int hash = 0;
    boolean filled = false;
    for (int i = offset; i < offset + length; i++) {
      char character = characters[i];
      hash = 31 * hash + character;
      filled |= character > ' ' && character != '\u3000';
      if (character == VendorText.UNDECODABLE && undecodable == NONE) {
        undecodable = place;
      }
    }
    blank &= !filled;
    if (wantsAll || (place < wanted.length && wanted[place])) {
      if (texts[place] == null) {
        texts[place] = new CellTexts();
      }
      cells[place] = texts[place].of(characters, offset, length, hash);
    }
  }

  @Override
  protected RecordHandler buildRecord() {
    return this;
  }

  /**
   * The cell at a place, 0 for the first; empty behind the last. Unknown where it is not wanted.
   */
  String cell(int place) {
    return place < count ? cells[place] : "";
  }

  /** All cells. */
  List<String> cells() {
    return new ArrayList<>(Arrays.asList(cells).subList(0, count));
  }

  /** The physical line where it begins, from 1. */
  long line() {
    return line;
  }

  int count() {
    return count;
  }

  /** How many cells there are up to the last that is not empty. */
  int filledCount() {
    return lastFilled + 1;
  }

  /** Whether there is nothing but blanks. */
  boolean isBlank() {
    return blank;
  }

  /** The place of the first cell with bytes that are no character; -1 when there is none. */
  int undecodable() {
    return undecodable;
  }
}
