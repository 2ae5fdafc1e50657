package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Layout;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a {@link Definition} of an adapter's file, or refuses it with the place of its error. */
final class DefinitionLoader {
  private final YamlDocument document;
  private final AdapterFile file;
  private final FormatLoader formats;

  private DefinitionLoader(YamlDocument document, AdapterFile file) throws ConfigurationException {
    this.document = document;
    this.file = file;
    this.formats = new FormatLoader(document, file);
  }

  static Definition load(YamlDocument document, AdapterFile file) throws ConfigurationException {
    return new DefinitionLoader(document, file).load();
  }

  private Definition load() throws ConfigurationException {
    List<Layout> layouts = layouts(document, file.standard());
    VendorFormat format = formats.format();
    VendorColumns columns = format.columns();
    Recognition recognition = formats.recognition(columns);
    LossCheck loss = new LossCheck(document, file.lost(), columns);
    Map<String, Mapping> mappings = new LinkedHashMap<>();
    Set<Integer> required = new HashSet<>();
    Set<Integer> read = new HashSet<>();
    for (Layout layout : layouts) {
      MappingLoader loader = new MappingLoader(document, file, layout, columns);
      Mapping mapping = loader.load();
      mappings.put(layout.kind(), mapping);
      loss.add(mapping, loader.keptFields());
      for (Lens lens : mapping.lenses()) {
        Arrays.stream(lens.required()).forEach(required::add);
        Arrays.stream(lens.columns()).forEach(read::add);
      }
    }
    loss.check();
    required.removeIf(column -> columns.get(column).optional());
    boolean needsMonth =
        mappings.values().stream()
            .flatMap(mapping -> mapping.lenses().stream())
            .anyMatch(FileMonthLens.class::isInstance);
    checkMonth(needsMonth, format);
    List<ExchangeRule> rules = notExchanged(columns, read);
    return new Definition(format, recognition, mappings, required, read, rules, needsMonth);
  }

  /** The definition of a layout whose records are bound to a class: every column is read. */
  static Definition ofRecords(YamlDocument document, AdapterFile file)
      throws ConfigurationException {
    DefinitionLoader loader = new DefinitionLoader(document, file);
    VendorFormat format = loader.formats.format();
    VendorColumns columns = format.columns();
    Set<Integer> read = new HashSet<>();
    Set<Integer> required = new HashSet<>();
    for (int column = 0; column < columns.size(); column++) {
      read.add(column);
      if (!columns.get(column).optional()) {
        required.add(column);
      }
    }
    boolean needsMonth = file.file().month() != null;
    loader.checkMonth(needsMonth, format);
    return new Definition(
        format,
        loader.formats.recognition(columns),
        Map.of(),
        required,
        read,
        loader.notExchanged(columns, read),
        needsMonth);
  }

  /** The layouts of the standard that an adapter's file names. */
  static List<Layout> layouts(YamlDocument document, AdapterFile.StandardSide standard)
      throws ConfigurationException {
    if (!standard.version().equals(StandardVersion.V4_1.label())) {
      throw document.error("/standard/version", "使える版: " + StandardVersion.V4_1.label());
    }
    boolean one = standard.kind() != null;
    List<String> kinds = one ? List.of(standard.kind()) : standard.kinds();
    if (kinds == null || kinds.isEmpty() || (one && standard.kinds() != null)) {
      throw document.error("/standard", "kind か kinds のどちらか 1 つを書いてください（例 kind: UPJSK）。");
    }
    String key = one ? "/standard/kind" : "/standard/kinds";
    if (new HashSet<>(kinds).size() != kinds.size()) {
      throw document.error(key, "同じファイルが 2 回あります。");
    }
    List<Layout> layouts = new ArrayList<>();
    for (String kind : kinds) {
      layouts.add(
          Standard.data()
              .layout(StandardVersion.V4_1, kind)
              .orElseThrow(() -> document.error(key, "標準仕様に無いファイルです（例 UPJSK）。")));
    }
    return layouts;
  }

  private List<ExchangeRule> notExchanged(VendorColumns columns, Set<Integer> read)
      throws ConfigurationException {
    List<ExchangeRule> rules = new ArrayList<>();
    List<NotExchanged> written = file.notExchanged() == null ? List.of() : file.notExchanged();
    for (int index = 0; index < written.size(); index++) {
      for (String name : written.get(index).columns()) {
        if (columns.index(name).isEmpty()) {
          throw document.error("/notExchanged/" + index, "「" + name + "」は file.columns に無い列です。");
        }
        read.add(columns.index(name).get());
      }
      rules.add(written.get(index).over(columns));
    }
    return rules;
  }

  /** What holds for a whole file must be in it when it is written. */
  private void checkMonth(boolean needed, VendorFormat format) throws ConfigurationException {
    boolean inName = format.months().name() != null && format.name().has("month");
    boolean above =
        !format.months().label().isEmpty()
            && format.preamble().stream().anyMatch(line -> line.has("month"));
    if (needed && !inName && !above) {
      throw document.error(
          "/file",
          "ファイル全体の年月（fileMonth）を使うときは、file.month に name を書いて file.name に {month} を入れるか、label を書いて file.preamble に {month} を入れてください。");
    }
  }
}
