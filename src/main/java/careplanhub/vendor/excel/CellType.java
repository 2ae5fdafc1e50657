package careplanhub.vendor.excel;

import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * What a cell says of its kind (ECMA-376, part 1, 18.18.11), taken from the signs as they were
 * read: nearly all cells say the same. One object for all cells. For one thread.
 */
final class CellType extends TypedValueDecoder {
  static final String SHARED = "s";
  static final String NUMBER = "n";

  private String name = NUMBER;

  /** What was read last; a number where nothing was said. */
  String name() {
    return name;
  }

  @Override
  public void decode(char[] signs, int start, int end) {
    boolean shared = end - start == 1 && signs[start] == 's';
    name = shared ? SHARED : new String(signs, start, end - start);
  }

  @Override
  public void decode(String said) {
    name = said;
  }

  @Override
  public void handleEmptyValue() {
    name = NUMBER;
  }
}
