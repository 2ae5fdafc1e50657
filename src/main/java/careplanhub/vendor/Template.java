package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.vendor.form.MonthForm;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with places that a file's name fills: {kind}, {month}, {month:STYLE}, {from}, {fromType},
 * {to}, {toType}, {serial}.
 *
 * @param parts literal texts and, in braces, places, in their order
 */
record Template(List<String> parts) {
  private static final Set<String> PLACES =
      Set.of("kind", "user", "month", "from", "fromType", "to", "toType", "serial");

  /** The place of the user whose file it is. */
  static final String USER = "user";

  private static final String MONTH_STYLE = "month:";

  /** The template of a text; empty when a place in it is unknown or a brace is left open. */
  static Optional<Template> parse(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = text.indexOf('}', at);
      if (open < 0 && close < 0) {
        parts.add(text.substring(at));
        break;
      }
      if (open < 0 || close < open || !isPlace(text.substring(open + 1, close))) {
        return Optional.empty();
      }
      parts.add(text.substring(at, open));
      parts.add(text.substring(open, close + 1));
      at = close + 1;
    }
    return Optional.of(new Template(parts.stream().filter(part -> !part.isEmpty()).toList()));
  }

  private static boolean isPlace(String name) {
    return PLACES.contains(name)
        || (name.startsWith(MONTH_STYLE)
            && MonthForm.ofStyle(name.substring(MONTH_STYLE.length())).isPresent());
  }

  /** Whether the text has this place, in whichever style. */
  boolean has(String place) {
    return parts.stream()
        .anyMatch(part -> part.equals("{" + place + "}") || part.startsWith("{" + place + ":"));
  }

  /** The literal parts one after another. */
  String literals() {
    return String.join("", parts.stream().filter(part -> !part.startsWith("{")).toList());
  }

  /** The text for a file that is of no one user. */
  String fill(FileName name) {
    return fill(name, "");
  }

  /**
   * The text.
   *
   * @param user whose file it is, of letters and digits
   */
  String fill(FileName name, String user) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(
          part.startsWith("{") ? value(part.substring(1, part.length() - 1), name, user) : part);
    }
    return text.toString();
  }

  private static String value(String place, FileName name, String user) {
    return switch (place) {
      case "kind" -> name.kind();
      case USER -> user;
      case "month" -> text(name.month());
      case "from" -> name.from().value();
      case "fromType" -> text(name.fromType());
      case "to" -> name.to().value();
      case "toType" -> text(name.toType());
      case "serial" -> name.serial().value();
      default -> month(place.substring(MONTH_STYLE.length()), text(name.month()));
    };
  }

  private static String text(@Nullable Object part) {
    return part == null ? "" : part.toString();
  }

  private static String month(String style, String month) {
    try {
      return MonthForm.ofStyle(style).orElseThrow().write(month);
    } catch (UnreadableException e) {
      return month;
    }
  }
}
