package careplanhub.hub;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.VendorSettings;
import careplanhub.office.YamlDocument;
import careplanhub.standard.OfficeNumber;
import careplanhub.vendor.AdapterFolder;
import careplanhub.vendor.ApprovedAdapters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The routes by which offices' exports come another way than by the outbox: {@code
 * config/vendor-routes.yaml} says which office uses the {@code route.yaml} of which adapter, with
 * the office's own values. What is wrong with one use stops no other; a use that worked goes on
 * with its last good text. For one thread.
 */
final class VendorRoutes implements FilledRoutes.Source {
  static final String FILE = "vendor-routes.yaml";
  private static final String ROUTE = "route.yaml";
  private static final String USES = "/routes";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}._/@:\\\\ -]{1,300}");

  private final Path config;
  private final VendorSettings limits;
  private final Directory directory;
  private final RouteSecrets secrets;
  private final Map<String, String> good = new HashMap<>();

  /**
   * @param config the folder {@code config/}
   */
  VendorRoutes(Path config, VendorSettings limits, Directory directory, RouteSecrets secrets) {
    this.config = config;
    this.limits = limits;
    this.directory = directory;
    this.secrets = secrets;
  }

  @Override
  public FilledRoutes.Look look() {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, String> problems = new TreeMap<>();
    Path file = config.resolve(FILE);
    if (Files.notExists(file)) {
      good.clear();
      return new FilledRoutes.Look(texts, problems);
    }
    try {
      YamlDocument document = YamlDocument.read(file);
      JsonNode uses = document.tree().at(USES);
      for (int index = 0; index < uses.size(); index++) {
        add(document, index, texts, problems);
      }
    } catch (ConfigurationException e) {
      problems.put("", String.valueOf(e.getMessage()));
      texts.putAll(good);
    }
    good.keySet().retainAll(texts.keySet());
    good.putAll(texts);
    return new FilledRoutes.Look(texts, problems);
  }

  private void add(
      YamlDocument document, int index, Map<String, String> texts, Map<String, String> problems) {
    String pointer = USES + "/" + index;
    String name = document.tree().at(pointer + "/adapter").asText() + "-";
    name += document.tree().at(pointer + "/office").asText();
    try {
      if (texts.containsKey(name)) {
        throw document.error(pointer, "同じアダプタと事業所の組が 2 つあります。1 つにしてください。");
      }
      texts.put(name, text(document, pointer));
    } catch (ConfigurationException e) {
      problems.put(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      problems.put(name, "経路 " + name + ": アダプタのフォルダーが読めません。アクセス権を確かめてください。");
    }
    if (problems.containsKey(name) && good.containsKey(name)) {
      texts.put(name, good.get(name));
    }
  }

  private String text(YamlDocument document, String pointer)
      throws ConfigurationException, IOException {
    Map<String, String> values = values(document, pointer);
    String adapter = values.getOrDefault("adapter", "");
    Path folder = config.resolve("vendors").resolve(adapter);
    if (!NAME.matcher(adapter).matches() || !Files.isDirectory(folder)) {
      throw document.error(pointer + "/adapter", "config/vendors に無いアダプタです。名前を確かめてください。");
    }
    String office = values.getOrDefault("office", "");
    if (!OfficeNumber.isValid(office) || directory.office(new OfficeNumber(office)).isEmpty()) {
      throw document.error(pointer + "/office", "corporation.yaml に無い事業所です。番号を確かめてください。");
    }
    AdapterFolder files = AdapterFolder.read(folder, limits);
    boolean approved =
        !limits.approvedOnly()
            || ApprovedAdapters.read(config.resolve("vendors"))
                .contains(files.name(), files.sha256());
    if (!approved) {
      throw document.error(
          pointer + "/adapter",
          "アダプタの今の内容は承認されていないので、その経路は動かしません。./hub adapter approve で承認してください。");
    }
    byte[] route = files.files().get(ROUTE);
    if (route == null) {
      throw document.error(pointer + "/adapter", "このアダプタには経路（route.yaml）がありません。");
    }
    return RouteText.fill(folder.resolve(ROUTE).toString(), route, values);
  }

  /** A list becomes one text with blanks between. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    StringJoiner list = new StringJoiner(" ");
    value.forEach(each -> list.add(each.asText()));
    return list.toString();
  }

  private Map<String, String> values(YamlDocument document, String pointer)
      throws ConfigurationException {
    if (!(document.tree().at(pointer) instanceof ObjectNode use)) {
      throw document.error(pointer, "adapter: と office: で始まる項目を書いてください。");
    }
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : use.properties()) {
      String value = text(entry.getValue());
      String place = pointer + "/" + entry.getKey();
      if (!VALUE.matcher(value).matches()) {
        throw document.error(place, "値に使えるのは文字、数字、空白と . _ / @ : \\ - だけです（300 字まで）。");
      }
      if (RouteSecrets.isReference(value) && secrets.bytes(value).isEmpty()) {
        throw document.error(
            place, "鍵またはパスワードがありません。keys/secrets の同じ名前のファイルに置き、所有者だけが読めるようにしてください。");
      }
      values.put(entry.getKey(), secrets.stamped(value));
    }
    return values;
  }
}
