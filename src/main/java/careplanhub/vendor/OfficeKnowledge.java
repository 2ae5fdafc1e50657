package careplanhub.vendor;

/**
 * What an office wrote down and what persons confirmed, so that a layout which says less than the
 * standard can be completed. Nothing of it is ever guessed.
 *
 * @param tables the office's own
 * @param matches which words of a layout mean which user
 */
public record OfficeKnowledge(OfficeTables tables, UserMatches matches) {
  /** Knows nothing. */
  public static OfficeKnowledge none() {
    return new OfficeKnowledge(OfficeTables.none(), UserMatches.none());
  }
}
