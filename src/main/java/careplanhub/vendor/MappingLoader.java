package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a {@link Mapping} of an adapter's file and refuses one that loses what it does not declare.
 */
final class MappingLoader {
  private final YamlDocument document;
  private final AdapterFile file;
  private final Layout layout;
  private final Set<String> columns;
  private final List<Lens> lenses = new ArrayList<>();
  private final Set<String> mappedColumns = new LinkedHashSet<>();
  private final Set<String> givenFields = new HashSet<>();
  private final Set<String> keptFields = new HashSet<>();

  private MappingLoader(YamlDocument document, AdapterFile file, Layout layout) {
    this.document = document;
    this.file = file;
    this.layout = layout;
    this.columns = new LinkedHashSet<>(file.file().columns());
  }

  static Mapping load(YamlDocument document, AdapterFile file, Layout layout)
      throws ConfigurationException {
    return new MappingLoader(document, file, layout).load();
  }

  private Mapping load() throws ConfigurationException {
    checkColumns();
    for (int index = 0; index < file.lenses().size(); index++) {
      addLens("/lenses/" + index);
    }
    checkLostColumns();
    checkLostFields();
    List<NotExchanged> rules = file.notExchanged() == null ? List.of() : file.notExchanged();
    for (int index = 0; index < rules.size(); index++) {
      checkKnown("/notExchanged/" + index, rules.get(index).columns());
    }
    List<Field> lostFields =
        layout.fields().stream().filter(field -> !givenFields.contains(field.key())).toList();
    return new Mapping(
        layout,
        List.copyOf(columns),
        Set.copyOf(mappedColumns),
        List.copyOf(lenses),
        List.copyOf(rules),
        lostFields,
        file.lost().tell() == null ? Set.of() : Set.copyOf(file.lost().tell()));
  }

  private void checkColumns() throws ConfigurationException {
    if (columns.isEmpty() || columns.size() != file.file().columns().size()) {
      throw document.error("/file/columns", "列の名前を 1 回ずつ並べてください。");
    }
    if (file.recognise().isEmpty()) {
      throw document.error("/recognise", "見分けるための列の名前を 1 つ以上書いてください。");
    }
    checkKnown("/recognise", file.recognise());
  }

  private void checkKnown(String pointer, List<String> names) throws ConfigurationException {
    for (String name : names) {
      if (!columns.contains(name)) {
        throw document.error(pointer, "「" + name + "」は file.columns に無い列です。");
      }
    }
  }

  private void addLens(String pointer) throws ConfigurationException {
    Lens lens = Lenses.create(new MappingPart(document, pointer, layout, columns));
    if (lens instanceof MonthOfLens month && !keptFields.contains(month.date().key())) {
      throw document.error(pointer, "of の項目を、これより上のレンズで先に決めてください。");
    }
    for (String column : lens.columns()) {
      if (!mappedColumns.add(column)) {
        throw document.error(pointer, "列「" + column + "」は別のレンズでも使われています。");
      }
    }
    for (String field : lens.fields()) {
      if (!givenFields.add(field)) {
        throw document.error(pointer, "項目 " + field + " は別のレンズでも決めています。");
      }
    }
    if (lens.keeps()) {
      keptFields.addAll(lens.fields());
    }
    lenses.add(lens);
  }

  private void checkLostColumns() throws ConfigurationException {
    List<String> declared = file.lost().toStandard();
    checkKnown("/lost/toStandard", declared);
    for (String column : columns) {
      boolean lost = !mappedColumns.contains(column);
      if (lost && !declared.contains(column)) {
        throw document.error(
            "/lost/toStandard", "列「" + column + "」はどのレンズにも無いので失われます。レンズを書くか、ここに書いてください。");
      }
      if (!lost && declared.contains(column)) {
        throw document.error("/lost/toStandard", "列「" + column + "」はレンズで移るので、ここには書けません。");
      }
    }
  }

  private void checkLostFields() throws ConfigurationException {
    Set<String> declared = Set.copyOf(file.lost().fromStandard());
    for (String key : declared) {
      if (!layout.has(key)) {
        throw document.error("/lost/fromStandard", key + " は " + layout.kind() + " に無い項目です。");
      }
    }
    for (Field field : layout.fields()) {
      checkLostField(field, declared);
    }
    if (file.lost().tell() != null && !declared.containsAll(file.lost().tell())) {
      throw document.error("/lost/tell", "fromStandard にある項目だけを書いてください。");
    }
  }

  private void checkLostField(Field field, Set<String> declared) throws ConfigurationException {
    String name = field.key() + "（" + field.japaneseName() + "）";
    boolean lost = !keptFields.contains(field.key());
    if (lost && !declared.contains(field.key())) {
      throw document.error(
          "/lost/fromStandard", "項目 " + name + " はソフトの列に移らないので失われます。レンズを書くか、ここに書いてください。");
    }
    if (!lost && declared.contains(field.key())) {
      throw document.error("/lost/fromStandard", "項目 " + name + " はレンズで移るので、ここには書けません。");
    }
    if (field.required() && !givenFields.contains(field.key())) {
      throw document.error("/lenses", "必須の項目 " + name + " を決めるレンズがありません。");
    }
  }
}
