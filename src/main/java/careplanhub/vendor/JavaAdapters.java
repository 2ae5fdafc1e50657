package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The adapters in Java that are installed with the program. Looked up by the class loader that the
 * program itself came from, so that nothing in a folder of configuration can add one.
 */
final class JavaAdapters {
  private JavaAdapters() {}

  /** The one that stands at {@code java:}. */
  static JavaAdapter named(YamlDocument document) throws ConfigurationException {
    Map<String, JavaAdapter> installed = new TreeMap<>();
    for (JavaAdapter adapter :
        ServiceLoader.load(JavaAdapter.class, JavaAdapter.class.getClassLoader())) {
      if (installed.put(adapter.name(), adapter) != null) {
        throw document.error("/java", "同じ名前（" + adapter.name() + "）の Java アダプタが 2 つ組み込まれています。");
      }
    }
    JavaAdapter found = installed.get(document.tree().path("java").asText());
    if (found == null) {
      throw document.error(
          "/java", "このプログラムに組み込まれていない Java アダプタです。使えるもの: " + String.join("、", installed.keySet()));
    }
    return found;
  }
}
