package careplanhub.security;

import java.io.IOException;

/** An office has keys, and none of them can be used now. */
public final class UnusableKeyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final KeyRing.Problem problem;

  UnusableKeyException(KeyRing.Problem problem) {
    super("No usable key: " + problem);
    this.problem = problem;
  }

  /** What is the matter with the newest one. */
  public KeyRing.Problem problem() {
    return problem;
  }
}
