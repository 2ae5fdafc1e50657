package careplanhub.vendor;

import careplanhub.standard.UserIdentity;
import java.util.List;
import java.util.Optional;

/**
 * What an office wrote down and what persons confirmed, so that a layout which says less than the
 * standard can be completed. Nothing of it is ever guessed.
 *
 * @param tables the office's own
 * @param matches which words of a layout mean which user
 */
public record OfficeKnowledge(OfficeTables tables, UserMatches matches) {
  /**
   * The user that words mean by the office's table {@code users.csv}; empty when it does not tell,
   * or tells two.
   *
   * @param columns of the layout that hold the words
   * @param words blanks and width evened out
   */
  public Optional<UserIdentity> inTable(List<String> columns, List<String> words) {
    return lookup(columns).valuesOf(words).flatMap(OfficeUsers::user);
  }

  /** Whether the office's table {@code users.csv} tells two users for the words. */
  public boolean isAmbiguous(List<String> columns, List<String> words) {
    return lookup(columns).isAmbiguous(words);
  }

  private TableLookup lookup(List<String> columns) {
    return OfficeUsers.lookup(tables.named(OfficeUsers.TABLE).stream().toList(), columns);
  }

  /** Knows nothing. */
  public static OfficeKnowledge none() {
    return new OfficeKnowledge(OfficeTables.none(), UserMatches.none());
  }
}
