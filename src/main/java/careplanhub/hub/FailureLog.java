package careplanhub.hub;

import ch.qos.logback.classic.Level;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that an exchange failed, where and by which kind of exception, and nothing else: Camel's own
 * error texts may quote the message (a failed type conversion does), and messages carry people's
 * data.
 */
class FailureLog extends EventNotifierSupport implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  private final String consumer;

  /**
   * @param consumer whose failures are told, as an address without secrets
   */
  FailureLog(String consumer) {
    this.consumer = consumer;
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof ExchangeFailedEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    Exchange exchange = ((ExchangeFailedEvent) event).getExchange();
    LOG.warn(
        "Exchange {} from route {} failed in route {}: {}",
        exchange.getExchangeId(),
        exchange.getFromRouteId(),
        exchange.getProperty(Exchange.FAILURE_ROUTE_ID),
        kindOf(exchange.getException()));
  }

  /**
   * What tells of a file that could not be moved after its exchange was done: that is no failure of
   * the exchange, so no event tells of it.
   */
  static ExceptionHandler afterwards(String consumer) {
    return new FailureLog(consumer) {
      @Override
      public void handleException(
          String message, @Nullable Exchange exchange, Throwable exception) {
        handleException(exception);
      }
    };
  }

  /**
   * Camel's file component names the file that it takes back, and its mail consumer quotes why it
   * takes a message back, whatever handlers they are given.
   */
  static void silenceFileNames() {
    silence("org.apache.camel.component.file.GenericFileOnCompletion");
    silence("org.apache.camel.component.mail.MailConsumer");
  }

  private static void silence(String logger) {
    if (LoggerFactory.getLogger(logger) instanceof ch.qos.logback.classic.Logger naming) {
      naming.setLevel(Level.OFF);
    }
  }

  @Override
  public void handleException(Throwable exception) {
    LOG.warn("The consumer of {} failed: {}", consumer, kindOf(exception));
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(exception);
  }

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    // The failed exchange itself has been told as an event.
    if (exchange == null) {
      handleException(exception);
    }
  }

  private static String kindOf(@Nullable Throwable failure) {
    var kinds = new StringBuilder();
    Throwable each = failure;
    for (int depth = 0; each != null && depth < 10; depth++) {
      kinds.append(depth == 0 ? "" : " caused by ").append(each.getClass().getName());
      StackTraceElement[] frames = each.getStackTrace();
      if (frames.length > 0) {
        kinds.append(" at ").append(frames[0]);
      }
      each = each.getCause();
    }
    return kinds.toString();
  }
}
