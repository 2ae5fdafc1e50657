package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.FormPart;
import careplanhub.vendor.form.Forms;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/lenses.md} has every lens and form with every parameter, made from the code and
 * {@code /vendor/language.yaml}; each example of a form is tried. Run with {@code
 * -Dcareplanhub.writeDocs=true} to write the page anew.
 */
class LanguagePageTest {
  private static final Path PAGE = Path.of("docs", "lenses.md");
  private static final YamlDocument TEXTS = texts();

  @Test
  void everyLensFormAndParameterIsDescribedAndNoOther() {
    assertEquals(new HashSet<>(Lenses.names()), keys("/lenses"));
    assertEquals(Set.copyOf(Forms.names()), keys("/forms"));
    for (String lens : Lenses.names()) {
      assertEquals(
          parameters(Lenses.parametersOf(lens)).keySet(), keys("/lenses/" + lens + "/parameters"));
    }
    for (String form : Forms.names()) {
      assertEquals(
          Forms.parametersOf(form).map(type -> parameters(type).keySet()).orElse(Set.of()),
          keys("/forms/" + form + "/parameters"));
    }
  }

  @Test
  void everyExampleOfAFormIsTrue() throws Exception {
    for (String name : Forms.names()) {
      JsonNode node = at("/forms/" + name);
      byte[] yaml =
          ("form: { " + node.get("example").asText() + " }").getBytes(StandardCharsets.UTF_8);
      Form form = Forms.create(new FormPart(YamlDocument.parse("example", yaml), "/form"));
      assertTrue(node.get("reads").size() > 0 && node.get("writes").size() > 0, name);
      for (JsonNode pair : node.get("reads")) {
        assertEquals(pair.get(1).asText(), form.read(pair.get(0).asText(), told -> {}), name);
      }
      for (JsonNode pair : node.get("writes")) {
        assertEquals(pair.get(1).asText(), form.write(pair.get(0).asText()), name);
      }
    }
  }

  @Test
  void thePageIsMadeOfTheCode() throws Exception {
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.writeString(PAGE, page());
    }
    assertEquals(page(), Files.readString(PAGE).replace("\r\n", "\n"));
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Lenses and forms / レンズと書き方

            Made from the code: `LanguagePageTest` keeps it equal. The list is closed; [adapters.md](adapters.md)
            says how an adapter's file is put together. Beside a lens's name, `kinds: [UPJSK]` restricts it to
            some of the files of the standard.

            プログラムから作ったページで、`LanguagePageTest` が同じに保つ。使えるものはここにあるだけで、アダプタの
            ファイルの書き方は [adapters.ja.md](adapters.ja.md) にある。レンズの名前の隣に `kinds: [UPJSK]` と書くと、
            標準仕様の一部のファイルだけのレンズになる。○ は省けない引数。 ○: must be given.

            """);
    page.append("## Lenses / レンズ\n\n");
    Lenses.names().forEach(lens -> lens(page, lens));
    page.append("## Forms / 値の書き方\n\n");
    at("/forms").fieldNames().forEachRemaining(form -> form(page, form));
    return page.toString().stripTrailing() + "\n";
  }

  private static void lens(StringBuilder page, String name) {
    String place = "/lenses/" + name;
    heading(page, place, name);
    page.append("| | 日本語 | English |\n|---|---|---|\n");
    row(page, "標準へ / to the standard", at(place + "/toStandard"));
    row(page, "標準から / from the standard", at(place + "/fromStandard"));
    row(page, "失われるもの / loss", at(place + "/loss"));
    parameterRows(page, place, parameters(Lenses.parametersOf(name)));
    page.append("\n```yaml\n- ").append(at(place + "/example").asText()).append("\n```\n\n");
  }

  private static void form(StringBuilder page, String name) {
    String place = "/forms/" + name;
    heading(page, place, name);
    page.append("| | 日本語 | English |\n|---|---|---|\n");
    row(page, "失われるもの / loss", at(place + "/loss"));
    parameterRows(
        page, place, Forms.parametersOf(name).map(LanguagePageTest::parameters).orElse(Map.of()));
    page.append("\n```yaml\nform: { ")
        .append(at(place + "/example").asText())
        .append(" }\n```\n\n");
    page.append("読む / read: ").append(pairs(at(place + "/reads"))).append("  \n");
    page.append("書く / written: ").append(pairs(at(place + "/writes"))).append("\n\n");
  }

  private static void heading(StringBuilder page, String place, String name) {
    JsonNode title = at(place + "/title");
    page.append("### `").append(name).append("`\n\n");
    page.append(title.get("ja").asText()).append(" — ").append(title.get("en").asText());
    page.append("\n\n");
  }

  private static void parameterRows(
      StringBuilder page, String place, Map<String, Boolean> parameters) {
    at(place + "/parameters")
        .properties()
        .forEach(
            entry ->
                row(
                    page,
                    "`"
                        + entry.getKey()
                        + "`"
                        + (Boolean.TRUE.equals(parameters.get(entry.getKey())) ? " ○" : ""),
                    entry.getValue()));
  }

  private static void row(StringBuilder page, String name, JsonNode texts) {
    page.append("| ").append(name).append(" | ").append(texts.get("ja").asText());
    page.append(" | ").append(texts.get("en").asText()).append(" |\n");
  }

  private static String pairs(JsonNode pairs) {
    List<String> texts = new ArrayList<>();
    for (JsonNode pair : pairs) {
      texts.add(quoted(pair.get(0).asText()) + " → " + quoted(pair.get(1).asText()));
    }
    return String.join(", ", texts);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "(空)" : "`" + text + "`";
  }

  /** Each parameter by its name in a mapping, and whether it must be there. */
  private static Map<String, Boolean> parameters(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .collect(Collectors.toMap(LanguagePageTest::name, LanguagePageTest::isRequired));
  }

  private static String name(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? component.getName() : property.value();
  }

  private static boolean isRequired(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static Set<String> keys(String place) {
    Set<String> keys = new HashSet<>();
    at(place).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode at(String place) {
    return TEXTS.tree().at(place);
  }

  private static YamlDocument texts() {
    try (InputStream stream =
        Objects.requireNonNull(
            LanguagePageTest.class.getResourceAsStream("/vendor/language.yaml"))) {
      return YamlDocument.parse("language.yaml", stream.readAllBytes());
    } catch (IOException | ConfigurationException e) {
      throw new AssertionError(e);
    }
  }
}
