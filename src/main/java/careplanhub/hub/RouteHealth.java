package careplanhub.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the hub does its work: every route file can run as it stands, every route runs, and
 * evidence can be written, and what else it is given to ask. Camel's own health knows none of
 * these: it stays UP when a changed route file could not be loaded.
 *
 * <p>Safe for use by several threads. What it tells is at most the given interval old, so asking
 * often costs nothing.
 */
final class RouteHealth {
  private static final Logger LOG = LoggerFactory.getLogger(RouteHealth.class);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  private final CamelContext context;
  private final RouteFiles routeFiles;
  private final BooleanSupplier evidenceWritable;
  private final SortedMap<String, Supplier<String>> troubles;
  private final SortedMap<String, Supplier<String>> warnings;
  private final Duration interval;
  private final Clock clock;
  private Instant lookedAt = Instant.MIN;
  private Health last = new Health(List.of());

  /** How well something is; in the order in which it gets worse. */
  enum Level {
    UP,
    /** The hub takes and delivers files, and a person has something to mend. */
    DEGRADED,
    DOWN
  }

  /** One thing looked at; the detail is a Japanese sentence, empty when all is well. */
  record Check(String name, Level level, String detail) {
    Check(String name, boolean isUp, String detail) {
      this(name, isUp ? Level.UP : Level.DOWN, detail);
    }
  }

  record Health(List<Check> checks) {
    Health {
      checks = List.copyOf(checks);
    }

    /** That of the worst check. */
    Level level() {
      return checks.stream().map(Check::level).max(Comparator.naturalOrder()).orElse(Level.UP);
    }

    /** Whether files are taken and delivered. */
    boolean isUp() {
      return level() != Level.DOWN;
    }
  }

  RouteHealth(
      CamelRuntime runtime,
      BooleanSupplier evidenceWritable,
      Map<String, Supplier<String>> troubles,
      Map<String, Supplier<String>> warnings,
      Duration interval,
      Clock clock) {
    this.context = runtime.context();
    this.routeFiles = runtime.routeFiles();
    this.evidenceWritable = evidenceWritable;
    this.troubles = new TreeMap<>(troubles);
    this.warnings = new TreeMap<>(warnings);
    this.interval = interval;
    this.clock = clock;
  }

  /** Whether the process is worth keeping: DOWN only when a restart is the remedy. */
  Health live() {
    return new Health(List.of(engine()));
  }

  /** Whether the hub takes and delivers files. */
  synchronized Health ready() {
    Instant now = clock.instant();
    if (lookedAt.isBefore(now.minus(interval)) || lookedAt.isAfter(now)) {
      Health before = last;
      List<Check> checks = new ArrayList<>(List.of(engine(), files(now), routes(), evidence()));
      troubles.forEach((name, trouble) -> checks.add(other(name, Level.DOWN, trouble.get())));
      warnings.forEach((name, warning) -> checks.add(other(name, Level.DEGRADED, warning.get())));
      last = new Health(checks);
      lookedAt = now;
      tellChange(before, last);
    }
    return last;
  }

  private Check engine() {
    boolean running = context.getStatus() == ServiceStatus.Started;
    return new Check("engine", running, running ? "" : "ハブの処理エンジンが動いていません。");
  }

  private Check files(Instant now) {
    var problems = routeFiles.problems();
    if (!problems.isEmpty()) {
      return new Check("routeFiles", false, String.join(" ", problems.values()));
    }
    boolean looking = routeFiles.lastFinished().isAfter(now.minus(LONGEST_LOOK));
    return new Check("routeFiles", looking, looking ? "" : "ルートのフォルダーの確認が終わりません。");
  }

  private Check routes() {
    var stopped = new ArrayList<String>();
    for (Route route : context.getRoutes()) {
      ServiceStatus status = context.getRouteController().getRouteStatus(route.getRouteId());
      if (route.isAutoStartup() && status != ServiceStatus.Started) {
        stopped.add(route.getRouteId());
      }
    }
    return new Check(
        "routes",
        stopped.isEmpty(),
        stopped.isEmpty() ? "" : "止まっているルートがあります: " + String.join(", ", stopped));
  }

  private Check evidence() {
    boolean writable;
    try {
      writable = evidenceWritable.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("Whether evidence can be written could not be found out", e);
      writable = false;
    }
    return new Check(
        "evidence", writable, writable ? "" : "証跡を書けません。受け取りを止めています。ディスクの空きと権限を確かめてください。");
  }

  private static Check other(String name, Level level, String trouble) {
    return new Check(name, trouble.isEmpty() ? Level.UP : level, trouble);
  }

  private static void tellChange(Health before, Health after) {
    if (before.level() != after.level()) {
      LOG.warn("Health is {}", after.level());
    }
  }
}
