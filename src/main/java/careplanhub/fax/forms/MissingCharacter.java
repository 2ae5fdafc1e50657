package careplanhub.fax.forms;

import java.util.Locale;

/**
 * A character that the forms' font has no picture of. 〓 was printed in its place, and a person has
 * to say whether the page may go out so.
 *
 * @param form where it was to be printed
 * @param place the Japanese name of the column it came from
 * @param codePoint the character's number in Unicode
 */
public record MissingCharacter(FormKind form, String place, int codePoint) {
  /** Japanese: where what is missing, and what the person does next. */
  public String message() {
    return String.format(
        Locale.ROOT,
        "%s の「%s」の文字（U+%04X）は印刷用の書体にないため「〓」と印刷しました。別の文字に直すか、手書きで補ってください。",
        form.title(),
        place,
        codePoint);
  }
}
