package careplanhub.fax.forms;

import careplanhub.standard.Field;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as the forms show it: by key and in the words of the field. Public for the templates
 * only. A key that the record's layout has not, and a record that there is not, are empty.
 */
public final class FormValues {
  private final @Nullable Row row;
  private final Characters characters;

  FormValues(@Nullable Row row, Characters characters) {
    this.row = row;
    this.characters = characters;
  }

  /** The value as it was sent. */
  public String text(String key) {
    Row known = row;
    if (known == null || !known.layout().has(key)) {
      return "";
    }
    return characters.printable(known.get(key), known.layout().field(key).japaneseName());
  }

  /** A date as 令和７年４月１日 is written in figures; empty for none and for zeros. */
  public String date(String key) {
    return FormDates.date(text(key));
  }

  /** A month as 令和7年4月. */
  public String month(String key) {
    return FormDates.month(text(key));
  }

  /** A number with commas between thousands. */
  public String number(String key) {
    return FormDates.number(text(key));
  }

  /** The Japanese meaning of a code; the code itself when the table lacks it. */
  public String code(String key) {
    String value = text(key);
    Map<String, String> table = table(key);
    return table.getOrDefault(value, value);
  }

  /** Whether the value is this. */
  public boolean is(String key, String value) {
    return text(key).equals(value);
  }

  /** Whether the code's meaning holds this word, as 初回＆紹介 holds 初回. */
  public boolean means(String key, String word) {
    return code(key).contains(word);
  }

  /** Postal code and the parts of an address in one line. */
  public String address(String postalCode, String first, String second) {
    String code = text(postalCode);
    return (code.isEmpty() ? "" : "〒" + code + " ") + text(first) + text(second);
  }

  /** The meanings of a code in the order of their codes, with the one that holds. */
  public List<FormChoice> choices(String key) {
    String value = text(key);
    return table(key).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new FormChoice(e.getValue(), e.getKey().equals(value)))
        .toList();
  }

  private Map<String, String> table(String key) {
    Row known = row;
    if (known == null || !known.layout().has(key)) {
      return Map.of();
    }
    Field field = known.layout().field(key);
    String codes = field.codes();
    return codes == null ? Map.of() : Standard.data().codes(codes);
  }
}
