package careplanhub.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a partner, as far as they are written down.
 *
 * @param chosen the way that somebody wrote down; null when the rule chooses
 * @param fallbacks the ways to take, in this order, when the one before does not know the partner;
 *     null when the rule chooses
 * @param onRelay whether it takes part in the relay; null when that is not known, and then the
 *     relay is tried, since lists are out of date before offices are
 */
public record PartnerChannels(
    @Nullable ChannelName chosen,
    @Nullable List<ChannelName> fallbacks,
    @Nullable Boolean onRelay) {
  /** Nothing is written: the relay is tried. */
  static final PartnerChannels UNWRITTEN = new PartnerChannels(null, null, null);

  public PartnerChannels {
    fallbacks = fallbacks == null ? null : List.copyOf(fallbacks);
  }

  /** Whether it is known, or not denied, that the partner takes part in the relay. */
  public boolean usesRelay() {
    return !Boolean.FALSE.equals(onRelay);
  }

  /**
   * The ways in the order in which they are tried: what is written, else the relay, else the
   * others.
   *
   * @param others the ways beside the relay that exist between the two, the better one first
   */
  List<ChannelName> inOrder(List<ChannelName> others) {
    List<ChannelName> rule = new ArrayList<>();
    if (chosen == null ? usesRelay() : Boolean.TRUE.equals(onRelay)) {
      rule.add(ChannelName.RELAY);
    }
    rule.addAll(others);
    Set<ChannelName> order = new LinkedHashSet<>();
    if (chosen != null) {
      order.add(chosen);
    } else {
      rule.stream().findFirst().ifPresent(order::add);
    }
    order.addAll(fallbacks == null ? rule : fallbacks);
    return List.copyOf(order);
  }
}
