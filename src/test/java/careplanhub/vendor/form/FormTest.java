package careplanhub.vendor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form undoes itself. */
class FormTest {
  private static final LocalDate FIRST = LocalDate.of(1912, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2060, 12, 31);

  @ParameterizedTest
  @EnumSource
  void everyDayComesBackInEveryStyle(DateStyle style) throws UnreadableException {
    DateForm form = new DateForm(style);
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(13)) {
      String value = DateTimeFormatter.BASIC_ISO_DATE.format(day);
      assertEquals(value, form.read(form.write(value), told -> {}), style.label());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SLASHES, 2025/04/01",
    "SHORT_SLASHES, 2025/4/1",
    "DASHES, 2025-04-01",
    "COMPACT, 20250401",
    "ERA_WORD, 令和7年4月1日",
    "ERA_LETTER, R7.4.1",
    "ERA_COMPACT, R070401",
  })
  void aDateIsWrittenInTheVendorsStyle(DateStyle style, String cell) throws UnreadableException {
    assertEquals(cell, new DateForm(style).write("20250401"));
  }

  @Test
  void everyMinuteComesBackInBothStyles() throws Exception {
    for (String style : new String[] {"H:mm", "HHmm"}) {
      Form form = form("time: { style: '" + style + "' }");
      for (int minute = 0; minute < 24 * 60; minute++) {
        String value = String.format("%02d%02d", minute / 60, minute % 60);
        assertEquals(value, form.read(form.write(value), told -> {}), style);
      }
    }
  }

  @Test
  void aTimeThatIsNoneIsRefusedOnTheWayBack() throws Exception {
    Form form = form("time: { style: 'H:mm' }");
    assertThrows(UnreadableException.class, () -> form.write("9999"));
    assertThrows(UnreadableException.class, () -> form.write("2400"));
    assertEquals("", form.read("", told -> {}));
  }

  @Test
  void aTableIsReadBothWaysAndRefusesWhatItLacks() throws Exception {
    Form form = form("table: { 要介護1: '21', 要介護2: '22' }");
    assertEquals("21", form.read("要介護1", told -> {}));
    assertEquals("22", form.read(" 要介護２ ", told -> {}));
    assertEquals("要介護1", form.write("21"));
    assertEquals("", form.read("", told -> {}));
    assertEquals("", form.write(""));
    assertThrows(UnreadableException.class, () -> form.read("要介護9", told -> {}));
    assertThrows(UnreadableException.class, () -> form.write("29"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table: { a: '21', b: '21' }",
        "table: {}",
        "table: [a]",
        "number: { length: 0 }",
        "time: { style: 'mm' }",
        "date: { style: 'dd' }",
        "{ text: {}, digits: { length: 1 } }",
        "[text]",
      })
  void aFormThatCannotBeUndoneOrReadIsRefused(String yaml) {
    ConfigurationException mistake = assertThrows(ConfigurationException.class, () -> form(yaml));
    assertTrue(mistake.getMessage().matches("form.yaml [12]行目「form.*"), mistake.getMessage());
  }

  @Test
  void textStaysAsItIs() throws Exception {
    Form form = form("text");
    assertEquals(" ａ ", form.read(" ａ ", told -> {}));
    assertEquals(" ａ ", form.write(" ａ "));
  }

  private static Form form(String yaml) throws ConfigurationException {
    byte[] bytes = ("form:\n  " + yaml + "\n").getBytes(StandardCharsets.UTF_8);
    return Forms.create(new FormPart(YamlDocument.parse("form.yaml", bytes), "/form"));
  }
}
