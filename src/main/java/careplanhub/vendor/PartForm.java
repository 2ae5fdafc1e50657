package careplanhub.vendor;

import java.util.Locale;
import java.util.function.Consumer;

/** The form of one part of a {@link JoinLens}: a code of so many digits and upper-case letters. */
record PartForm(int length) implements Form {
  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String text = HalfWidth.of(cell, tolerated).toUpperCase(Locale.ROOT);
    if (text.matches("[0-9]+") && text.length() < length) {
      tolerated.accept(Tolerated.LOST_ZEROS);
      text = "0".repeat(length - text.length()) + text;
    }
    if (!text.isEmpty() && (text.length() != length || !text.matches("[0-9A-Z]+"))) {
      throw new UnreadableException(length + " 文字のコード（数字と英大文字）ではありません。");
    }
    return text;
  }

  @Override
  public String write(String value) {
    return value;
  }
}
