package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code text}: the same text on both sides, or without blanks around it, or in other widths at the
 * vendor's.
 */
final class TextForm implements Form {
  static final Form AS_IT_IS = new TextForm(false, Script.SAME, Script.SAME);

  private final boolean trim;
  private final Script letters;
  private final Script kana;

  /**
   * What the mapping says.
   *
   * @param trim whether blanks around the text are taken away when it is read
   * @param letters how the vendor writes letters, digits and signs: half or full; the standard's
   *     side has the other
   * @param kana how the vendor writes kana: half, hiragana; the standard's side has full-width
   *     katakana
   */
  record Parameters(@Nullable Boolean trim, @Nullable String letters, @Nullable String kana) {}

  private TextForm(boolean trim, Script letters, Script kana) {
    this.trim = trim;
    this.letters = letters;
    this.kana = kana;
  }

  static Form create(FormPart part) throws ConfigurationException {
    JsonNode node = part.node();
    if (node.isMissingNode() || (node.isObject() && node.isEmpty())) {
      return AS_IT_IS;
    }
    Parameters parameters = part.bind(Parameters.class);
    Script letters =
        Script.ofLetters(parameters.letters())
            .orElseThrow(() -> part.error("letters", "使えるもの: half、full"));
    Script kana =
        Script.ofKana(parameters.kana())
            .orElseThrow(() -> part.error("kana", "使えるもの: half、hiragana"));
    return new TextForm(Boolean.TRUE.equals(parameters.trim()), letters, kana);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) {
    return kana.read(letters.read(trim ? cell.strip() : cell));
  }

  @Override
  public String write(String value) {
    return letters.write(kana.write(value));
  }

  @Override
  public boolean changesWriting() {
    return trim || letters != Script.SAME || kana != Script.SAME;
  }
}
