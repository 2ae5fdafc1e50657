package careplanhub.fax.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the texts of one form printable, and remembers what could not be. For one thread. */
final class Characters {
  private static final int STAND_IN = '〓';

  private final FormFont font = FormFont.shipped();
  private final FormKind form;
  private final int most;
  private final Set<MissingCharacter> missing = new LinkedHashSet<>();
  private int count;

  Characters(FormKind form, int most) {
    this.form = form;
    this.most = most;
  }

  /** The text with line ends as LF and 〓 where the font has nothing. */
  String printable(String text, String place) {
    count += text.length();
    StringBuilder result = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\t', ' ')
        .codePoints()
        .forEach(c -> result.appendCodePoint(c == '\n' ? c : printable(c, place)));
    return result.toString();
  }

  private int printable(int codePoint, String place) {
    if (font.has(codePoint) && !Character.isISOControl(codePoint)) {
      return codePoint;
    }
    missing.add(new MissingCharacter(form, place, codePoint));
    return STAND_IN;
  }

  List<MissingCharacter> missing() {
    return new ArrayList<>(missing);
  }

  /** Refuses a form of more characters than the settings allow. */
  void checkLength() throws FormException {
    if (count > most) {
      throw FormException.tooLong(form);
    }
  }
}
