package careplanhub.vendor.kit;

/** Signs a pack's manifest with the publisher's key. */
@FunctionalInterface
public interface PackSeal {
  /**
   * Signs.
   *
   * @param manifest what is signed
   * @return CMS signed data that holds the manifest
   */
  byte[] seal(byte[] manifest);
}
