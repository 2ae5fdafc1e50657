package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Waits, with a limit, for what another thread is about to do. */
final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Eventually() {}

  static void holds(Callable<Boolean> condition) throws Exception {
    holds("", condition);
  }

  static void holds(String what, Callable<Boolean> condition) throws Exception {
    holds(what, LIMIT, condition);
  }

  static void holds(String what, Duration limit, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        fail("did not happen within " + limit + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** The first answer of this status. */
  static HttpResponse<String> is(int status, Callable<HttpResponse<String>> request)
      throws Exception {
    var last = new AtomicReference<HttpResponse<String>>();
    holds(
        "an answer of status " + status,
        () -> {
          last.set(request.call());
          return last.get().statusCode() == status;
        });
    return last.get();
  }
}
