package careplanhub.standard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/**
 * The character set of the standard (4.3) as two tables, built once from the JDK's windows-31j with
 * a decoder and an encoder that report. A character counts as one of MS932 only when it comes back
 * as itself: the JDK's encoder, though told to report, writes U+00A5 as 5C, U+203E as 7E and ten
 * more that are other characters when they are read again. User-defined characters (外字, F040–F9FC)
 * decode to private use and encode to nothing.
 */
public final class Ms932 {
  static final char UNDECODABLE = '\uFFFD';
  private static final char FIRST_USER_DEFINED = '\uE000';
  private static final char LAST_USER_DEFINED = '\uF8FF';
  private static final int CODES = 0x10000;
  private static final int BYTES = 0x100;
  private static final char[] DECODED = new char[CODES];
  private static final char[] ENCODED = new char[CODES];

  static {
    Charset charset = Charset.forName("windows-31j");
    fillDecoded(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    fillEncoded(charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private Ms932() {}

  /** Whether the byte, from 0 to 255, is one that begins a character of two bytes. */
  static boolean isLead(int first) {
    return (first >= 0x81 && first <= 0x9F) || (first >= 0xE0 && first <= 0xFC);
  }

  /**
   * The character of a code: one byte, or two with the first in the higher half; {@link
   * #UNDECODABLE} when there is none.
   */
  static char decoded(int code) {
    return DECODED[code];
  }

  /**
   * The code of a character: up to FF one byte, else two; 0 when MS932 has it not. U+0000 has the
   * code 0 too, and nothing of ours is written with it.
   */
  public static int encoded(char character) {
    return ENCODED[character];
  }

  /** Whether the character is one that MS932 has, which no user-defined one is. */
  static boolean has(char character) {
    return ENCODED[character] != 0;
  }

  /** Whether each character of the text is one that MS932 has. */
  static boolean has(String text) {
    return text.chars().allMatch(c -> has((char) c));
  }

  /** Whether the character is for private use, as 外字 are when they are decoded. */
  static boolean isUserDefined(char character) {
    return character >= FIRST_USER_DEFINED && character <= LAST_USER_DEFINED;
  }

  private static void fillDecoded(CharsetDecoder decoder) {
    for (int first = 0; first < BYTES; first++) {
      DECODED[first] = decode(decoder, (byte) first);
      for (int second = 0; second < BYTES && first >= 0x80; second++) {
        DECODED[first << 8 | second] = decode(decoder, (byte) first, (byte) second);
      }
    }
  }

  private static char decode(CharsetDecoder decoder, byte... bytes) {
    try {
      CharBuffer characters = decoder.decode(ByteBuffer.wrap(bytes));
      return characters.length() == 1 ? characters.get(0) : UNDECODABLE;
    } catch (CharacterCodingException e) {
      return UNDECODABLE;
    }
  }

  private static void fillEncoded(CharsetEncoder encoder) {
    for (int i = 1; i < CODES; i++) {
      char character = (char) i;
      if (!Character.isSurrogate(character) && !isUserDefined(character)) {
        int code = encode(encoder, character);
        ENCODED[i] = DECODED[code] == character ? (char) code : 0;
      }
    }
  }

  private static int encode(CharsetEncoder encoder, char character) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(new char[] {character}));
      int first = Byte.toUnsignedInt(bytes.get());
      return bytes.hasRemaining() ? first << 8 | Byte.toUnsignedInt(bytes.get()) : first;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }
}
