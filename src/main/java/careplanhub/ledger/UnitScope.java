package careplanhub.ledger;

import careplanhub.standard.UserIdentity;
import careplanhub.store.Vault;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of its files' users a unit carries. A unit that was split from another carries nobody but
 * those it was made for. Immutable.
 */
public final class UnitScope implements Predicate<UserIdentity> {
  private final Vault vault;
  private final boolean split;
  private final Set<String> included;
  private final Set<String> excluded;

  /**
   * @param split whether only who is included is carried
   * @param included indexes of users and of words
   * @param excluded the same
   */
  UnitScope(Vault vault, boolean split, Set<String> included, Set<String> excluded) {
    this.vault = vault;
    this.split = split;
    this.included = Set.copyOf(included);
    this.excluded = Set.copyOf(excluded);
  }

  @Override
  public boolean test(UserIdentity user) {
    return isWhole() || has(OutgoingUnits.userIndex(vault, user));
  }

  /** Whether it is this unit's to ask who is meant by words that nobody knows. */
  public boolean asksAbout(UserWords words) {
    return isWhole() || has(words.index(vault));
  }

  private boolean isWhole() {
    return !split && excluded.isEmpty();
  }

  private boolean has(String index) {
    return (!split || included.contains(index)) && !excluded.contains(index);
  }
}
