package careplanhub.vendor;

import careplanhub.standard.UserIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which words of a layout mean which user, as the office wrote it into {@code users.csv} and as
 * persons said it. What was found is remembered, bounded. For one thread.
 */
final class KnownUsers {
  /** The name of the office's table. */
  static final String TABLE = "users";

  private static final int MOST_REMEMBERED = 100_000;

  private final UserMatches matches;
  private final TableLookup table;
  private final Map<List<String>, Optional<UserIdentity>> users = new HashMap<>();
  private final Map<UserIdentity, Optional<List<String>>> words = new HashMap<>();

  /**
   * @param tables of the name {@code users}
   * @param columns whose words tell a user
   */
  KnownUsers(UserMatches matches, List<OfficeTable> tables, List<String> columns) {
    this.matches = matches;
    this.table = OfficeUsers.lookup(tables, columns);
  }

  Optional<UserIdentity> userOf(List<String> of) {
    if (users.size() >= MOST_REMEMBERED) {
      users.clear();
    }
    return users.computeIfAbsent(of, this::known);
  }

  /** The office's table comes first, so that a person can put right there what was answered. */
  private Optional<UserIdentity> known(List<String> asked) {
    return table.isAmbiguous(asked)
        ? Optional.empty()
        : table.valuesOf(asked).flatMap(OfficeUsers::user).or(() -> matches.userOf(asked));
  }

  Optional<List<String>> wordsOf(UserIdentity user) {
    if (words.size() >= MOST_REMEMBERED) {
      words.clear();
    }
    return words.computeIfAbsent(
        user,
        asked ->
            matches
                .wordsOf(asked)
                .or(() -> table.wordsOf(asked.insurerNumber() + asked.insuredNumber())));
  }
}
