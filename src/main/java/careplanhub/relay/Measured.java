package careplanhub.relay;

import careplanhub.standard.AttachmentKind;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts and hashes bytes on their way, remembers the first ones, and stops at a bound. */
final class Measured extends FilterOutputStream {
  private static final int HEAD = AttachmentKind.HEAD;

  /** After a BOM and a quote: the first field of a record, when it is six digits. */
  private static final Pattern CSV_VERSION =
      Pattern.compile(
          "(?:\\u00EF\\u00BB\\u00BF)?\"?([0-9]{6})\"?(?:,|\\r|\\n|$).*", Pattern.DOTALL);

  private final MessageDigest digest = Sha256.digest();
  private final long maximum;
  private final byte[] head = new byte[HEAD];
  private long size;
  private @Nullable String sha256;

  Measured(OutputStream target, long maximum) {
    super(target);
    this.maximum = maximum;
  }

  /** More bytes came than are allowed. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > maximum - size) {
      throw new TooMuch();
    }
    if (size < HEAD) {
      System.arraycopy(bytes, offset, head, (int) size, (int) Math.min(length, HEAD - size));
    }
    digest.update(bytes, offset, length);
    size += length;
    out.write(bytes, offset, length);
  }

  long size() {
    return size;
  }

  /** The first bytes, at most 64. */
  byte[] head() {
    return Arrays.copyOf(head, (int) Math.min(size, HEAD));
  }

  String sha256() {
    String known = sha256;
    if (known == null) {
      known = HexFormat.of().formatHex(digest.digest());
      sha256 = known;
    }
    return known;
  }

  /** CSVバージョン of a CSV file's first record, empty when the file is none or does not say it. */
  String csvVersion(String fileName) {
    if (!fileName.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return "";
    }
    String text = new String(head, 0, (int) Math.min(size, HEAD), StandardCharsets.ISO_8859_1);
    Matcher version = CSV_VERSION.matcher(text);
    return version.matches() ? version.group(1) : "";
  }
}
