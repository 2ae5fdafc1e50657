package careplanhub.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Who is being worked for: in each stage one exchange a lane (an office, or a sender and addressee)
 * at a time, so that order holds within a lane and a lane in trouble keeps at most one thread.
 * Lanes that may be in trouble together, such as those to one addressee, share a group, which keeps
 * some threads at most. Safe for every thread.
 */
public final class Lanes {
  private static final String LANE = "hubLane";
  private static final String GROUP = "hubLaneGroup";

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Group> groups = new HashMap<>();

  /** Lanes that share their trouble. */
  private static final class Group {
    private final Set<String> turnedAway = new LinkedHashSet<>();
    private int inside;
  }

  /**
   * Takes a lane for this exchange; false when another has it, and that one will look again after
   * itself.
   */
  synchronized boolean enter(Exchange exchange, String stage, String lane) {
    String key = stage + " " + lane;
    if (!taken.add(key)) {
      return false;
    }
    exchange.setProperty(LANE, key);
    return true;
  }

  /**
   * Takes a lane of a group for this exchange; false also when so many of its lanes are taken that
   * this one has to wait until {@link #turnedAway} names it.
   *
   * @param most how many lanes of the group may be taken, at least 1
   */
  synchronized boolean enter(Exchange exchange, String stage, String lane, String group, int most) {
    String key = stage + " " + group;
    Group lanes = groups.computeIfAbsent(key, unused -> new Group());
    if (lanes.inside >= most) {
      lanes.turnedAway.add(lane);
      return false;
    }
    if (!enter(exchange, stage, lane)) {
      return false;
    }
    lanes.inside++;
    exchange.setProperty(GROUP, key);
    return true;
  }

  /**
   * Takes a lane for what is to be done next in it; gives it back when there is nothing, and when
   * the search for it fails.
   *
   * @return null when another has the lane or nothing is to be done
   */
  <T> @Nullable T claim(Exchange exchange, String stage, String lane, Supplier<@Nullable T> next) {
    return enter(exchange, stage, lane) ? search(exchange, next) : null;
  }

  /**
   * The same for a lane of a group; null also when the group has as many threads as it may.
   *
   * @param most as in {@link #enter(Exchange, String, String, String, int)}
   */
  <T> @Nullable T claim(
      Exchange exchange,
      String stage,
      String lane,
      String group,
      int most,
      Supplier<@Nullable T> next) {
    return enter(exchange, stage, lane, group, most) ? search(exchange, next) : null;
  }

  private <T> @Nullable T search(Exchange exchange, Supplier<@Nullable T> next) {
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
  public synchronized void leave(Exchange exchange) {
    taken.remove(exchange.removeProperty(LANE));
    Group group = groups.get(exchange.removeProperty(GROUP));
    if (group != null) {
      group.inside--;
    }
  }

  /** The lanes of a group that were turned away, each told once, when there is room again. */
  synchronized List<String> turnedAway(String stage, String group, int most) {
    String key = stage + " " + group;
    Group lanes = groups.get(key);
    if (lanes == null || lanes.inside >= most) {
      return List.of();
    }
    List<String> waiting = new ArrayList<>(lanes.turnedAway);
    lanes.turnedAway.clear();
    if (lanes.inside == 0) {
      groups.remove(key);
    }
    return waiting;
  }
}
