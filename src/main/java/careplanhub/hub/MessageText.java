package careplanhub.hub;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * The message (連絡文) that staff write with an editor of Windows, read without replacing any
 * character, and written so that such an editor shows it.
 */
final class MessageText {
  /** The name of the file that holds it; Windows and macOS write it in different bytes. */
  static final String FILE = "連絡文.txt";

  private static final Charset WINDOWS = Charset.forName("MS932");
  private static final String BOM = "\uFEFF";

  private MessageText() {}

  static boolean isNamed(String fileName) {
    return Normalizer.normalize(fileName, Normalizer.Form.NFC).equals(FILE);
  }

  /**
   * What the bytes say, lines ended by LF and no blank at either end: in UTF-8, in UTF-16 with its
   * mark, else in MS932.
   *
   * @return empty when they are none of these
   */
  static Optional<String> read(byte[] bytes) {
    List<Charset> tried =
        isUtf16(bytes)
            ? List.of(StandardCharsets.UTF_16)
            : List.of(StandardCharsets.UTF_8, WINDOWS);
    return tried.stream()
        .flatMap(charset -> decoded(bytes, charset).stream())
        .findFirst()
        .map(text -> text.startsWith(BOM) ? text.substring(1) : text)
        .map(text -> text.replace("\r\n", "\n").replace('\r', '\n').strip());
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
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

  /** The message as a file: UTF-8 with BOM and CRLF. */
  static byte[] file(String message) {
    return (BOM + message.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
