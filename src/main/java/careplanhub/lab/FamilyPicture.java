package careplanhub.lab;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a family tree that says nothing: boxes for people, a line between them; a small JPEG. */
final class FamilyPicture {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int BOX = 16;
  private static final int WHITE = 0xFFFFFF;
  private static final int INK = 0x203040;

  private FamilyPicture() {}

  static byte[] of(SyntheticUser user) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, WHITE);
      }
    }
    int children = 1 + user.index() % 4;
    box(image, WIDTH / 2 - BOX / 2, 8);
    for (int child = 1; child <= children; child++) {
      int left = child * WIDTH / (children + 1) - BOX / 2;
      box(image, left, 40);
      for (int y = 8 + BOX; y < 40; y++) {
        image.setRGB(left + BOX / 2, y, INK);
      }
    }
    return jpeg(image);
  }

  private static void box(BufferedImage image, int left, int top) {
    for (int i = 0; i < BOX; i++) {
      image.setRGB(left + i, top, INK);
      image.setRGB(left + i, top + BOX - 1, INK);
      image.setRGB(left, top + i, INK);
      image.setRGB(left + BOX - 1, top + i, INK);
    }
  }

  /** In memory from end to end: ImageIO's usual cache is a file. */
  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
