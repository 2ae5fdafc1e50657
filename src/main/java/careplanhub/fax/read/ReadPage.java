package careplanhub.fax.read;

import careplanhub.fax.PageCode;
import careplanhub.fax.page.PageImage;
import java.util.Optional;

/**
 * What was read on a page. Nothing of it is a fact before a person has confirmed it, except where
 * the page belongs, when our own code says so. Its pictures hold personal data.
 *
 * @param code which parcel and page of ours it is
 * @param orientation how it lay
 * @param marks the boxes, when it is a result sheet, also one whose code could not be read
 * @param upright its picture turned upright and level, with square pixels in grey, without the
 *     sender's line
 * @param senderLine the line that the sending machine added, as it was sent
 */
public record ReadPage(
    Optional<PageCode> code,
    Orientation orientation,
    Optional<SheetMarks> marks,
    PageImage upright,
    Optional<PageImage> senderLine) {

  /**
   * How a page lay when it was sent.
   *
   * @param quarterTurns how often it was turned a quarter clockwise, from 0 to 3
   * @param skewDegrees how much further clockwise it was turned
   * @param knownBy what tells it
   */
  public record Orientation(int quarterTurns, double skewDegrees, KnownBy knownBy) {
    double radians() {
      return Math.toRadians(quarterTurns * 90 + skewDegrees);
    }
  }

  /** What tells how a page lay. */
  public enum KnownBy {
    /** Our code. */
    CODE,
    /** The corner marks and boxes of our result sheet. */
    MARKS,
    /** The direction of its lines only, so that it may be upside down. */
    LINES
  }
}
