package careplanhub.vendor.form;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.YamlDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form reads, writes, tolerates and refuses what {@code vendor/forms.yaml} says. */
class FormExamplesTest {
  private static final Path EXAMPLES = Path.of("src", "test", "resources", "vendor", "forms.yaml");

  /** What one form does. */
  record Examples(String form, JsonNode says) {
    List<JsonNode> cases(String kind) {
      return StreamSupport.stream(says.path(kind).spliterator(), false).toList();
    }

    @Override
    public String toString() {
      return form;
    }
  }

  static Stream<Examples> examples() throws IOException {
    JsonNode all = new ObjectMapper(new YAMLFactory()).readTree(EXAMPLES.toFile());
    return StreamSupport.stream(all.spliterator(), false)
        .map(says -> new Examples(says.get("form").asText(), says));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aFormDoesWhatItsExamplesSay(Examples examples) throws Exception {
    byte[] yaml = ("form: { " + examples.form() + " }").getBytes(StandardCharsets.UTF_8);
    Form form =
        examples.form().equals("text")
            ? Forms.text()
            : Forms.create(new FormPart(YamlDocument.parse("form", yaml), "/form"));
    List<Executable> checks = new ArrayList<>();
    checks.add(
        () -> assertEquals(examples.says().path("rewrites").asBoolean(), form.changesWriting()));
    examples.cases("reads").forEach(one -> checks.add(() -> reads(form, one)));
    examples.cases("unreadable").forEach(one -> checks.add(() -> refuses(form, one)));
    examples.cases("writes").forEach(one -> checks.add(() -> writes(form, one)));
    examples.cases("unwritable").forEach(one -> checks.add(() -> cannotWrite(form, one)));
    assertTrue(checks.size() > 1, "no example");
    assertAll(examples.form(), checks);
  }

  private static void reads(Form form, JsonNode one) throws UnreadableException {
    List<String> told = new ArrayList<>();
    String value = form.read(one.get(0).asText(), tolerated -> told.add(tolerated.name()));
    assertEquals(one.get(1).asText(), value, one::toString);
    assertEquals(texts(one), told, one::toString);
  }

  private static void refuses(Form form, JsonNode one) {
    UnreadableException refusal =
        assertThrows(
            UnreadableException.class,
            () -> form.read(one.get(0).asText(), tolerated -> {}),
            one::toString);
    assertTrue(refusal.advice().contains(one.get(1).asText()), one + " " + refusal.advice());
  }

  private static void writes(Form form, JsonNode one) throws UnreadableException {
    assertEquals(one.get(1).asText(), form.write(one.get(0).asText()), one::toString);
  }

  private static void cannotWrite(Form form, JsonNode one) {
    UnreadableException refusal =
        assertThrows(
            UnreadableException.class, () -> form.write(one.get(0).asText()), one::toString);
    assertTrue(refusal.advice().contains(one.get(1).asText()), one + " " + refusal.advice());
  }

  private static List<String> texts(JsonNode one) {
    List<String> texts = new ArrayList<>();
    for (int i = 2; i < one.size(); i++) {
      texts.add(one.get(i).asText());
    }
    return texts;
  }
}
