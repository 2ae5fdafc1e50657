package careplanhub.store;

import java.util.regex.Pattern;

/**
 * The name of an object in the vault: the HMAC-SHA-256 of its content under the vault's name key.
 * The same bytes have the same id; without the key nobody can guess content from it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentId(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public ContentId {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("A content id has 64 hexadecimal digits.");
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
