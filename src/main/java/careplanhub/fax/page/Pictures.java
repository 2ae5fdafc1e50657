package careplanhub.fax.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;

/** Pages as AWT has them, turned into the bytes of a {@link PageImage}. */
final class Pictures {
  private Pictures() {}

  static PageImage of(BufferedImage picture, int xResolution, int yResolution) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return isPacked(picture)
        ? new PageImage(width, height, xResolution, yResolution, 1, packed(picture))
        : new PageImage(width, height, xResolution, yResolution, 8, grey(picture));
  }

  private static boolean isPacked(BufferedImage picture) {
    return picture.getColorModel() instanceof IndexColorModel colors
        && colors.getPixelSize() == 1
        && picture.getSampleModel() instanceof MultiPixelPackedSampleModel rows
        && rows.getPixelBitStride() == 1
        && rows.getScanlineStride() == (picture.getWidth() + 7) / 8
        && picture.getRaster().getDataBuffer() instanceof DataBufferByte data
        && data.getOffset() == 0
        && data.getData().length == rows.getScanlineStride() * picture.getHeight();
  }

  private static byte[] packed(BufferedImage picture) {
    IndexColorModel colors = (IndexColorModel) picture.getColorModel();
    byte[] data = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
    boolean firstIsBlack = colors.getMapSize() < 2 || colors.getGreen(0) < colors.getGreen(1);
    if (firstIsBlack) {
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) ~data[i];
      }
    }
    return data;
  }

  private static byte[] grey(BufferedImage picture) {
    BufferedImage grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
  }
}
