package careplanhub.fax.read;

import careplanhub.fax.page.PageImage;
import careplanhub.fax.read.ReadPage.KnownBy;
import careplanhub.fax.read.ReadPage.Orientation;
import careplanhub.office.PageReadingSettings;
import java.util.Optional;

/**
 * Reads what stands on decoded pages: our code, how the page lay, and the filled boxes of a result
 * sheet, after shrinking, skew, unequal resolutions, specks and a sender's line. Any page is read
 * to an end in a bounded time. Thread-safe.
 */
public final class PageReader {
  private static final int QUARTER = 90;

  private final PageReadingSettings settings;

  private PageReader(PageReadingSettings settings) {
    this.settings = settings;
  }

  public static PageReader of(PageReadingSettings settings) {
    return new PageReader(settings);
  }

  /** Reads one page; never fails, as a page of which nothing can be read is a page too. */
  public ReadPage read(PageImage image) {
    SquarePage sent = SquarePage.of(image);
    SenderStrip strip = SenderStrip.of(sent);
    Optional<PageImage> senderLine =
        strip.isThere()
            ? Optional.of(
                sent.part(0, strip.top(), sent.width(), strip.bottom() - strip.top()).image())
            : Optional.empty();
    SquarePage page = strip.isThere() ? sent.without(strip) : sent;
    Optional<PageQr.Found> code = PageQr.find(page);
    Optional<SheetPlace> place = SheetSearch.find(page);
    Orientation orientation = orientation(page, code, place);
    return new ReadPage(
        code.map(PageQr.Found::code),
        orientation,
        place.map(where -> new SheetBoxes(page, where, settings).read()),
        page.upright(orientation).image(),
        senderLine);
  }

  private static Orientation orientation(
      SquarePage page, Optional<PageQr.Found> code, Optional<SheetPlace> place) {
    if (place.isPresent()) {
      return orientation(Math.toDegrees(place.get().direction()), KnownBy.MARKS);
    }
    if (code.isPresent()) {
      double direction = Math.toDegrees(code.get().direction());
      return new Orientation(quarterTurns(direction), Skew.of(page).degrees(), KnownBy.CODE);
    }
    Skew skew = Skew.of(page);
    return new Orientation(skew.isLyingDown() ? 1 : 0, skew.degrees(), KnownBy.LINES);
  }

  private static Orientation orientation(double degrees, KnownBy knownBy) {
    int turns = quarterTurns(degrees);
    return new Orientation(
        turns, Math.IEEEremainder(degrees - turns * QUARTER, 4 * QUARTER), knownBy);
  }

  private static int quarterTurns(double degrees) {
    return Math.floorMod((int) Math.round(degrees / QUARTER), 4);
  }
}
