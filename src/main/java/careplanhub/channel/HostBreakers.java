package careplanhub.channel;

import careplanhub.office.BreakerSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A circuit breaker for each host that channels call: when a host is not reached again and again,
 * further calls of it fail at once as {@link ChannelException.Reason#UNREACHABLE} until a pause is
 * over, so that they keep no thread waiting. Only what says that the host is not there counts: a
 * refused certificate, a refusal or a fault in answering one call does not. A route names its
 * breaker as {@code circuitBreaker} of a {@code resilience4jConfiguration}. Safe for use from
 * several threads.
 */
public final class HostBreakers {
  /** The {@link ChannelException#code()} of a call that an open breaker did not let through. */
  public static final String OPEN = "BREAKER_OPEN";

  private static final Set<String> HOST_IS_AWAY = Set.of("502", "504");

  private final CircuitBreakerRegistry breakers;

  /**
   * Makes no breaker yet.
   *
   * @param nanoTime a clock that nobody sets
   */
  public HostBreakers(BreakerSettings settings, LongSupplier nanoTime) {
    this.breakers = CircuitBreakerRegistry.of(configuration(settings, new SteadyClock(nanoTime)));
  }

  private static CircuitBreakerConfig configuration(BreakerSettings settings, Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(settings.window())
        .minimumNumberOfCalls(settings.minimumCalls())
        .failureRateThreshold(settings.failurePercent())
        .waitDurationInOpenState(settings.pause())
        .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
        // a trial call that never comes back must not keep the others out for good
        .maxWaitDurationInHalfOpenState(settings.pause())
        .recordException(HostBreakers::saysHostIsAway)
        .writableStackTraceEnabled(false)
        .clock(clock)
        .build();
  }

  /**
   * The breaker of a host; the same at each call.
   *
   * @param channel the channel's name
   * @param host name and port
   */
  public CircuitBreaker of(String channel, String host) {
    return breakers.circuitBreaker(channel + " " + host);
  }

  /** Whether the breaker of a host lets no ordinary call through. */
  public boolean isOpen(String channel, String host) {
    return isOpen(of(channel, host));
  }

  /** Japanese: which hosts are left alone; empty when none is. */
  public String warning() {
    List<String> open =
        breakers.getAllCircuitBreakers().stream()
            .filter(HostBreakers::isOpen)
            .map(CircuitBreaker::getName)
            .sorted()
            .toList();
    return open.isEmpty()
        ? ""
        : "つながらない接続先があり、呼び出しを止めて待っています: "
            + String.join(", ", open)
            + "。自動で試し直します。続くときはネットワークと接続先を確かめてください。";
  }

  /** How many hosts are left alone. */
  public long openCount() {
    return breakers.getAllCircuitBreakers().stream().filter(HostBreakers::isOpen).count();
  }

  private static boolean isOpen(CircuitBreaker breaker) {
    return breaker.getState() != CircuitBreaker.State.CLOSED;
  }

  private static boolean saysHostIsAway(Throwable failure) {
    ChannelException told = ChannelFailures.of(failure);
    return switch (told.reason()) {
      case UNREACHABLE -> true;
      case REMOTE_FAULT -> HOST_IS_AWAY.contains(told.code());
      default -> false;
    };
  }
}
