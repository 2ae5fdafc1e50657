package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.FileName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template's places are filled by the name of the standard's file. */
class TemplateTest {
  private static final String RESULT =
      "UPJSK_202504_9970000002_11_9980000001_43_20250501120000.CSV";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "{kind} | UPJSK",
        "a{month}b | a202504b",
        "{month}{kind} | 202504UPJSK",
        "{month:令和y年M月}分 | 令和7年4月分",
        "{from}_{fromType}_{to}_{toType}_{serial} | 9970000002_11_9980000001_43_20250501120000",
        "u{user} | u42",
      })
  void placesAreFilled(String text, String filled) throws Exception {
    assertEquals(filled, Template.parse(text).orElseThrow().fill(FileName.parse(RESULT), "42"));
  }

  @Test
  void aFileOfNoOneUserHasNoUsersNumber() throws Exception {
    assertEquals("-", Template.parse("{user}-").orElseThrow().fill(FileName.parse(RESULT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "a{kind", "a}b", "}{kind}", "{other}", "{month:x}", "{}", "{kind}{"})
  void anUnknownPlaceOrAnOpenBraceIsRefused(String text) {
    assertEquals(Optional.empty(), Template.parse(text));
  }

  @Test
  void placesAreKnownInWhicheverStyle() {
    Template template = Template.parse("集計{month:令和y年M月}{from}表").orElseThrow();
    assertTrue(template.has("month"));
    assertTrue(template.has("from"));
    assertFalse(template.has("fromType"));
    assertFalse(template.has("to"));
    assertEquals("集計表", template.literals());
    assertEquals(4, template.parts().size());
  }
}
