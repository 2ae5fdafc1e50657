package careplanhub.vendor;

import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a form lately made of which text: columns repeat their values, and a form is a function. One
 * place for each hash, so its memory is bounded. For one thread.
 */
final class FormMemo {
  private static final int PLACES = 256;
  private static final Tolerated[] NOTHING = {};

  private final @Nullable String[] texts = new String[PLACES];
  private final String[] results = new String[PLACES];
  private final Tolerated[][] told = new Tolerated[PLACES][];
  private final List<Tolerated> heard = new ArrayList<>();

  /** The standard's value of a cell; the listener hears what was tolerated, each time. */
  String read(Form form, String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    int place = place(cell);
    if (!cell.equals(texts[place])) {
      heard.clear();
      results[place] = form.read(cell, heard::add);
      told[place] = heard.isEmpty() ? NOTHING : heard.toArray(Tolerated[]::new);
      texts[place] = cell;
    }
    for (Tolerated kind : told[place]) {
      tolerated.accept(kind);
    }
    return results[place];
  }

  /** The vendor's cell for a value. */
  String write(Form form, String value) throws UnreadableException {
    int place = place(value);
    if (!value.equals(texts[place])) {
      results[place] = form.write(value);
      texts[place] = value;
    }
    return results[place];
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 16 ^ hash >>> 8) & PLACES - 1;
  }
}
