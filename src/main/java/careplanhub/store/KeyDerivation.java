package careplanhub.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 and HKDF-SHA-256 (RFC 5869) over it. */
final class KeyDerivation {
  private static final String HMAC = "HmacSHA256";
  private static final byte[] NO_SALT = new byte[32];

  private KeyDerivation() {}

  /** HKDF for one block of 32 bytes: extract with the salt, expand with the purpose. */
  static byte[] derive(byte[] key, byte[] salt, String purpose) {
    byte[] extracted = mac(salt.length == 0 ? NO_SALT : salt).doFinal(key);
    Mac expand = mac(extracted);
    expand.update(purpose.getBytes(StandardCharsets.UTF_8));
    expand.update((byte) 1);
    return expand.doFinal();
  }

  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + HMAC, e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
