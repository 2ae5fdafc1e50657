package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The standard as data: layouts, files and codes of V4.1 and V3.2, read once from {@code
 * /standard/*.yaml}. Immutable, safe for every thread.
 */
public final class Standard {
  private static final Standard DATA = new Standard();

  private final Map<StandardVersion, Map<String, Layout>> layouts =
      new EnumMap<>(StandardVersion.class);
  private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
  private final Map<String, ServiceType> serviceTypes = new LinkedHashMap<>();

  private Standard() {
    layouts.put(StandardVersion.V4_1, readLayouts(StandardVersion.V4_1));
    layouts.put(StandardVersion.V3_2, readLayouts(StandardVersion.V3_2));
    JsonNode tree = tree("codes.yaml");
    tree.get("codes")
        .properties()
        .forEach(
            table -> {
              Map<String, String> values = new LinkedHashMap<>();
              table
                  .getValue()
                  .properties()
                  .forEach(e -> values.put(e.getKey(), e.getValue().asText()));
              codes.put(table.getKey(), Map.copyOf(values));
            });
    for (JsonNode node : tree.get("serviceTypes")) {
      ServiceType type =
          new ServiceType(
              new ServiceTypeCode(node.get("code").asText()),
              node.get("name").asText(),
              node.get("group").asText(),
              node.path("exchanged").asBoolean(false));
      serviceTypes.put(type.code().value(), type);
    }
  }

  /** The one copy of the data. */
  public static Standard data() {
    return DATA;
  }

  /** The layout of a kind of file, empty when that version has no such file. */
  public Optional<Layout> layout(StandardVersion version, String kind) {
    return Optional.ofNullable(layoutsOf(version).get(kind));
  }

  /** All layouts of a version by their kind, in the order of the data. */
  public Map<String, Layout> layoutsOf(StandardVersion version) {
    return layouts.getOrDefault(version, Map.of());
  }

  /**
   * A code table: value → Japanese meaning.
   *
   * @throws IllegalArgumentException when there is no such table
   */
  public Map<String, String> codes(String table) {
    Map<String, String> values = codes.get(table);
    if (values == null) {
      throw new IllegalArgumentException("There is no code table " + table);
    }
    return values;
  }

  /** The service type of this code, empty when it stands in no list. */
  public Optional<ServiceType> serviceType(String code) {
    return Optional.ofNullable(serviceTypes.get(code));
  }

  /** All service types by their code, in the order of the data. */
  public Map<String, ServiceType> serviceTypes() {
    return Map.copyOf(serviceTypes);
  }

  static JsonNode tree(String resource) {
    try (InputStream stream = Standard.class.getResourceAsStream("/standard/" + resource)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its data file " + resource);
      }
      return new YAMLMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's data file is broken: " + resource, e);
    }
  }

  private static Map<String, Layout> readLayouts(StandardVersion version) {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    tree("layouts-" + version.label() + ".yaml")
        .get("layouts")
        .properties()
        .forEach(
            entry -> {
              List<Field> fields = new ArrayList<>();
              entry.getValue().get("fields").forEach(node -> fields.add(field(node)));
              layouts.put(
                  entry.getKey(),
                  new Layout(
                      version, entry.getKey(), entry.getValue().get("name").asText(), fields));
            });
    return Map.copyOf(layouts);
  }

  private static Field field(JsonNode node) {
    return new Field(
        node.get("number").asInt(),
        node.get("key").asText(),
        node.get("ja").asText(),
        FieldType.valueOf(node.get("type").asText().toUpperCase(Locale.ROOT)),
        node.path("length").asInt(0),
        node.path("max").asBoolean(false),
        node.path("required").asBoolean(false),
        node.path("needed").asBoolean(false),
        node.path("zeroAllowed").asBoolean(false),
        node.path("noTimeAllowed").asBoolean(false),
        node.path("codes").isMissingNode() ? null : node.get("codes").asText(),
        node.path("note").isMissingNode() ? null : node.get("note").asText());
  }
}
