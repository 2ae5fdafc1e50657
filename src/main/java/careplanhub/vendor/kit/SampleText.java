package careplanhub.vendor.kit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a sample and how it is written.
 *
 * @param text without a byte order mark
 * @param charset MS932, UTF-8 or UTF-8-BOM
 * @param lineEnd CRLF or LF: the first that there is
 * @param undecodable whether bytes are in it that are no character
 */
record SampleText(String text, String charset, String lineEnd, boolean undecodable) {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Sniffs the charset: a mark tells UTF-8; else what is strictly UTF-8 and not only ASCII is that;
   * else it is MS932.
   *
   * @throws KitException for what is no text of these charsets
   */
  static SampleText of(byte[] bytes) throws KitException {
    refuseOthers(bytes);
    boolean marked = startsWith(bytes, MARK);
    byte[] plain = marked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    Optional<String> utf8 = decoded(plain, StandardCharsets.UTF_8);
    boolean ascii = isAscii(plain);
    String charset = marked ? "UTF-8-BOM" : utf8.isPresent() && !ascii ? "UTF-8" : "MS932";
    Charset decoding = charset.equals("MS932") ? MS932 : StandardCharsets.UTF_8;
    Optional<String> strict = decoded(plain, decoding);
    String text = strict.orElseGet(() -> new String(plain, decoding));
    int line = text.indexOf('\n');
    boolean crlf = line < 0 || (line > 0 && text.charAt(line - 1) == '\r');
    return new SampleText(text, charset, crlf ? "CRLF" : "LF", strict.isEmpty());
  }

  private static void refuseOthers(byte[] bytes) throws KitException {
    if (bytes.length == 0) {
      throw new KitException("見本が空です。行のあるファイルを指定してください。");
    }
    if (startsWith(bytes, new byte[] {'P', 'K', 3, 4})
        || startsWith(bytes, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})) {
      throw new KitException("Excel か ZIP のファイルです。CSV で書き出したものを指定してください。");
    }
    boolean wide =
        startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE})
            || startsWith(bytes, new byte[] {(byte) 0xFE, (byte) 0xFF});
    if (wide) {
      throw new KitException("UTF-16 のファイルです。UTF-8 か Shift_JIS（MS932）で書き出したものを指定してください。");
    }
    for (byte one : bytes) {
      if (one == 0) {
        throw new KitException("文字でないバイト（0）があるので CSV として読めません。CSV で書き出したものを指定してください。");
      }
    }
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }
}
