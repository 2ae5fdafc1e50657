package careplanhub.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Small texts and pieces of bytes under AES-256-GCM: {@code keyNumber.base64(nonce, ciphertext,
 * tag)}, and for bytes the key number as four bytes, then nonce, ciphertext and tag.
 */
final class SealedText {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final VaultKey keys;
  private final SecureRandom random = new SecureRandom();

  SealedText(VaultKey keys) {
    this.keys = keys;
  }

  String seal(String text) {
    int number = keys.newest();
    byte[] both = encrypt(number, text.getBytes(StandardCharsets.UTF_8));
    return number + "." + Base64.getEncoder().encodeToString(both);
  }

  String unseal(String sealed) {
    try {
      int dot = sealed.indexOf('.');
      int number = Integer.parseInt(sealed.substring(0, dot));
      byte[] both = Base64.getDecoder().decode(sealed.substring(dot + 1));
      return new String(decrypt(number, both, 0), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StoreException(StoreException.Reason.UNREADABLE, null);
    }
  }

  byte[] seal(byte[] bytes) {
    int number = keys.newest();
    byte[] both = encrypt(number, bytes);
    return ByteBuffer.allocate(Integer.BYTES + both.length).putInt(number).put(both).array();
  }

  byte[] unseal(byte[] sealed) {
    if (sealed.length < Integer.BYTES + NONCE_BYTES) {
      throw new StoreException(StoreException.Reason.UNREADABLE, null);
    }
    return decrypt(ByteBuffer.wrap(sealed).getInt(), sealed, Integer.BYTES);
  }

  private byte[] encrypt(int number, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, number, nonce);
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(content.length));
      cipher.doFinal(content, 0, content.length, both, NONCE_BYTES);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks AES-GCM", e);
    }
  }

  /** Decrypts what stands from the offset on. */
  private byte[] decrypt(int number, byte[] both, int offset) {
    try {
      byte[] nonce = Arrays.copyOfRange(both, offset, offset + NONCE_BYTES);
      int begin = offset + NONCE_BYTES;
      return cipher(Cipher.DECRYPT_MODE, number, nonce).doFinal(both, begin, both.length - begin);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
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
