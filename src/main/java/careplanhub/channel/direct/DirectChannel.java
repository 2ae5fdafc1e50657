package careplanhub.channel.direct;

import careplanhub.ledger.Enclosures;
import careplanhub.ledger.ParcelLights;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Receptions;
import careplanhub.office.Directory;
import careplanhub.store.Vault;
import java.time.Clock;
import java.util.Map;

/**
 * The channel between offices of this hub: the bean that {@code routes/channel-direct.yaml} names.
 * Bind it before the route file is loaded. Safe for use from several threads.
 */
public final class DirectChannel {
  private final DirectCalls calls;

  /**
   * @param mostListed how many parcels of one office are listed at a time
   */
  public DirectChannel(
      Directory directory,
      Parcels parcels,
      Enclosures enclosures,
      ParcelLights lights,
      Receptions receptions,
      Vault vault,
      Taking taking,
      int mostListed,
      Clock clock) {
    this.calls =
        new DirectCalls(
            directory, parcels, enclosures, lights, receptions, vault, taking, mostListed, clock);
  }

  /** What to bind in Camel's registry, by name. */
  public Map<String, Object> beans() {
    return Map.of("directCalls", calls);
  }
}
