package careplanhub.vendor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping says wrongly of a form is refused at its place, and a bound is in it. */
class WrongFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{ number: { length: 0 } }' | form.number.length | 18",
        "'{ number: { length: 19 } }' | form.number.length | 18",
        "'{ number: { length: 3, fill: 0 } }' | form.number.fill | 18",
        "'{ number: { length: 3, fill: 19 } }' | form.number.fill | 18",
        "'{ number: { length: 3, fill: 3, commas: true } }' | form.number.fill | commas",
        "'{ digits: { length: 0 } }' | form.digits.length | 40",
        "'{ digits: { length: 41 } }' | form.digits.length | 40",
        "'{ code: { shape: \"\" } }' | form.code.shape | 英大文字",
        "'{ code: { shape: 9-- } }' | form.code.shape | 英大文字",
        "'{ code: { shape: 9-A } }' | form.code.shape | 英大文字",
        "'{ code: { shape: X9999999999999999999999999999999999999999 } }' | form.code.shape | 英大文字",
        "'{ day: { style: D } }' | form.day.style | d日",
        "'{ date: { style: D } }' | form.date.style | yyyy/M/d、yyyy-MM-dd",
        "'{ month: { style: M } }' | form.month.style | yyyy/M、yyyy-MM",
        "'{ time: { style: M } }' | form.time.style | H:mm、HH:mm",
        "'{ mark: { written: \" \" } }' | form.mark.written | ○",
        "'{ text: { letters: wide } }' | form.text.letters | full",
        "'{ text: { kana: full } }' | form.text.kana | hiragana",
        "'{ table: {} }' | form.table | 1 つ以上",
        "'{ table: { a: [x] } }' | form.table.a | 文字を",
        "'{ table: [a] }' | form.table | 並び",
        "'{ table: { a: \"1\", b: \"1\" } }' | form.table.b | 2 つの語",
        "'{ tables: { a: b } }' | form | table",
        "'{ text: {}, table: {} }' | form | 1 つだけ",
        "'[]' | form | 1 つだけ",
      })
  void isRefusedAtItsPlace(String yaml, String place, String word) {
    ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> made(yaml));
    assertEquals(place, refusal.field());
    assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ number: { length: 1 } }",
        "{ number: { length: 18, fill: 18 } }",
        "{ number: { length: 3, fill: 1, commas: false } }",
        "{ code: { shape: X999999999999999999999999999999999999999 } }",
      })
  void theBoundsThemselvesAreRight(String yaml) throws Exception {
    assertEquals("1", made(yaml.contains("code") ? "text" : yaml).read("1", told -> {}));
    assertFalse(made(yaml).changesWriting());
  }

  @Test
  void codeInJavaNamesFormsAsAMappingDoes() throws Exception {
    assertEquals("05", Forms.of("day: { style: d }").read("5", told -> {}));
    assertThrows(IllegalArgumentException.class, () -> Forms.of("days: { style: d }"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "0, true",
    "000, true",
    "0.0, true",
    "０, true",
    "' 0 ', true",
    "., false",
    "0., false",
    ".0, true",
    "0.0.0, false",
    "1, false",
    "0.1, false",
    "x, false",
  })
  void zeroIsWrittenInManyWays(String text, boolean zero) {
    assertEquals(zero, HalfWidth.isZero(text));
  }

  private static Form made(String yaml) throws ConfigurationException {
    byte[] bytes = ("form: " + yaml + "\n").getBytes(StandardCharsets.UTF_8);
    return Forms.create(new FormPart(YamlDocument.parse("form.yaml", bytes), "/form"));
  }
}
