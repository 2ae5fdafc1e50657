package careplanhub.vendor;

import java.util.function.Consumer;

/** {@code text}: the same text on both sides. */
record TextForm() implements Form {
  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) {
    return cell;
  }

  @Override
  public String write(String value) {
    return value;
  }
}
