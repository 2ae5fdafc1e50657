package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes what an adapter's file describes: by lenses, or by the installed code that it names. What
 * the file says of kinds, columns and losses must be what the code does.
 */
final class AdapterLoader {
  private final YamlDocument document;
  private final OfficeTables shipped;
  private final FileLimits limits;

  private AdapterLoader(YamlDocument document, OfficeTables shipped, FileLimits limits) {
    this.document = document;
    this.shipped = shipped;
    this.limits = limits;
  }

  /**
   * What was loaded.
   *
   * @param head what the file says of itself
   * @param layout reads and writes
   */
  record Loaded(AdapterHead head, VendorLayout layout) {}

  /**
   * Loads an adapter's file.
   *
   * @param shipped tables that came with the adapter
   * @param limits of files that are no text, where the adapter's file says nothing
   */
  static Loaded load(YamlDocument document, OfficeTables shipped, FileLimits limits)
      throws ConfigurationException {
    return new AdapterLoader(document, shipped, limits).load();
  }

  private Loaded load() throws ConfigurationException {
    if (!document.tree().has("java")) {
      AdapterFile file = document.bind(AdapterFile.class);
      return new Loaded(file, new LensLayout(DefinitionLoader.load(document, file), shipped));
    }
    JavaAdapter java = JavaAdapters.named(document);
    if (java instanceof BindyAdapter<?> records) {
      return ofRecords(records);
    }
    return ofWholeFiles((FileAdapter) java);
  }

  private <R> Loaded ofRecords(BindyAdapter<R> adapter) throws ConfigurationException {
    JavaAdapterFile file = document.bind(JavaAdapterFile.class);
    Definition definition = DefinitionLoader.ofRecords(document, file.withoutLenses());
    Map<String, Layout> layouts = layouts(file, Set.of(adapter.kind()));
    Layout layout = layouts.values().iterator().next();
    VendorColumns columns = definition.format().columns();
    BindyBinding<R> binding = BindyBinding.of(adapter.recordType());
    List<String> names = IntStream.range(0, columns.size()).mapToObj(columns::name).toList();
    if (!names.equals(binding.columns())) {
      throw document.error(
          "/file/columns", "Java アダプタの列と、この順に同じ名前で並べてください: " + String.join("、", binding.columns()));
    }
    LossCheck loss = new LossCheck(document, file.lost(), columns);
    loss.add(layout, adapter.keptFields(), definition.readColumns());
    loss.check();
    Set<String> told = MappingLoader.told(file.lost(), layout);
    return new Loaded(file, new BindyLayout<>(definition, layout, adapter, binding, told, shipped));
  }

  private Loaded ofWholeFiles(FileAdapter adapter) throws ConfigurationException {
    JavaAdapterFile.Whole file = document.bind(JavaAdapterFile.Whole.class);
    Map<String, Set<String>> kept = adapter.keptFields();
    Map<String, Layout> layouts = layouts(file, kept.keySet());
    LossCheck loss = new LossCheck(document, file.lost(), columns(adapter));
    Set<Integer> carried =
        IntStream.range(0, adapter.columns().size())
            .filter(place -> !adapter.lostColumns().contains(adapter.columns().get(place)))
            .boxed()
            .collect(Collectors.toSet());
    layouts.forEach((kind, layout) -> loss.add(layout, kept.getOrDefault(kind, Set.of()), carried));
    loss.check();
    return new Loaded(
        file,
        new FileLayout(
            adapter,
            List.copyOf(layouts.values()),
            new NamePattern(file.recognise().name()),
            FormatLoader.name(document, file.file().name()),
            limits(file.file())));
  }

  private FileLimits limits(JavaAdapterFile.NameSide side) {
    return side.maximumUnpackedSize() == null
        ? limits
        : new FileLimits(side.maximumUnpackedSize(), limits.parts());
  }

  private static VendorColumns columns(FileAdapter adapter) {
    List<VendorColumn> columns =
        adapter.columns().stream()
            .map(name -> new VendorColumn(name, List.of(), VendorColumn.BY_NAME, false))
            .toList();
    Map<String, int[]> indexes = new HashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      indexes.put(columns.get(index).name(), new int[] {index});
    }
    return new VendorColumns(columns, indexes);
  }

  /** The kinds that the file names, which must be those of the code. */
  private Map<String, Layout> layouts(AdapterHead head, Set<String> ofCode)
      throws ConfigurationException {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    DefinitionLoader.layouts(document, head.standard())
        .forEach(layout -> layouts.put(layout.kind(), layout));
    if (!new HashSet<>(ofCode).equals(layouts.keySet())) {
      throw document.error(
          "/standard",
          "この Java アダプタが扱うファイル: " + String.join("、", ofCode.stream().sorted().toList()));
    }
    return layouts;
  }
}
