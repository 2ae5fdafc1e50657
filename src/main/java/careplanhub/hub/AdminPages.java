package careplanhub.hub;

import careplanhub.hub.RouteHealth.Health;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The admin server's small pages for machines. They carry ids and counts, and need no login. */
final class AdminPages {
  private static final JsonMapper JSON = new JsonMapper();

  private AdminPages() {}

  private record Page(int status, String type, String text) {}

  /**
   * {@code {"status":"UP","checks":[{"name","status","detail"}]}} with 200, DEGRADED too; DOWN with
   * 503.
   */
  static Handler health(Supplier<Health> health) {
    return page(() -> healthPage(health.get()));
  }

  /** Every meter in Prometheus's text form. */
  static Handler metrics(PrometheusMeterRegistry meters) {
    return page(
        () ->
            new Page(
                HttpStatus.OK_200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape()));
  }

  /** A fixed JSON document. */
  static Handler json(String text) {
    return page(() -> new Page(HttpStatus.OK_200, "application/json", text));
  }

  private static Page healthPage(Health health) throws JsonProcessingException {
    List<Map<String, String>> checks = new ArrayList<>();
    for (RouteHealth.Check check : health.checks()) {
      var told = new LinkedHashMap<String, String>();
      told.put("name", check.name());
      told.put("status", check.level().name());
      if (!check.detail().isEmpty()) {
        told.put("detail", check.detail());
      }
      checks.add(told);
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("status", health.level().name());
    all.put("checks", checks);
    return new Page(
        health.isUp() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
        "application/json",
        JSON.writeValueAsString(all));
  }

  private interface PageSource {
    Page get() throws JsonProcessingException;
  }

  private static Handler page(PageSource source) {
    return new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
          Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
          return true;
        }
        Page page = source.get();
        response.setStatus(page.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        Content.Sink.write(response, true, page.text(), callback);
        return true;
      }
    };
  }
}
