package careplanhub.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI description, read as far as the relay's uses it: which calls, and what shapes. */
final class ApiDescription {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode root;

  private ApiDescription(JsonNode root) {
    this.root = root;
  }

  static ApiDescription read(Path file) throws IOException {
    return new ApiDescription(new YAMLMapper().readTree(file.toFile()));
  }

  /** Every call as "POST /v1/…". */
  Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return calls;
  }

  Set<String> errorCodes() {
    Set<String> codes = new HashSet<>();
    resolve("#/components/schemas/Failure")
        .get("properties")
        .get("errorCode")
        .get("enum")
        .forEach(code -> codes.add(code.asText()));
    return codes;
  }

  /** Whether some call's answer is described with this code. */
  boolean isMentionedByACall(String code) {
    return root.get("paths").findValues("responses").stream()
        .anyMatch(answers -> answers.get("200").get("description").asText().contains(code));
  }

  /** What is wrong with an answer of the call; empty when nothing is. */
  String wrongInAnswer(String operation, JsonNode answer) {
    JsonNode either = schemaOf(operation(operation).get("responses").get("200")).get("oneOf");
    return wrong(either.get(answer.has("errorCode") ? 1 : 0), answer, operation);
  }

  /** Fails when a request of the call is not as described. */
  void checkRequest(String operation, JsonNode request) {
    assertEquals("", wrong(schemaOf(operation(operation).get("requestBody")), request, operation));
  }

  private JsonNode operation(String id) {
    for (JsonNode path : root.get("paths")) {
      for (JsonNode call : path) {
        if (call.path("operationId").asText().equals(id)) {
          return call;
        }
      }
    }
    throw new IllegalArgumentException("No call has the id " + id);
  }

  private static JsonNode schemaOf(JsonNode content) {
    return content.get("content").get("application/json").get("schema");
  }

  private String wrong(JsonNode described, JsonNode value, String place) {
    JsonNode schema = described.has("$ref") ? resolve(described.get("$ref").asText()) : described;
    List<String> wrong = new ArrayList<>();
    switch (schema.get("type").asText()) {
      case "object" -> wrong.addAll(wrongInObject(schema, value, place));
      case "array" -> {
        for (JsonNode item : value) {
          wrong.add(wrong(schema.get("items"), item, place + "[]"));
        }
      }
      case "integer" -> wrong.add(value.isIntegralNumber() ? "" : place + " is no integer. ");
      default -> wrong.add(wrongInText(schema, value, place));
    }
    return String.join("", wrong);
  }

  private List<String> wrongInObject(JsonNode schema, JsonNode value, String place) {
    List<String> wrong = new ArrayList<>();
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                wrong.add(place + " lacks " + name.asText() + ". ");
              }
            });
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode property = schema.get("properties").get(field.getKey());
      String fieldPlace = place + "." + field.getKey();
      wrong.add(
          property == null
              ? fieldPlace + " is not described. "
              : wrong(property, field.getValue(), fieldPlace));
    }
    return wrong;
  }

  private static String wrongInText(JsonNode schema, JsonNode value, String place) {
    boolean text = value.isTextual() || value.isBinary();
    boolean pattern =
        !schema.has("pattern") || value.asText().matches(schema.get("pattern").asText());
    boolean listed = !schema.has("enum");
    for (JsonNode allowed : schema.path("enum")) {
      listed |= allowed.equals(value);
    }
    return text && pattern && listed ? "" : place + " has another form. ";
  }

  private JsonNode resolve(String reference) {
    return root.at(reference.substring(1));
  }
}
