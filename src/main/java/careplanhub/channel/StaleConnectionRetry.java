package careplanhub.channel;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.util.TimeValue;

/**
 * Repeats a call at once and only once when the connection was closed before its answer: the relay
 * may have closed a kept connection just then. Every call of the relay's interface may be repeated,
 * and a parcel goes with the same id and bytes. Time-outs and answers of any status are the hub's.
 */
final class StaleConnectionRetry extends DefaultHttpRequestRetryStrategy {
  StaleConnectionRetry() {
    super(
        1,
        TimeValue.ZERO_MILLISECONDS,
        List.of(
            InterruptedIOException.class,
            UnknownHostException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            SSLException.class),
        List.of());
  }

  @Override
  protected boolean handleAsIdempotent(HttpRequest request) {
    return true;
  }
}
