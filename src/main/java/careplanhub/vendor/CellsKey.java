package careplanhub.vendor;

/**
 * Some of the texts of an array, compared with those at the same places of another: by it a map
 * finds the record of a row without a list for each row. Immutable as long as the array is.
 */
public final class CellsKey {
  private final String[] cells;
  private final int[] places;
  private final int hash;

  /** A key over an array that does not change at these places while the key is used. */
  public CellsKey(String[] cells, int[] places) {
    this.cells = cells;
    this.places = places;
    int sum = 0;
    for (int place : places) {
      sum = 31 * sum + cells[place].hashCode();
    }
    this.hash = sum;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CellsKey key) || key.hash != hash) {
      return false;
    }
    for (int place : places) {
      if (!cells[place].equals(key.cells[place])) {
        return false;
      }
    }
    return true;
  }
}
