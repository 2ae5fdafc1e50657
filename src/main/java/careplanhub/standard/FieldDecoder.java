package careplanhub.standard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Turns the bytes of a field into text and tells each byte that is no character. Nothing is
 * replaced silently: a byte that cannot be read stands as U+FFFD, which no writer takes, and 外字 as
 * private use, which none takes either.
 */
final class FieldDecoder {
  /** Hears what is wrong with a field's characters. */
  interface Listener {
    /**
     * Something was met in the field at hand.
     *
     * @param details what stands at the message's places
     */
    void found(FindingCode code, String... details);
  }

  private static final int FIRST_TRAIL = 0x40;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Listener listener;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private char[] characters = new char[1024];

  FieldDecoder(Listener listener) {
    this.listener = listener;
  }

  /** The text of bytes that hold MS932. */
  String ms932(byte[] bytes, int from, int to) {
    char[] text = room(to - from);
    int length = 0;
    for (int i = from; i < to; i++) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        text[length++] = (char) first;
        continue;
      }
      int code = first;
      if (Ms932.isLead(first) && i + 1 < to && (bytes[i + 1] & 0xFF) >= FIRST_TRAIL) {
        code = first << 8 | (bytes[++i] & 0xFF);
      }
      char character = Ms932.decoded(code);
      text[length++] = character;
      if (character == Ms932.UNDECODABLE) {
        listener.found(FindingCode.OUTSIDE_MS932, Integer.toString(length), hex(code));
      } else if (Ms932.isUserDefined(character)) {
        listener.found(FindingCode.USER_DEFINED, Integer.toString(length), hex(code));
      }
    }
    return new String(text, 0, length);
  }

  /** The text of bytes that hold UTF-8, with what MS932 has not replaced from the table. */
  String utf8(byte[] bytes, int from, int to) {
    CharBuffer text = CharBuffer.wrap(room(to - from));
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
    boolean malformed = false;
    utf8.reset();
    while (true) {
      CoderResult result = utf8.decode(rest, text, true);
      if (!result.isError()) {
        break;
      }
      malformed = true;
      byte[] wrong = new byte[result.length()];
      rest.get(wrong);
      text.put(Ms932.UNDECODABLE);
      listener.found(
          FindingCode.OUTSIDE_MS932,
          Integer.toString(text.position()),
          "0x" + HEX.formatHex(wrong));
    }
    String value = text.flip().toString();
    return Ms932.has(value) ? value : replaced(value, malformed);
  }

  private String replaced(String value, boolean malformed) {
    return Replacements.table()
        .apply(
            value,
            (place, from, to) ->
                listener.found(
                    FindingCode.CHARACTER_REPLACED,
                    Replacement.codePoints(from) + " → " + Replacement.codePoints(to)),
            (place, codePoint) -> {
              boolean told = codePoint == 0 || (codePoint == Ms932.UNDECODABLE && malformed);
              if (!told) {
                listener.found(
                    FindingCode.OUTSIDE_MS932_IN_UTF_8,
                    Integer.toString(place),
                    Replacement.codePoint(codePoint));
              }
            });
  }

  private static String hex(int code) {
    return String.format(Locale.ROOT, code > 0xFF ? "0x%04X" : "0x%02X", code);
  }

  private char[] room(int length) {
    if (characters.length < length) {
      characters = new char[length];
    }
    return characters;
  }
}
