package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** The kinds of keys that we make; what an issuer accepts decides. */
public enum KeyKind {
  /** Elliptic curve P-256. */
  EC("EC", 256),
  /** RSA with 3072 bits. */
  RSA("RSA", 3072);

  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_EC_BITS = 256;

  private final String algorithm;
  private final int bits;

  KeyKind(String algorithm, int bits) {
    this.algorithm = algorithm;
    this.bits = bits;
  }

  KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + algorithm + " keys", e);
    }
  }

  /** Whether a key is long enough to be used: RSA from 2048 bits, curves from 256. */
  static boolean isStrong(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    }
    return key instanceof ECPublicKey curve
        && curve.getParams().getOrder().bitLength() >= LEAST_EC_BITS;
  }
}
