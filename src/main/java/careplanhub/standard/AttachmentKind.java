package careplanhub.standard;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of file that may travel in a parcel.
 *
 * @param ending of its name, lower case, without the dot
 * @param group what it counts as
 * @param beginnings what its bytes begin with, one of several; empty for a text
 * @param text whether it is a text
 */
@SuppressWarnings("ArrayRecordComponent") // the beginnings are compared byte by byte
public record AttachmentKind(String ending, Group group, List<byte[]> beginnings, boolean text) {
  /** So many bytes at the beginning of a file are looked at. */
  public static final int HEAD = 64;

  /** What files count as. */
  public enum Group {
    CSV,
    IMAGE,
    PDF,
    /** Carried only between partners who agreed to it. */
    OTHER
  }

  public AttachmentKind {
    beginnings = List.copyOf(beginnings);
  }

  /**
   * Whether bytes are what the ending says.
   *
   * @param head the first bytes of the file, {@link #HEAD} of them or all when it has fewer
   */
  public boolean fits(byte[] head) {
    return text
        ? isText(head)
        : beginnings.stream()
            .anyMatch(
                beginning ->
                    head.length >= beginning.length
                        && Arrays.equals(
                            head, 0, beginning.length, beginning, 0, beginning.length));
  }

  private static boolean isText(byte[] head) {
    for (byte value : head) {
      if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r') {
        return false;
      }
    }
    return true;
  }
}
