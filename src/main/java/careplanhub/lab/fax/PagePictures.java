package careplanhub.lab.fax;

import careplanhub.fax.page.PageDecoder;
import careplanhub.fax.page.PageImage;
import careplanhub.fax.page.PageRefusedException;
import careplanhub.fax.read.PageReader;
import careplanhub.office.FaxSettings;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The pages of a file as PNG, upright and with square dots, as if they were printed. */
public final class PagePictures {
  private static final String CHILD = "careplanhub.cli.PageProcess";

  private PagePictures() {}

  /**
   * Writes the pages of a PDF or TIFF as PNG; a PNG is one page as it is.
   *
   * @return the pages in their order
   * @throws PageRefusedException when the file's pages cannot be had
   */
  public static List<Path> write(Path file, FaxSettings settings, Path folder)
      throws IOException, InterruptedException, PageRefusedException {
    if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png")) {
      return List.of(file);
    }
    PageReader reader = PageReader.of(settings.reading());
    List<Path> pages = new ArrayList<>();
    try (InputStream stream = Files.newInputStream(file)) {
      new PageDecoder(settings, CHILD)
          .decode(
              stream,
              (number, page) -> {
                Path picture = folder.resolve("page-" + number + ".png");
                write(reader.read(page.image()).upright(), picture);
                pages.add(picture);
              });
    }
    return pages;
  }

  private static void write(PageImage page, Path file) throws IOException {
    BufferedImage picture =
        new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] data = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    System.arraycopy(page.data(), 0, data, 0, data.length);
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("The JDK writes no PNG");
    }
  }
}
