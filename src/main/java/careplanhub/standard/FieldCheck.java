package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/** Judges one value that is not empty. Stateless, safe for every thread. */
@FunctionalInterface
interface FieldCheck {
  /** What is wrong with the value, null when nothing is. */
  @Nullable FindingCode check(String value);
}
