package careplanhub.vendor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one number that stands for all that an adapter does: its mapping, its tables and its routes.
 * Evidence, approvals and packs name it. It is the SHA-256 of what {@code sha256sum} prints for the
 * files that {@link #counts count}, in the order of their names' UTF-8 bytes, so that anybody can
 * compute it:
 *
 * <pre>
 * cd config/vendors/NAME
 * find . -type f -printf '%P\\n' | grep -vE '^scenarios/|(^|/)\\.|~' |
 *   LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum
 * </pre>
 */
public final class AdapterHash {
  private static final String SCENARIOS = "scenarios/";

  private AdapterHash() {}

  /**
   * Whether a file changes what its adapter does. Scenarios do not, and neither do hidden files and
   * what editors and spreadsheets leave beside a file.
   *
   * @param name below the adapter's folder, with {@code /} between folders
   */
  public static boolean counts(String name) {
    boolean hidden = name.startsWith(".") || name.contains("/.");
    return !name.startsWith(SCENARIOS) && !hidden && !name.contains("~");
  }

  /**
   * The hash of an adapter's files.
   *
   * @param files by their names below the folder; those that do not count may be among them
   * @return 64 hexadecimal digits, small letters
   * @throws IllegalArgumentException when a name has a line break or a backslash
   */
  public static String of(Map<String, byte[]> files) {
    Map<Name, byte[]> sorted = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (counts(name)) {
            sorted.put(Name.of(name), bytes);
          }
        });
    StringBuilder lines = new StringBuilder();
    sorted.forEach(
        (name, bytes) -> lines.append(sha256(bytes)).append("  ").append(name.text()).append('\n'));
    return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** A file's name, in the order of its UTF-8 bytes, which is that of its code points. */
  private record Name(String text) implements Comparable<Name> {
    static Name of(String text) {
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\\') >= 0) {
        throw new IllegalArgumentException("a file of an adapter has an impossible name");
      }
      return new Name(text);
    }

    @Override
    public int compareTo(Name other) {
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
