package careplanhub.lab.chaos;

import java.io.IOException;

/**
 * A trouble that relay and hubs must withstand, tried in a world of its own.
 *
 * @param name lower-case words joined by hyphens, as on the command line
 * @param description what goes wrong, in Japanese
 * @param invariant what must hold besides what {@link ChaosCheck} always looks at, in Japanese
 * @param ordeal makes the trouble in a world whose folders are there and whose programs stand still
 */
public record Scenario(String name, String description, String invariant, Ordeal ordeal) {

  /** How the trouble is made; what does not hold is told to the world. */
  @FunctionalInterface
  interface Ordeal {
    void happenIn(ChaosWorld world) throws IOException, InterruptedException;
  }
}
