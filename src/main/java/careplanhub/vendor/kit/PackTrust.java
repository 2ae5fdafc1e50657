package careplanhub.vendor.kit;

/** Knows the publishers whose packs are taken. */
@FunctionalInterface
public interface PackTrust {
  /**
   * Checks a signature.
   *
   * @param sealed CMS signed data that holds the manifest
   * @throws KitException when it does not hold or its publisher is not known; the sentence says
   *     what to do
   */
  Opened open(byte[] sealed) throws KitException;

  /**
   * What a publisher signed.
   *
   * @param manifest as it was signed
   * @param publisher the name in the publisher's certificate
   * @param fingerprint SHA-256 of that certificate, hexadecimal
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Opened(byte[] manifest, String publisher, String fingerprint) {}
}
