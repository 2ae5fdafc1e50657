package careplanhub.vendor;

import careplanhub.office.DataSize;

/**
 * How much of a file that is no text is read at most.
 *
 * @param unpacked all that is packed in it, together; {@code file} of the adapter says it
 * @param parts how many files are packed in it; the hub's settings say it
 */
public record FileLimits(DataSize unpacked, int parts) {
  /** What holds where neither an adapter nor the settings say anything. */
  public static FileLimits defaults() {
    return new FileLimits(new DataSize(64_000_000), 200);
  }
}
