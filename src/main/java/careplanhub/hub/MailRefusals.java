package careplanhub.hub;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How many messages each vendor route refused and why, told until none came for a while; the log
 * and the mailbox keep them. Safe for every thread.
 */
final class MailRefusals {
  private final Duration shown;
  private final LongSupplier nanoTime;
  private final SortedMap<String, OfRoute> routes = new TreeMap<>();

  private static final class OfRoute {
    private final Map<MailRefusal, Integer> counts = new EnumMap<>(MailRefusal.class);
    private long last;
  }

  /**
   * @param shown how long the last one is told
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  MailRefusals(Duration shown, LongSupplier nanoTime) {
    this.shown = shown;
    this.nanoTime = nanoTime;
  }

  synchronized void add(String route, MailRefusal reason) {
    OfRoute refused = routes.computeIfAbsent(route, any -> new OfRoute());
    refused.counts.merge(reason, 1, Integer::sum);
    refused.last = nanoTime.getAsLong();
  }

  /** Japanese: which routes refused messages and what to do; empty when none did of late. */
  synchronized String warning() {
    long now = nanoTime.getAsLong();
    routes.values().removeIf(refused -> now - refused.last > shown.toNanos());
    StringJoiner text = new StringJoiner(" ");
    routes.forEach((route, refused) -> text.add(sentence(route, refused)));
    return text.toString();
  }

  private static String sentence(String route, OfRoute refused) {
    StringJoiner reasons = new StringJoiner("、");
    refused.counts.forEach((reason, count) -> reasons.add(reason.words() + " " + count + " 通"));
    return "経路 "
        + route
        + ": メールを断り、断ったメールのフォルダー（refused）に移しました（"
        + reasons
        + "）。そこで中身を確かめ、要るものは正しい形で送り直してもらってください。";
  }
}
