package careplanhub.hub;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything the admin server serves: refuses requests that name another host (a page
 * elsewhere whose name points at this machine) or use another method than it serves, and gives
 * every answer the security headers. Scripts, styles and connections come from this server alone.
 */
final class RequestGuard extends Handler.Wrapper {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private final Set<String> hosts;

  RequestGuard(Set<String> hosts, Handler next) {
    super(next);
    this.hosts = Set.copyOf(hosts);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    if (!Request.getPathInContext(request).startsWith(HawtioApplication.PATH + "/static/")) {
      headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
    if (!hosts.contains(Request.getServerName(request))) {
      Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
      return true;
    }
    if (!METHODS.contains(request.getMethod())) {
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
