package careplanhub.hub;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Who is being worked for: in each stage one exchange a lane (an office, or a sender and addressee)
 * at a time, so that order holds within a lane and a lane in trouble keeps at most one thread. Safe
 * for every thread.
 */
public final class Lanes {
  private static final String PROPERTY = "hubLane";

  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * Takes a lane for this exchange; false when another has it, and that one will look again after
   * itself.
   */
  boolean enter(Exchange exchange, String stage, String lane) {
    String key = stage + " " + lane;
    if (!taken.add(key)) {
      return false;
    }
    exchange.setProperty(PROPERTY, key);
    return true;
  }

  /**
   * Takes a lane for what is to be done next in it; gives it back when there is nothing, and when
   * the search for it fails.
   *
   * @return null when another has the lane or nothing is to be done
   */
  <T> @Nullable T claim(Exchange exchange, String stage, String lane, Supplier<@Nullable T> next) {
    if (!enter(exchange, stage, lane)) {
      return null;
    }
    T found = null;
    try {
      found = next.get();
      return found;
    } finally {
      if (found == null) {
        leave(exchange);
      }
    }
  }

  /** Gives the lane back that this exchange holds. */
  public void leave(Exchange exchange) {
    taken.remove(exchange.getProperty(PROPERTY, String.class));
  }
}
