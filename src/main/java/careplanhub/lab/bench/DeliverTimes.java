package careplanhub.lab.bench;

import careplanhub.store.Checkpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each parcel takes from its lane's thread taking it to its first light in the ledger, as
 * the checkpoints of the dispatch stage tell. While one is open, it observes all checkpoints of the
 * process. Safe for every thread.
 */
final class DeliverTimes implements AutoCloseable {
  private final Map<Thread, Long> begun = new ConcurrentHashMap<>();
  private final List<Duration> took = new ArrayList<>();
  private long first;
  private long last;

  private DeliverTimes() {}

  static DeliverTimes observe() {
    DeliverTimes times = new DeliverTimes();
    Checkpoints.observe(times::reached);
    return times;
  }

  private void reached(String checkpoint) {
    switch (checkpoint) {
      case "dispatch-claimed" -> begin(System.nanoTime());
      case "dispatch-noted" -> end(System.nanoTime());
      default -> {}
    }
  }

  private synchronized void begin(long now) {
    if (begun.isEmpty() && took.isEmpty()) {
      first = now;
    }
    begun.put(Thread.currentThread(), now);
  }

  private synchronized void end(long now) {
    Long since = begun.get(Thread.currentThread());
    if (since != null) {
      took.add(Duration.ofNanos(now - since));
      last = now;
    }
  }

  /** How many parcels were noted. */
  synchronized int count() {
    return took.size();
  }

  /** How long each took. */
  synchronized List<Duration> took() {
    return List.copyOf(took);
  }

  /** The nanoseconds from the first parcel's beginning to the last one's light. */
  synchronized long nanos() {
    return last - first;
  }

  @Override
  public void close() {
    Checkpoints.observe(null);
  }
}
