package careplanhub.standard;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

/** The line of 日本語名称 that a dialect may ask for. */
final class DialectHeader {
  private static final Charset MS932 = Charset.forName("windows-31j");

  private DialectHeader() {}

  /** The line in the standard's quoting, with its end; no name needs quotes. */
  static byte[] of(Layout layout) {
    return layout.fields().stream()
        .map(Field::japaneseName)
        .collect(Collectors.joining(",", "", "\r\n"))
        .getBytes(MS932);
  }
}
