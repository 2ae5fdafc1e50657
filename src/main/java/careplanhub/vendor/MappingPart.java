package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.FormPart;
import careplanhub.vendor.form.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an adapter's file that a lens is made from, with what it may speak of.
 *
 * @param part the place
 * @param layout the standard's side
 * @param columns the vendor's side
 */
record MappingPart(FormPart part, Layout layout, VendorColumns columns) {
  /** The part as a value. */
  <T> T bind(Class<T> type) throws ConfigurationException {
    return part.bind(type);
  }

  /** An error about a key of this part; an empty key is the part itself. */
  ConfigurationException error(String key, String message) {
    return part.error(key, message);
  }

  /** The part under a key. */
  MappingPart at(String key) {
    return new MappingPart(part.at(key), layout, columns);
  }

  /** The index of the column that a key of this part names. */
  int column(String key, String name) throws ConfigurationException {
    return columns.index(name).orElseThrow(() -> error(key, "file.columns に無い列です。"));
  }

  /** The indexes of the columns that a list under a key names. */
  int[] columns(String key, List<String> names) throws ConfigurationException {
    int[] indexes = new int[names.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = column(key + "/" + i, names.get(i));
    }
    return indexes;
  }

  /** The indexes of the 31 columns that a key of this part names. */
  int[] days(String key, String name) throws ConfigurationException {
    int[] indexes = columns.indexes(name);
    if (indexes.length != VendorColumns.DAYS) {
      throw error(key, "file.columns にある、{day} の入った列の名前を書いてください。");
    }
    return indexes;
  }

  /** The field of the standard that a key of this part names. */
  Field field(String key, String name) throws ConfigurationException {
    if (!layout.has(name)) {
      throw error(key, layout.kind() + " に無い項目です。");
    }
    return layout.field(name);
  }

  /** The fields of the standard that a list under a key names. */
  List<Field> fields(String key, List<String> names) throws ConfigurationException {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(field(key + "/" + i, names.get(i)));
    }
    return fields;
  }

  /** The form under the key {@code form}; text where there is none. */
  Form form() throws ConfigurationException {
    return part.node().has("form") ? Forms.create(part.at("form")) : Forms.text();
  }

  /** The forms under the key {@code forms}, as many as parts; these forms where there are none. */
  List<Form> forms(List<Form> otherwise) throws ConfigurationException {
    if (!part.node().has("forms")) {
      return otherwise;
    }
    if (part.node().get("forms").size() != otherwise.size()) {
      throw error("forms", "分けた数と同じ " + otherwise.size() + " 個の書き方を並べてください。");
    }
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < otherwise.size(); i++) {
      forms.add(Forms.create(part.at("forms/" + i)));
    }
    return forms;
  }

  /** The text, or an empty one. */
  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
