package careplanhub.channel.direct;

import careplanhub.ledger.Reception;
import java.io.IOException;

/** Looks whether an office's software or staff took what was delivered. */
@FunctionalInterface
public interface Taking {
  /**
   * Whether none of the reception's files lies in the inbox any more.
   *
   * @param reception one that was delivered
   * @throws IOException when the inbox cannot be looked at: it says nothing
   */
  boolean isTaken(Reception reception) throws IOException;
}
