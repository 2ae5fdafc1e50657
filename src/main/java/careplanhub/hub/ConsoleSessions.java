package careplanhub.hub;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session in Hawtio. Each login gets a session of its own, so that an id planted
 * before the login is worth nothing after it; a logout ends it (Hawtio's own logout fails where no
 * container login exists, and leaves the session); it lasts as long as the hub's settings say
 * instead of Hawtio's, which belong to the whole process.
 *
 * <p>Public because the web application makes it by its name.
 */
public final class ConsoleSessions extends HttpFilter {
  private static final long serialVersionUID = 1;

  /** The servlet context's attribute with the limit in seconds. */
  static final String LIMIT = "careplanhub.sessionSeconds";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if ("/auth/logout".equals(path)) {
      end(request);
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    if ("/auth/login".equals(path) && "POST".equals(request.getMethod())) {
      end(request);
    }
    chain.doFilter(request, response);
    @Nullable HttpSession session = request.getSession(false);
    if (session != null && getServletContext().getAttribute(LIMIT) instanceof Integer limit) {
      session.setMaxInactiveInterval(limit);
    }
  }

  private static void end(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
