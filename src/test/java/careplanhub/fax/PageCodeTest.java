package careplanhub.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a page's QR code says, so that a page that comes back finds its parcel and no other. */
class PageCodeTest {
  private static final PageCode CODE =
      new PageCode(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"), 12, 999);

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll long most, @ForAll long least, @ForAll @IntRange(min = 1, max = 999) int page) {
    PageCode code = new PageCode(new UUID(most, least), page, PageCode.MOST_PAGES);

    assertEquals(Optional.of(code), PageCode.parse(code.write()));
  }

  @Test
  void aCodeHasFiftySixDigits() {
    assertTrue(CODE.write().matches("[0-9]{56}"));
  }

  @Test
  void everyWrongDigitIsNoticed() {
    String text = CODE.write();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '9' ? '0' : (char) (text.charAt(i) + 1);
      String wrong = text.substring(0, i) + other + text.substring(i + 1);

      assertEquals(Optional.empty(), PageCode.parse(wrong), "digit " + i);
    }
  }

  @Test
  void foreignCodesAreNoneOfOurs() {
    for (String text : List.of("", "https://example.jp/", "1".repeat(56), CODE.write() + "0")) {
      assertEquals(Optional.empty(), PageCode.parse(text));
    }
  }

  @Test
  void aPageBeyondTheLastIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PageCode(CODE.parcel(), 3, 2));
    assertThrows(IllegalArgumentException.class, () -> new PageCode(CODE.parcel(), 1, 1000));
  }
}
