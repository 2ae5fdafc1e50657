package careplanhub.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param entries {@link ReceivedEntry} or {@link SentEntry}, oldest first
 * @param next where the next page begins; null on the last one
 */
public record EntryPage<T>(List<T> entries, @Nullable Long next) {
  public EntryPage {
    entries = List.copyOf(entries);
  }
}
