package careplanhub.vendor.form;

import org.jspecify.annotations.Nullable;

/**
 * A value that a form or lens cannot take over; becomes a finding with the row's place. It has no
 * stack trace: it speaks of data, and a file may hold many.
 */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String place;
  private final String advice;

  /**
   * A refusal whose place is not known yet.
   *
   * @param advice Japanese: what is wrong and what would be right; never the value
   */
  public UnreadableException(String advice) {
    this(null, advice);
  }

  private UnreadableException(@Nullable String place, String advice) {
    super("A value cannot be taken over.", null, false, false);
    this.place = place;
    this.advice = advice;
  }

  /** The same refusal, about this column of the vendor or field of the standard. */
  public UnreadableException at(String columnOrField) {
    return new UnreadableException(columnOrField, advice);
  }

  /** The vendor's column or the standard's field; null when it is about the whole row. */
  public @Nullable String place() {
    return place;
  }

  /** Japanese, without the place. */
  public String advice() {
    return advice;
  }
}
