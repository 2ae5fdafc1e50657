package careplanhub.standard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What a file is written in. */
enum Encoding {
  /** What the standard says (4.3). */
  MS932,
  /** Tolerated. */
  UTF_8,
  /** Refused, because as MS932 it would pass as half-width kana. */
  EUC_JP;

  /** How many bytes, from the first record on that is not ASCII, are looked at. */
  static final int WINDOW = 1 << 16;

  /** Of Japanese text, at least one character in so many is kana. */
  private static final int LEAST_KANA = 8;

  private static final String OF_TWO_BYTES = "[\\u0000-\\u07FF]+";

  /**
   * Decides by the bytes from the first record on that is not ASCII. Japanese in MS932 is
   * practically never valid UTF-8: each kana and kanji would have to be three bytes that make one
   * character that Japanese uses. A few words in MS932 may look like rare letters in UTF-8, and
   * count as MS932. When neither fits, the one with fewer bad places.
   *
   * @param window may end within a character
   * @param marked whether the file begins with a byte order mark
   */
  static Encoding of(byte[] window, boolean marked) {
    CharBuffer text = CharBuffer.allocate(window.length);
    int badUtf8 = decodeUtf8(ByteBuffer.wrap(window), text);
    int badMs932 = badMs932(window);
    if (badUtf8 > 0 && isEucJp(window)) {
      return EUC_JP;
    }
    String wide = text.flip().toString().replaceAll(OF_TWO_BYTES, "");
    if (badUtf8 == 0) {
      return marked || badMs932 > 0 || isMostlyJapanese(wide) ? UTF_8 : MS932;
    }
    return badUtf8 < badMs932 && badUtf8 < wide.length() ? UTF_8 : MS932;
  }

  private static boolean isMostlyJapanese(String wide) {
    long japanese = wide.chars().filter(character -> Ms932.has((char) character)).count();
    return japanese * 2 > wide.length();
  }

  private static int decodeUtf8(ByteBuffer bytes, CharBuffer text) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    int bad = 0;
    while (true) {
      CoderResult result = decoder.decode(bytes, text, false);
      if (!result.isError()) {
        return bad;
      }
      bytes.position(bytes.position() + result.length());
      bad++;
    }
  }

  private static int badMs932(byte[] bytes) {
    int bad = 0;
    for (int i = 0; i < bytes.length; i++) {
      int first = bytes[i] & 0xFF;
      if (Ms932.isLead(first)) {
        i++;
        boolean whole = i < bytes.length;
        bad += whole && isBad(Ms932.decoded(first << 8 | (bytes[i] & 0xFF))) ? 1 : 0;
      } else if (Ms932.decoded(first) == Ms932.UNDECODABLE) {
        bad++;
      }
    }
    return bad;
  }

  private static boolean isBad(char character) {
    return character == Ms932.UNDECODABLE || Ms932.isUserDefined(character);
  }

  /** Pairs of high bytes and nothing else, some of them kana, which MS932 has at other codes. */
  private static boolean isEucJp(byte[] bytes) {
    int pairs = 0;
    int kana = 0;
    int i = 0;
    while (i < bytes.length) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        i++;
        continue;
      }
      boolean high = i + 1 == bytes.length || (bytes[i + 1] & 0xFF) >= 0xA1;
      boolean lead = first == 0x8E || (first >= 0xA1 && first <= 0xF4);
      if (!lead || !high) {
        return false;
      }
      i += 2;
      pairs++;
      kana += first == 0xA4 || first == 0xA5 ? 1 : 0;
    }
    return kana * LEAST_KANA >= pairs;
  }
}
