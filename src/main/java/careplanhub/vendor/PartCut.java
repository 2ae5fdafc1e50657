package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text is made of parts and cut into them again: by fixed lengths, or by a separator that no
 * part holds.
 *
 * @param count of the parts
 * @param lengths of each; empty where a separator cuts
 * @param separator empty where lengths cut
 */
record PartCut(int count, List<Integer> lengths, String separator) {
  static PartCut create(
      MappingPart part, int count, @Nullable List<Integer> lengths, @Nullable String separator)
      throws ConfigurationException {
    if ((lengths == null) == (separator == null)) {
      throw part.error("", "lengths（桁数）か separator（区切りの文字）のどちらか 1 つを書いてください。");
    }
    if (count < 2) {
      throw part.error("", "2 つ以上を並べてください。");
    }
    if (lengths != null
        && (lengths.size() != count || lengths.stream().anyMatch(length -> length < 1))) {
      throw part.error("lengths", "並べた数と同じ数の桁数（1 以上）を並べてください。");
    }
    if (separator != null && separator.isEmpty()) {
      throw part.error("separator", "区切りの文字を 1 文字以上書いてください。");
    }
    return new PartCut(
        count, lengths == null ? List.of() : List.copyOf(lengths), MappingPart.orEmpty(separator));
  }

  boolean isFixed() {
    return separator.isEmpty();
  }

  /** Of all parts together, where lengths cut. */
  int length() {
    return lengths.stream().mapToInt(Integer::intValue).sum();
  }

  /** The forms of the parts where a mapping names none. */
  List<Form> forms(IntFunction<Form> ofLength) {
    return isFixed()
        ? lengths.stream().map(ofLength::apply).toList()
        : Collections.nCopies(count, Forms.text());
  }

  String join(List<String> parts) throws UnreadableException {
    if (!isFixed()) {
      for (String part : parts) {
        if (part.contains(separator)) {
          throw new UnreadableException("区切りの文字（" + separator + "）が値の中にあるので、戻せなくなります。");
        }
      }
    }
    return String.join(separator, parts);
  }

  List<String> cut(String text) throws UnreadableException {
    List<String> parts = isFixed() ? cutByLengths(text) : List.of(text.split(quoted(), -1));
    if (parts.size() != count) {
      throw new UnreadableException(
          isFixed()
              ? length() + " 桁ではないので列に分けられません。"
              : "区切りの文字（" + separator + "）で " + count + " つに分けられません。");
    }
    return parts;
  }

  private String quoted() {
    return Pattern.quote(separator);
  }

  private List<String> cutByLengths(String text) {
    if (text.length() != length()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(count);
    int begin = 0;
    for (int length : lengths) {
      parts.add(text.substring(begin, begin + length));
      begin += length;
    }
    return parts;
  }
}
