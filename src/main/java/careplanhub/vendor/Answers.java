package careplanhub.vendor;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What a lens lately found out for which question, since files ask the same again and again.
 * Bounded: a full memory is emptied. For one thread.
 *
 * @param <K> the question
 * @param <V> the answer
 */
final class Answers<K, V> {
  private static final int MOST = 100_000;

  private final IdentityHashMap<Lens, Map<K, V>> byLens = new IdentityHashMap<>();

  /** The answers of one lens. */
  Map<K, V> of(Lens lens) {
    Map<K, V> answers = byLens.computeIfAbsent(lens, one -> new HashMap<>());
    if (answers.size() >= MOST) {
      answers.clear();
    }
    return answers;
  }
}
