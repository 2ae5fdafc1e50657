package careplanhub.fax.forms;

import careplanhub.office.FaxResolution;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of our own forms as FAX machines send them: black and white, 1728 dots a line, A4
 * upright, group 4, all pages in one TIFF. In memory one page at a time. Safe for every thread.
 */
public final class FormFax {
  private static final int LINE = 1728;
  private static final double POINTS_PER_INCH = 72;
  private static final double SHORT_SIDE = PDRectangle.A4.getWidth();
  private static final double LONG_SIDE = PDRectangle.A4.getHeight();

  /** Thin grey strokes are to stay: what is darker than a light grey is black. */
  private static final int LIGHTEST_BLACK = 190;

  /** As FAX machines have it. */
  private static final IndexColorModel WHITE_IS_ZERO =
      new IndexColorModel(
          1,
          2,
          new byte[] {(byte) 0xFF, 0},
          new byte[] {(byte) 0xFF, 0},
          new byte[] {(byte) 0xFF, 0});

  private FormFax() {}

  /** One TIFF of all pages. */
  public static byte[] tiff(FormDocument document, FaxResolution resolution) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument pages = Loader.loadPDF(document.bytes());
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (int page = 0; page < document.pages(); page++) {
        BufferedImage picture = picture(pages, page, resolution);
        IIOMetadata metadata = metadata(writer, parameters, picture, resolution);
        writer.writeToSequence(new IIOImage(picture, null, metadata), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage picture(PDDocument pages, int page, FaxResolution resolution)
      throws IOException {
    double across = FaxResolution.HORIZONTAL / POINTS_PER_INCH;
    double down = resolution.vertical() / POINTS_PER_INCH;
    int height = (int) Math.round(LONG_SIDE * down);
    BufferedImage grey = new BufferedImage(LINE, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.setBackground(Color.WHITE);
    pen.clearRect(0, 0, LINE, height);
    pen.transform(AffineTransform.getTranslateInstance((LINE - SHORT_SIDE * across) / 2, 0));
    pen.transform(AffineTransform.getScaleInstance(across, down));
    PDRectangle size = pages.getPage(page).getMediaBox();
    if (size.getWidth() > size.getHeight()) {
      pen.transform(new AffineTransform(0, 1, -1, 0, SHORT_SIDE, 0));
    }
    new PDFRenderer(pages).renderPageToGraphics(page, pen);
    pen.dispose();
    return blackAndWhite(grey);
  }

  private static BufferedImage blackAndWhite(BufferedImage grey) {
    BufferedImage picture =
        new BufferedImage(
            grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY, WHITE_IS_ZERO);
    int[] line = new int[grey.getWidth()];
    for (int y = 0; y < grey.getHeight(); y++) {
      grey.getRaster().getSamples(0, y, line.length, 1, 0, line);
      for (int x = 0; x < line.length; x++) {
        line[x] = line[x] > LIGHTEST_BLACK ? 0 : 1;
      }
      picture.getRaster().setSamples(0, y, line.length, 1, 0, line);
    }
    return picture;
  }

  private static IIOMetadata metadata(
      ImageWriter writer,
      ImageWriteParam parameters,
      BufferedImage picture,
      FaxResolution resolution)
      throws IIOInvalidTreeException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), parameters);
    String format = "com_sun_media_imageio_plugins_tiff_image_1.0";
    IIOMetadataNode root = new IIOMetadataNode(format);
    IIOMetadataNode directory = new IIOMetadataNode("TIFFIFD");
    directory.appendChild(
        field(282, "TIFFRationals", "TIFFRational", FaxResolution.HORIZONTAL + "/1"));
    directory.appendChild(
        field(283, "TIFFRationals", "TIFFRational", resolution.vertical() + "/1"));
    directory.appendChild(field(296, "TIFFShorts", "TIFFShort", "2"));
    root.appendChild(directory);
    metadata.mergeTree(format, root);
    return metadata;
  }

  private static IIOMetadataNode field(int number, String list, String type, String value) {
    IIOMetadataNode one = new IIOMetadataNode(type);
    one.setAttribute("value", value);
    IIOMetadataNode values = new IIOMetadataNode(list);
    values.appendChild(one);
    IIOMetadataNode field = new IIOMetadataNode("TIFFField");
    field.setAttribute("number", String.valueOf(number));
    field.appendChild(values);
    return field;
  }
}
