package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The standard's files as data: kinds of both versions, send units and the history of CSVバージョン,
 * read once from {@code /standard/files.yaml}. Immutable, safe for every thread.
 */
public final class FileKinds {
  private static final FileKinds DATA = new FileKinds(Standard.tree("files.yaml"));

  private final Map<StandardVersion, Map<String, FileKind>> kinds =
      new EnumMap<>(StandardVersion.class);
  private final Map<StandardVersion, List<SendUnit>> sendUnits =
      new EnumMap<>(StandardVersion.class);
  private final List<CsvVersion> csvVersions = new ArrayList<>();
  private final Map<String, String> misspelt = new LinkedHashMap<>();
  private final List<String> longestFirst;
  private final JsonNode formerNames;

  private FileKinds(JsonNode tree) {
    formerNames = tree.get("files-3.2");
    Map<String, FileKind> current = new LinkedHashMap<>();
    tree.get("files")
        .properties()
        .forEach(
            e -> current.put(e.getKey(), kind(StandardVersion.V4_1, e.getKey(), e.getValue())));
    kinds.put(StandardVersion.V4_1, current);
    Map<String, FileKind> former = new LinkedHashMap<>();
    for (String name : current.keySet()) {
      if (formerNames.has(name)) {
        former.put(name, kind(StandardVersion.V3_2, name, tree.get("files").get(name)));
      }
    }
    kinds.put(StandardVersion.V3_2, former);
    List<SendUnit> units = new ArrayList<>();
    tree.get("sendUnits")
        .properties()
        .forEach(e -> units.add(unit(StandardVersion.V4_1, e.getKey(), e.getValue())));
    sendUnits.put(StandardVersion.V4_1, List.copyOf(units));
    List<SendUnit> formerUnits = new ArrayList<>();
    tree.get("sendUnits-3.2")
        .fieldNames()
        .forEachRemaining(
            name ->
                formerUnits.add(unit(StandardVersion.V3_2, name, tree.get("sendUnits").get(name))));
    sendUnits.put(StandardVersion.V3_2, List.copyOf(formerUnits));
    DateTimeFormatter month = DateTimeFormatter.ofPattern("uuuuMM");
    for (JsonNode node : tree.get("csvVersions")) {
      csvVersions.add(
          new CsvVersion(
              node.get("value").asText(),
              YearMonth.parse(node.get("from").asText(), month),
              node.get("standard").asText()));
    }
    tree.get("misspelt").properties().forEach(e -> misspelt.put(e.getKey(), e.getValue().asText()));
    longestFirst =
        current.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The one copy of the data. */
  public static FileKinds data() {
    return DATA;
  }

  /** The kind of this name, empty when that version has no such file. */
  public Optional<FileKind> kind(StandardVersion version, String name) {
    return Optional.ofNullable(kindsOf(version).get(name));
  }

  /** All kinds of a version by name, in the order of the data. */
  public Map<String, FileKind> kindsOf(StandardVersion version) {
    return Map.copyOf(kinds.getOrDefault(version, Map.of()));
  }

  /** The send units of a version, in the order of the data. */
  public List<SendUnit> sendUnits(StandardVersion version) {
    return sendUnits.getOrDefault(version, List.of());
  }

  /** The history of CSVバージョン, in the order of the data. */
  public List<CsvVersion> csvVersions() {
    return List.copyOf(csvVersions);
  }

  /**
   * The kind whose name, followed by an underscore, the text begins with, whatever the case; the
   * longest one, so that UPYOBO_SUB is not taken for UPYOBO.
   */
  Optional<String> kindThatBegins(String fileName) {
    String upper = fileName.toUpperCase(Locale.ROOT);
    return longestFirst.stream().filter(kind -> upper.startsWith(kind + "_")).findFirst();
  }

  /** What a prefix known to be written wrongly is meant to be, such as UPKHON for UPKIHON. */
  Optional<String> meantBy(String fileName) {
    String upper = fileName.toUpperCase(Locale.ROOT);
    return misspelt.entrySet().stream()
        .filter(e -> upper.startsWith(e.getKey() + "_"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private FileKind kind(StandardVersion version, String name, JsonNode node) {
    String template =
        version == StandardVersion.V4_1
            ? node.get("name").asText()
            : formerNames.get(name).asText();
    return new FileKind(
        version,
        name,
        FileKind.Use.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
        template,
        node.path("monthMayBeZero").asBoolean(false),
        node.path("singleMonth").asBoolean(false),
        kindNames(version, node.path("parent")),
        kindNames(version, node.path("deletes")),
        texts(node.path("key")),
        texts(node.path("keyPlan")),
        texts(node.path("keySlip")));
  }

  private SendUnit unit(StandardVersion version, String name, JsonNode node) {
    return new SendUnit(
        version,
        name,
        node.path("direction").asText(""),
        kindNames(version, node.get("files")),
        kindNames(version, node.path("required")),
        kindNames(version, node.path("expected")));
  }

  /** V3.2 is V4.1 without some kinds; its units and parents are the same without them. */
  private List<String> kindNames(StandardVersion version, JsonNode node) {
    return texts(node).stream()
        .filter(name -> version == StandardVersion.V4_1 || formerNames.has(name))
        .toList();
  }

  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
