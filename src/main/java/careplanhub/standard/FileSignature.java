package careplanhub.standard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Knows by its first bytes what is no CSV though its name says so. */
final class FileSignature {
  /** How many bytes to look at. */
  static final int LENGTH = 4096;

  private static final int MOST_CONTROLS = 8;
  private static final int BYTES_A_CONTROL = 16;
  private static final String JIS_ESCAPE = "\u001B$B";

  /** What a file begins with, one character a byte, and what it then is, in Japanese. */
  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("PK\u0003\u0004", "ZIP（圧縮ファイルや Excel ブック）"),
          Map.entry("PK\u0005\u0006", "ZIP（空の圧縮ファイル）"),
          Map.entry("%PDF-", "PDF"),
          Map.entry("\u00FF\u00D8\u00FF", "JPEG の画像"),
          Map.entry("\u0089PNG", "PNG の画像"),
          Map.entry("GIF8", "GIF の画像"),
          Map.entry("II*\0", "TIFF の画像"),
          Map.entry("MM\0*", "TIFF の画像"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "古い形式の Office 文書（Excel など）"),
          Map.entry("\u001F\u008B", "gzip の圧縮ファイル"),
          Map.entry("7z\u00BC\u00AF'\u001C", "7-Zip の圧縮ファイル"),
          Map.entry("Rar!\u001A", "RAR の圧縮ファイル"),
          Map.entry("<?xml", "XML"),
          Map.entry("<!DOCTYPE", "HTML"),
          Map.entry("<html", "HTML"),
          Map.entry("\u00FF\u00FE", "UTF-16 の文書"),
          Map.entry("\u00FE\u00FF", "UTF-16 の文書"));

  private FileSignature() {}

  /** Japanese: what the file is, empty when it may be a CSV. */
  static Optional<String> foreign(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    Optional<String> known =
        SIGNATURES.entrySet().stream()
            .filter(signature -> begins(text, signature.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (known.isPresent()) {
      return known;
    }
    if (text.contains(JIS_ESCAPE)) {
      return Optional.of("ISO-2022-JP（JIS コード）の文書");
    }
    return isBinary(start) ? Optional.of("文字でないデータ") : Optional.empty();
  }

  private static boolean begins(String text, String signature) {
    return text.regionMatches(true, 0, signature, 0, signature.length());
  }

  /** A text has hardly a control character; some NULs in a text are told field by field. */
  private static boolean isBinary(byte[] start) {
    int controls = 0;
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\r' && b != '\n' && b != '\t') {
        controls++;
      }
    }
    return controls > MOST_CONTROLS && controls > start.length / BYTES_A_CONTROL;
  }
}
