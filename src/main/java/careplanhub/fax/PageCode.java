package careplanhub.fax;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the QR code on each page of a printed parcel says: which parcel, which of its pages. There
 * is no personal data in it; what stands on the page is only in the hub's own books.
 *
 * <p>Its text is 56 digits, so that it fits version 3 with error correction H: the form ("1"), the
 * parcel's id as a number of 39 digits, page and pages of three digits each, and the CRC-32 of
 * those 46 digits as ten. The check protects from a page that was read wrongly and from foreign QR
 * codes; it is no proof against forgery, for which the id, random and told to the addressee alone,
 * and the person who confirms what was read must do.
 *
 * @param parcel the id of the parcel that the page was sent with
 * @param page from 1
 * @param pages how many pages the parcel has, at most {@link #MOST_PAGES}
 */
public record PageCode(UUID parcel, int page, int pages) {
  /** The most pages that a parcel on paper may have. */
  public static final int MOST_PAGES = 999;

  private static final Pattern TEXT =
      Pattern.compile("1([0-9]{39})([0-9]{3})([0-9]{3})([0-9]{10})");
  private static final int CHECKED_DIGITS = 46;
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(128);

  public PageCode {
    if (page < 1 || page > pages || pages > MOST_PAGES) {
      throw new IllegalArgumentException("There is no page " + page + " of " + pages);
    }
  }

  /** The text of the QR code: 56 ASCII digits. */
  public String write() {
    String checked = String.format(Locale.ROOT, "1%039d%03d%03d", number(parcel), page, pages);
    return checked + check(checked);
  }

  /** Reads a QR code's text; empty when it is none of ours or was read wrongly. */
  public static Optional<PageCode> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches() || !check(text.substring(0, CHECKED_DIGITS)).equals(parts.group(4))) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(parts.group(1));
    int page = Integer.parseInt(parts.group(2));
    int pages = Integer.parseInt(parts.group(3));
    if (number.compareTo(LARGEST) >= 0 || page < 1 || page > pages) {
      return Optional.empty();
    }
    UUID parcel = new UUID(number.shiftRight(64).longValue(), number.longValue());
    return Optional.of(new PageCode(parcel, page, pages));
  }

  private static BigInteger number(UUID id) {
    return new BigInteger(id.toString().replace("-", ""), 16);
  }

  private static String check(String digits) {
    CRC32 sum = new CRC32();
    sum.update(digits.getBytes(StandardCharsets.US_ASCII));
    return String.format(Locale.ROOT, "%010d", sum.getValue());
  }
}
