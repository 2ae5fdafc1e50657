package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.standard.FileName;
import java.util.regex.Pattern;

/**
 * The names of files for a care software: a pattern with {month}, {from}, {fromType}, {to},
 * {toType} and {serial}. Sender and serial must be in it, so that two files never share a name.
 */
final class VendorFileNames {
  private static final Pattern SHAPE =
      Pattern.compile("(?:[\\p{L}\\p{N}_.-]|\\{(?:month|from|fromType|to|toType|serial)\\})+");

  private VendorFileNames() {}

  static void check(YamlDocument document, String pattern) throws ConfigurationException {
    boolean whole =
        SHAPE.matcher(pattern).matches()
            && !pattern.startsWith(".")
            && pattern.contains("{from}")
            && pattern.contains("{fromType}")
            && pattern.contains("{serial}");
    if (!whole) {
      throw document.error(
          "/file/name",
          "文字・数字・_ . - と {month} {from} {fromType} {to} {toType} {serial} で書き、{from}、{fromType}、{serial} を入れてください。");
    }
  }

  static String of(String pattern, FileName name) {
    return pattern
        .replace("{month}", String.valueOf(name.month()))
        .replace("{from}", name.from().value())
        .replace("{fromType}", name.fromType() == null ? "" : name.fromType().value())
        .replace("{to}", name.to().value())
        .replace("{toType}", name.toType() == null ? "" : name.toType().value())
        .replace("{serial}", name.serial().value());
  }
}
