package careplanhub.relay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the operation for a call and turns its failures into answers: a {@link Refusal} into HTTP
 * 200 with its code, everything else into a status without a body.
 */
final class RelayHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);

  private final List<Operation> operations;
  private final Callers callers;
  private final Clock clock;
  private final Duration requestTime;

  RelayHandler(List<Operation> operations, Callers callers, Clock clock, Duration requestTime) {
    this.operations = operations;
    this.callers = callers;
    this.clock = clock;
    this.requestTime = requestTime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    try {
      answer(request, response);
      callback.succeeded();
    } catch (SystemFault e) {
      end(response, callback, e.status(), e);
    } catch (RequestBody.TooSlow e) {
      end(response, callback, 408, e);
    } catch (IOException e) {
      LOG.info("A call ended early: {}", e.getClass().getSimpleName());
      callback.failed(new EofException(e));
    } catch (RuntimeException e) {
      LOG.error("A call failed", e);
      end(response, callback, 500, e);
    }
    return true;
  }

  private void answer(Request request, Response response) throws IOException, SystemFault {
    Caller caller = callers.of(request).orElseThrow(() -> new SystemFault(403));
    String path = Request.getPathInContext(request);
    boolean known = false;
    for (Operation operation : operations) {
      Optional<List<String>> variables = operation.match(path);
      if (variables.isPresent() && operation.method().equals(request.getMethod())) {
        run(operation, new Call(request, response, caller, variables.get(), clock, requestTime));
        return;
      }
      known |= variables.isPresent();
    }
    throw new SystemFault(known ? 405 : 404);
  }

  private static void run(Operation operation, Call call) throws IOException, SystemFault {
    try {
      operation.work().answer(call);
    } catch (Refusal e) {
      LOG.info(
          "{} {} of office {}: {}",
          operation.method(),
          operation.path(),
          call.caller().office(),
          e.code());
      call.answer(new Answers.Failure(e.code().name(), e.code().message()));
    }
  }

  private static void end(Response response, Callback callback, int status, Exception reason) {
    if (response.isCommitted()) {
      callback.failed(reason);
    } else {
      response.reset();
      response.setStatus(status);
      callback.succeeded();
    }
  }
}
