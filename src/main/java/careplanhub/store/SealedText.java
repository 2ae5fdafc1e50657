package careplanhub.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Small texts under AES-256-GCM: {@code keyNumber.base64(nonce, ciphertext, tag)}. */
final class SealedText {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final VaultKey keys;
  private final SecureRandom random = new SecureRandom();

  SealedText(VaultKey keys) {
    this.keys = keys;
  }

  String seal(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    int number = keys.newest();
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, number, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return number + "." + Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks AES-GCM", e);
    }
  }

  String unseal(String sealed) {
    try {
      int dot = sealed.indexOf('.');
      int number = Integer.parseInt(sealed.substring(0, dot));
      byte[] both = Base64.getDecoder().decode(sealed.substring(dot + 1));
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, number, nonce)
              .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StoreException(StoreException.Reason.UNREADABLE, null);
    }
  }

  private Cipher cipher(int mode, int number, byte[] nonce) throws GeneralSecurityException {
    byte[] key = keys.textKey(number);
    if (key == null) {
      throw new StoreException(StoreException.Reason.UNREADABLE, null);
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
