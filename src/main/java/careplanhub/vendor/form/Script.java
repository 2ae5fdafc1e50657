package careplanhub.vendor.form;

import com.ibm.icu.text.Transliterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a vendor writes letters or kana that the standard's side has in another way. */
final class Script {
  static final Script SAME = new Script(null, null);
  static final Script LETTERS_HALF =
      new Script("[!-~ ] Halfwidth-Fullwidth", "[\uFF01-\uFF5E\u3000] Fullwidth-Halfwidth");
  static final Script LETTERS_FULL =
      new Script("[\uFF01-\uFF5E\u3000] Fullwidth-Halfwidth", "[!-~ ] Halfwidth-Fullwidth");
  private static final Script KANA_HALF =
      new Script(
          "[\uFF61-\uFF9F] Halfwidth-Fullwidth", "[[:Katakana:]ー・「」、。゛゜] Fullwidth-Halfwidth");
  private static final Script KANA_HIRAGANA =
      new Script("[:Hiragana:] Hiragana-Katakana", "[:Katakana:] Katakana-Hiragana");

  private final @Nullable Transliterator reading;
  private final @Nullable Transliterator writing;

  private Script(@Nullable String reading, @Nullable String writing) {
    this.reading = reading == null ? null : Transliterator.getInstance(reading);
    this.writing = writing == null ? null : Transliterator.getInstance(writing);
  }

  static Optional<Script> ofLetters(@Nullable String name) {
    return name == null
        ? Optional.of(SAME)
        : switch (name) {
          case "half" -> Optional.of(LETTERS_HALF);
          case "full" -> Optional.of(LETTERS_FULL);
          default -> Optional.empty();
        };
  }

  static Optional<Script> ofKana(@Nullable String name) {
    return name == null
        ? Optional.of(SAME)
        : switch (name) {
          case "half" -> Optional.of(KANA_HALF);
          case "hiragana" -> Optional.of(KANA_HIRAGANA);
          default -> Optional.empty();
        };
  }

  String read(String text) {
    return reading == null ? text : changed(reading, text);
  }

  String write(String text) {
    return writing == null ? text : changed(writing, text);
  }

  private String changed(Transliterator transliterator, String text) {
    synchronized (transliterator) {
      return transliterator.transliterate(text);
    }
  }
}
