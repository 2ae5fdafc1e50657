package careplanhub.standard;

import java.util.function.Consumer;

/**
 * One rule over the rows of one file, called with each row in the file's order. It may remember
 * what it saw: an object is for one file and one thread.
 */
@FunctionalInterface
interface FileRule {
  void check(Row row, Consumer<Finding> findings);

  /** Called once after the last row, when every record was a row. */
  default void finish(Consumer<Finding> findings) {}
}
