package careplanhub.channel;

/**
 * A file of a parcel, whole in memory.
 *
 * @param name without any folder; checked so that it is one plain name on every system, whoever it
 *     came from
 * @param content the bytes; not copied, so nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ParcelFile(String name, byte[] content) {
  private static final int LONGEST_NAME = 200;

  public ParcelFile {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.startsWith(".")
        || name.chars().anyMatch(c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("A parcel's file has no plain name.");
    }
  }
}
