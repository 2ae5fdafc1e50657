package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.vendor.form.FormPart;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the {@link Mapping} of an adapter's file to one layout of the standard. */
final class MappingLoader {
  private final YamlDocument document;
  private final AdapterFile file;
  private final Layout layout;
  private final VendorColumns columns;
  private final List<Lens> lenses = new ArrayList<>();
  private final List<String> pointers = new ArrayList<>();
  private final Map<Field, Integer> givers = new HashMap<>();
  private final Set<Field> kept = new LinkedHashSet<>();

  MappingLoader(YamlDocument document, AdapterFile file, Layout layout, VendorColumns columns) {
    this.document = document;
    this.file = file;
    this.layout = layout;
    this.columns = columns;
  }

  Mapping load() throws ConfigurationException {
    for (int index = 0; index < file.lenses().size(); index++) {
      if (isForLayout(index)) {
        add("/lenses/" + index);
      }
    }
    checkOrder();
    checkRequired();
    List<Fold> folds =
        lenses.stream().filter(Fold.class::isInstance).map(Fold.class::cast).toList();
    List<SequenceLens> sequences =
        lenses.stream()
            .filter(SequenceLens.class::isInstance)
            .map(SequenceLens.class::cast)
            .toList();
    if (folds.size() > 1 || sequences.size() > 1) {
      throw document.error("/lenses", layout.kind() + " に使える days と sequence は 1 つずつです。");
    }
    return new Mapping(
        layout,
        lenses,
        folds.isEmpty() ? null : folds.get(0),
        sequences.isEmpty() ? null : sequences.get(0),
        lenses.stream().filter(TotalLens.class::isInstance).map(TotalLens.class::cast).toList(),
        layout.fields().stream().filter(field -> !givers.containsKey(field)).toList(),
        told());
  }

  /** The fields that come through whole. */
  Set<Field> keptFields() {
    return kept;
  }

  private boolean isForLayout(int index) throws ConfigurationException {
    JsonNode kinds = file.lenses().get(index).path(Lenses.KINDS);
    if (kinds.isMissingNode()) {
      return true;
    }
    String pointer = "/lenses/" + index + "/" + Lenses.KINDS;
    List<String> all = file.standard().kinds() == null ? List.of() : file.standard().kinds();
    boolean here = false;
    if (!kinds.isArray() || kinds.isEmpty()) {
      throw document.error(pointer, "standard.kinds にあるものを [UPJSK] のように並べてください。");
    }
    for (JsonNode kind : kinds) {
      if (!all.contains(kind.asText())) {
        throw document.error(pointer, "「" + kind.asText() + "」は standard.kinds にありません。");
      }
      here |= kind.asText().equals(layout.kind());
    }
    return here;
  }

  private void add(String pointer) throws ConfigurationException {
    Lens lens = Lenses.create(new MappingPart(new FormPart(document, pointer), layout, columns));
    Set<Integer> used = new HashSet<>();
    lenses.forEach(other -> Arrays.stream(other.columns()).forEach(used::add));
    for (int column : lens.columns()) {
      if (!used.add(column)) {
        throw document.error(pointer, "列「" + columns.name(column) + "」は別のレンズでも使われています。");
      }
    }
    for (Field field : lens.fields()) {
      if (givers.putIfAbsent(field, lenses.size()) != null) {
        throw document.error(pointer, "項目 " + field.key() + " は別のレンズでも決めています。");
      }
    }
    lenses.add(lens);
    pointers.add(pointer);
  }

  /** Each lens needs only what lenses above it give. */
  private void checkOrder() throws ConfigurationException {
    for (int index = 0; index < lenses.size(); index++) {
      for (Field needed : lenses.get(index).needs()) {
        Integer giver = givers.get(needed);
        if (giver != null && giver > index && reaches(giver, index, new HashSet<>())) {
          throw document.error(
              pointers.get(index), "項目 " + needed.key() + " を決めるレンズと互いに必要とし合っています（循環）。");
        }
        if (giver == null || giver >= index) {
          throw document.error(
              pointers.get(index), "項目 " + needed.key() + " を、これより上のレンズで先に決めてください。");
        }
      }
      if (kept.containsAll(lenses.get(index).needs())) {
        kept.addAll(lenses.get(index).keeps());
      }
    }
  }

  private boolean reaches(int from, int to, Set<Integer> seen) {
    if (from == to) {
      return true;
    }
    return seen.add(from)
        && lenses.get(from).needs().stream()
            .map(givers::get)
            .anyMatch(giver -> giver != null && reaches(giver, to, seen));
  }

  private void checkRequired() throws ConfigurationException {
    for (Field field : layout.fields()) {
      if (field.required() && !givers.containsKey(field)) {
        throw document.error(
            "/lenses", "必須の項目 " + field.key() + "（" + field.japaneseName() + "）を決めるレンズがありません。");
      }
    }
  }

  private Set<String> told() {
    return told(file.lost(), layout);
  }

  /** The fields of a layout whose loss is told, by their keys. */
  static Set<String> told(AdapterFile.Lost lost, Layout layout) {
    Set<String> told = new HashSet<>();
    if (lost.tell() != null) {
      lost.tell().stream()
          .map(key -> LossCheck.keyIn(layout, key))
          .filter(key -> !key.isEmpty())
          .forEach(told::add);
    }
    return told;
  }
}
