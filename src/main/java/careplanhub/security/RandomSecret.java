package careplanhub.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets nobody can guess. */
public final class RandomSecret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;
  private static final int PASSWORD_LENGTH = 24;
  private static final String EASY_TO_READ =
      "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private RandomSecret() {}

  /** 256 bits as 43 characters that need no escaping in a URL or header. */
  public static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 24 letters and digits that people do not confuse: about 138 bits. */
  public static char[] password() {
    char[] password = new char[PASSWORD_LENGTH];
    for (int index = 0; index < password.length; index++) {
      password[index] = EASY_TO_READ.charAt(RANDOM.nextInt(EASY_TO_READ.length()));
    }
    return password;
  }
}
