package careplanhub.channel;

import org.apache.camel.Exchange;

/**
 * Keeps an answer readable behind a circuit breaker. Camel's breaker works on a copy of the
 * exchange and ends the copy with the breaker, which would close the connection before the answer
 * is read. The two steps stand before and inside the breaker of a route.
 */
public final class OpenAnswers {
  private static final String OUTSIDE = "openAnswerOutside";

  OpenAnswers() {}

  /** Before the breaker: notes whose end is to close the connection. */
  public void begin(Exchange exchange) {
    exchange.setProperty(OUTSIDE, exchange);
  }

  /** Inside the breaker, after the call: the connection is closed at the end of that exchange. */
  public void handOver(Exchange copy) {
    Exchange outside = copy.getProperty(OUTSIDE, Exchange.class);
    if (outside != null) {
      copy.getExchangeExtension().handoverCompletions(outside);
    }
    copy.removeProperty(OUTSIDE);
  }
}
