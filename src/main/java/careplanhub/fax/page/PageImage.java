package careplanhub.fax.page;

/**
 * A page's picture as the file has it: neither turned nor scaled.
 *
 * @param width in pixels
 * @param height in pixels
 * @param xResolution dots per inch across; 0 when the file does not say
 * @param yResolution dots per inch down; 0 likewise
 * @param bits 1 or 8 a pixel
 * @param data rows from the top, each beginning with a new byte; of 1 bit the highest first, 1 for
 *     black; of 8 bits 0 for black and 255 for white. The caller must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PageImage(
    int width, int height, int xResolution, int yResolution, int bits, byte[] data) {
  public PageImage {
    if (width < 1 || height < 1 || (bits != 1 && bits != 8)) {
      throw new IllegalArgumentException("No such page: " + width + "x" + height + "x" + bits);
    }
    if (data.length != bytes(width, height, bits)) {
      throw new IllegalArgumentException("The page's bytes are not those of its size");
    }
  }

  static long bytes(int width, int height, int bits) {
    return (((long) width * bits + 7) / 8) * height;
  }

  @Override
  public String toString() {
    return "PageImage[" + width + "x" + height + "x" + bits + "]";
  }
}
