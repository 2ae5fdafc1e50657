package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code mark}: a sign such as ○ that stands for 1; an empty cell and 0 stand for none. */
final class MarkForm implements Form {
  private static final String MARKED = "1";

  private final String written;
  private final Set<String> read;

  /**
   * What the mapping says.
   *
   * @param written the sign that the vendor writes
   * @param read signs that are read besides
   */
  record Parameters(@JsonProperty(required = true) String written, @Nullable List<String> read) {}

  private MarkForm(String written, Set<String> read) {
    this.written = written;
    this.read = read;
  }

  static MarkForm create(FormPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (parameters.written().isBlank()) {
      throw part.error("written", "印の文字（例 ○、1）を書いてください。");
    }
    return new MarkForm(
        parameters.written(), parameters.read() == null ? Set.of() : Set.copyOf(parameters.read()));
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    if (cell.equals(written)) {
      return MARKED;
    }
    String text = cell.strip();
    if (text.isEmpty() || text.equals(written) || read.contains(text)) {
      return text.isEmpty() ? "" : MARKED;
    }
    String narrow = HalfWidth.of(text, tolerated);
    if (narrow.equals("0") || narrow.equals(written) || read.contains(narrow)) {
      return narrow.equals("0") ? "" : MARKED;
    }
    throw new UnreadableException("印（" + written + "）か空にしてください。");
  }

  @Override
  public String write(String value) throws UnreadableException {
    if (value.isEmpty() || value.equals("0")) {
      return "";
    }
    if (!value.equals(MARKED)) {
      throw new UnreadableException("1 日に 1 回を超える回数は、印の列に書けません。");
    }
    return written;
  }
}
