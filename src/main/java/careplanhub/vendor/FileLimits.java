package careplanhub.vendor;

import careplanhub.office.DataSize;

/**
 * How much of a file that is no text is read at most; {@code file} of the adapter says it.
 *
 * @param unpacked all that is packed in it, together
 */
public record FileLimits(DataSize unpacked) {
  /** What holds where an adapter says nothing. */
  public static FileLimits defaults() {
    return new FileLimits(new DataSize(64_000_000));
  }
}
