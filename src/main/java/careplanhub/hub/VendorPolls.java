package careplanhub.hub;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileConsumer;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.component.mail.MailConsumer;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What became of the last poll of each vendor route, so that health can tell which does not fetch.
 * A route is in trouble from its first failure until a poll went through without any. Safe for
 * every thread.
 */
public final class VendorPolls implements PollingConsumerPollStrategy {
  private static final int MOST_REMEMBERED = 10_000;

  private final PollingConsumerPollStrategy remote = new RemoteFilePollingConsumerPollStrategy();
  private final PollingConsumerPollStrategy others = new DefaultPollingConsumerPollStrategy();
  private final Map<String, VendorTrouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, VendorTrouble> thisPoll = new ConcurrentHashMap<>();

  private final Map<String, String> fetching = new ConcurrentHashMap<>();
  private final Set<String> notMoved =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_REMEMBERED;
                }
              }));

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    String route = routeOf(consumer);
    thisPoll.remove(route);
    listen(route, consumer, endpoint);
    return strategyFor(consumer).begin(consumer, endpoint);
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    strategyFor(consumer).commit(consumer, endpoint, polledMessages);
    String route = routeOf(consumer);
    VendorTrouble met = thisPoll.remove(route);
    if (met == null) {
      troubles.remove(route);
    } else {
      troubles.put(route, met);
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
      throws Exception {
    failed(routeOf(consumer), cause);
    return strategyFor(consumer).rollback(consumer, endpoint, retryCounter, cause);
  }

  /** Notes that a route could not fetch something. */
  void failed(@Nullable String route, Throwable cause) {
    VendorTrouble trouble = VendorTrouble.of(cause);
    String known = String.valueOf(route);
    thisPoll.put(known, trouble);
    troubles.put(known, trouble);
  }

  /**
   * Notes which file a route fetches now, and tells whether it is one that was placed before and
   * could not be moved away at its source.
   *
   * @param version the file's name, size and time
   */
  boolean isFetchedAgain(String route, String version) {
    String file = route + " " + version;
    fetching.put(route, file);
    return notMoved.remove(file);
  }

  /** What was fetched could not be moved away at its source. */
  private void notMoved(String route) {
    String file = fetching.get(route);
    if (file != null) {
      notMoved.add(file);
    }
    thisPoll.put(route, VendorTrouble.NOT_MOVED);
    troubles.put(route, VendorTrouble.NOT_MOVED);
  }

  /** Forgets routes that are no more. */
  void keepOnly(Set<String> routes) {
    troubles.keySet().retainAll(routes);
  }

  /** Japanese: which routes do not fetch, and what to do; empty when all do. */
  String trouble() {
    SortedMap<String, VendorTrouble> sorted = new TreeMap<>(troubles);
    StringBuilder text = new StringBuilder();
    sorted.forEach(
        (route, trouble) ->
            text.append(text.isEmpty() ? "" : " ")
                .append("経路 ")
                .append(route)
                .append(": ")
                .append(trouble.sentence()));
    return text.toString();
  }

  private PollingConsumerPollStrategy strategyFor(Consumer consumer) {
    return consumer instanceof RemoteFileConsumer ? remote : others;
  }

  private static String routeOf(Consumer consumer) {
    return consumer instanceof DefaultConsumer known ? String.valueOf(known.getRouteId()) : "";
  }

  /**
   * Camel tells a file that cannot be read, and one that cannot be moved, to these alone. Of a
   * mail's exchange it tells only that the mail could not be moved.
   */
  private void listen(String route, Consumer consumer, Endpoint endpoint) {
    if (consumer instanceof DefaultConsumer known
        && !(known.getExceptionHandler() instanceof Told)) {
      known.setExceptionHandler(
          new Told(
              known.getExceptionHandler(),
              (exchange, cause) -> {
                if (consumer instanceof MailConsumer && exchange != null) {
                  notMoved(route);
                } else {
                  failed(route, cause);
                }
              }));
    }
    if (endpoint instanceof GenericFileEndpoint<?> files
        && !(files.getOnCompletionExceptionHandler() instanceof Told)) {
      files.setOnCompletionExceptionHandler(
          new Told(files.getOnCompletionExceptionHandler(), (exchange, cause) -> notMoved(route)));
    }
  }

  /** Tells of a failure here, too. */
  private record Told(ExceptionHandler logged, BiConsumer<@Nullable Exchange, Throwable> noted)
      implements ExceptionHandler {
    @Override
    public void handleException(Throwable exception) {
      noted.accept(null, exception);
      logged.handleException(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
      noted.accept(null, exception);
      logged.handleException(message, exception);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
      noted.accept(exchange, exception);
      logged.handleException(message, exchange, exception);
    }
  }
}
