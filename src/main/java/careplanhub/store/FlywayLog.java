package careplanhub.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flyway's log at one level below its own: what it calls information is of no use to an operator.
 */
public final class FlywayLog implements LogCreator {
  @Override
  public Log createLogger(Class<?> owner) {
    return new Lowered(LoggerFactory.getLogger(owner));
  }

  private record Lowered(Logger log) implements Log {
    @Override
    public boolean isDebugEnabled() {
      return log.isTraceEnabled();
    }

    @Override
    public void debug(String message) {
      log.trace(message);
    }

    @Override
    public void info(String message) {
      log.debug(message);
    }

    @Override
    public void warn(String message) {
      log.warn(message);
    }

    @Override
    public void error(String message) {
      log.error(message);
    }

    @Override
    public void error(String message, Exception failure) {
      log.error(message, failure);
    }

    @Override
    public void notice(String message) {
      log.debug(message);
    }
  }
}
