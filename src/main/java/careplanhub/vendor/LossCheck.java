package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what the mappings of an adapter lose with what it declares. A field is declared for all
 * kinds by its key, for one by {@code KIND.key}.
 */
final class LossCheck {
  private final YamlDocument document;
  private final AdapterFile.Lost declared;
  private final VendorColumns columns;
  private final Set<Integer> mapped = new HashSet<>();
  private final Map<Layout, Set<Field>> lost = new LinkedHashMap<>();
  private final Map<Layout, Set<Field>> rewritten = new LinkedHashMap<>();

  LossCheck(YamlDocument document, AdapterFile.Lost declared, VendorColumns columns) {
    this.document = document;
    this.declared = declared;
    this.columns = columns;
  }

  /** Takes what an adapter in Java says that it carries: fields, and columns by their indexes. */
  void add(Layout layout, Set<String> kept, Set<Integer> carried) {
    lost.put(
        layout,
        layout.fields().stream()
            .filter(field -> !kept.contains(field.key()))
            .collect(Collectors.toSet()));
    rewritten.put(layout, Set.of());
    mapped.addAll(carried);
  }

  /** Takes one mapping with its fields that come through whole. */
  void add(Mapping mapping, Set<Field> kept) {
    Set<Field> losing = new HashSet<>(mapping.layout().fields());
    losing.removeAll(kept);
    lost.put(mapping.layout(), losing);
    Set<Field> changing = new HashSet<>();
    for (Lens lens : mapping.lenses()) {
      Arrays.stream(lens.columns()).forEach(mapped::add);
      lens.rewrites().stream().filter(kept::contains).forEach(changing::add);
    }
    rewritten.put(mapping.layout(), changing);
  }

  void check() throws ConfigurationException {
    checkColumns();
    checkFields("/lost/fromStandard", declared.fromStandard(), lost, "ソフトの列に移らないので失われます。");
    List<String> writing = declared.writing() == null ? List.of() : declared.writing();
    checkFields("/lost/writing", writing, rewritten, "戻すと書き方が変わることがあります。");
    if (declared.tell() != null && !declared.fromStandard().containsAll(declared.tell())) {
      throw document.error("/lost/tell", "fromStandard にある項目だけを書いてください。");
    }
  }

  private void checkColumns() throws ConfigurationException {
    String pointer = "/lost/toStandard";
    Set<Integer> declaredColumns = new HashSet<>();
    for (String name : declared.toStandard()) {
      int[] indexes = columns.indexes(name);
      if (indexes.length == 0) {
        throw document.error(pointer, "「" + name + "」は file.columns に無い列です。");
      }
      Arrays.stream(indexes).forEach(declaredColumns::add);
    }
    List<String> undeclared = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      boolean losing = !mapped.contains(index);
      String name = "「" + columns.name(index) + "」";
      if (losing && !declaredColumns.contains(index)) {
        undeclared.add(name);
      }
      if (!losing && declaredColumns.contains(index)) {
        throw document.error(pointer, "列" + name + "はレンズで移るので、ここには書けません。");
      }
    }
    if (!undeclared.isEmpty()) {
      throw document.error(
          pointer, "列" + String.join("、", undeclared) + "はどのレンズにも無いので失われます。レンズを書くか、ここに書いてください。");
    }
  }

  private void checkFields(
      String pointer, List<String> keys, Map<Layout, Set<Field>> actual, String what)
      throws ConfigurationException {
    List<String> undeclared = new ArrayList<>();
    for (Map.Entry<Layout, Set<Field>> entry : actual.entrySet()) {
      for (Field field : entry.getKey().fields()) {
        boolean losing = entry.getValue().contains(field);
        boolean said = keys.stream().anyMatch(k -> keyIn(entry.getKey(), k).equals(field.key()));
        if (losing && !said) {
          undeclared.add(named(entry.getKey(), field));
        }
      }
    }
    if (!undeclared.isEmpty()) {
      throw document.error(
          pointer, "項目 " + String.join("、", undeclared) + " は" + what + "レンズを書くか、ここに書いてください。");
    }
    for (String key : keys) {
      checkDeclared(pointer, key, actual);
    }
  }

  private void checkDeclared(String pointer, String key, Map<Layout, Set<Field>> actual)
      throws ConfigurationException {
    List<String> known = new ArrayList<>();
    boolean right = false;
    for (Map.Entry<Layout, Set<Field>> entry : actual.entrySet()) {
      String fieldKey = keyIn(entry.getKey(), key);
      if (!fieldKey.isEmpty()) {
        Field field = entry.getKey().field(fieldKey);
        known.add(named(entry.getKey(), field));
        right |= entry.getValue().contains(field);
      }
    }
    if (known.isEmpty()) {
      String kinds = String.join("、", actual.keySet().stream().map(Layout::kind).toList());
      throw document.error(pointer, key + " は " + kinds + " に無い項目です。");
    }
    if (!right) {
      throw document.error(pointer, "項目 " + known.get(0) + " はレンズで移るので、ここには書けません。");
    }
  }

  private String named(Layout layout, Field field) {
    String kind = lost.size() > 1 ? layout.kind() + "." : "";
    return kind + field.key() + "（" + field.japaneseName() + "）";
  }

  /** The field's key that a declaration means in a layout; empty when it means none of it. */
  static String keyIn(Layout layout, String declared) {
    String prefix = layout.kind() + ".";
    String key = declared.startsWith(prefix) ? declared.substring(prefix.length()) : declared;
    return layout.has(key) ? key : "";
  }
}
