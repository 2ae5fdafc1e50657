package careplanhub.hub;

/**
 * A route file that cannot run. The message is a Japanese sentence for the operator; the cause,
 * when there is one, is for the engineer.
 */
final class RouteFileException extends Exception {
  private static final long serialVersionUID = 1;

  RouteFileException(String message) {
    super(message);
  }

  RouteFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
