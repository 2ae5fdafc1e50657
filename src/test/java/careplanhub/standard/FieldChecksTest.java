package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cases of {@code field-values.yaml}. */
class FieldChecksTest {
  @Test
  void aValueIsToldAsTheCasesSay() throws IOException {
    Examples.assertEach(Examples.of("field-values.yaml"), FieldChecksTest::assertChecked);
  }

  private static void assertChecked(JsonNode example) {
    String says = example.get("says").asText();
    Layout layout =
        Standard.data().layout(StandardVersion.V4_1, example.get("kind").asText()).orElseThrow();
    Field field = layout.field(example.get("field").asText());
    FieldCheck check = FieldChecks.of(layout, field);
    for (JsonNode right : example.get("right")) {
      assertNull(check == null ? null : check.check(right.asText()), says);
    }
    example
        .path("wrong")
        .properties()
        .forEach(
            wrong -> assertEquals(wrong.getValue().asText(), code(check, wrong.getKey()), says));
    FindingCode empty = FieldChecks.whenEmpty(field);
    assertEquals(example.path("empty").asText(""), empty == null ? "" : empty.code(), says);
  }

  private static String code(@Nullable FieldCheck check, String value) {
    FindingCode found = check == null ? null : check.check(value);
    return found == null ? "" : found.code();
  }
}
