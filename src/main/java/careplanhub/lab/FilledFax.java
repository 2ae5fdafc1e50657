package careplanhub.lab;

import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.ResultSheet;
import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.forms.ResultSheetLayout.Box;
import careplanhub.lab.fax.Handwriting;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * A partner's stand-in with a pen and a FAX machine: fills in the result sheets of a FAX and sends
 * them back shrunk, skewed, with specks and a header line, the last page upside down. It needs no
 * program beside Java.
 */
public final class FilledFax {
  private static final double MILLIMETRES = 25.4;
  private static final double PAGE_WIDTH = 210;
  private static final double ACROSS = 204;
  private static final double SHRUNK = 0.93;
  private static final double SKEW = Math.toRadians(0.8);
  private static final int ONE_SPECK_IN = 2_000;
  private static final int HALF_GREY = 128;
  private static final int HEADER = 30;

  private FilledFax() {}

  /**
   * The sheets of a FAX as they come back, the last one upside down.
   *
   * @param tiff the pages as the hub sent them
   * @param sheets which of them are sheets, and their lines
   * @param days of a line, on which the partner makes a sign
   * @param seed of the handwriting and the specks
   */
  public static byte[] sentBack(
      byte[] tiff, List<ResultPage> sheets, Function<ResultLine, Set<Integer>> days, long seed)
      throws IOException {
    Random random = new Random(seed);
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff));
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      reader.setInput(in);
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (int number = 0; number < sheets.size(); number++) {
        ResultPage sheet = sheets.get(number);
        IIOMetadata metadata = reader.getImageMetadata(sheet.page() - 1);
        BufferedImage page = reader.read(sheet.page() - 1);
        BufferedImage back =
            degraded(
                filled(page, sheet, days, Handwriting.of(random)),
                number == sheets.size() - 1,
                random);
        writer.writeToSequence(new IIOImage(back, null, metadata), parameters);
      }
      writer.endWriteSequence();
    } finally {
      reader.dispose();
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A landscape form lies on its side: its top is at the right of the page. */
  private static BufferedImage filled(
      BufferedImage page,
      ResultPage sheet,
      Function<ResultLine, Set<Integer>> days,
      Handwriting hand) {
    BufferedImage grey = copy(page);
    double rows = grey.getHeight() * MILLIMETRES / 297;
    Graphics2D pen = grey.createGraphics();
    pen.setColor(Color.BLACK);
    pen.translate((grey.getWidth() - PAGE_WIDTH * ACROSS / MILLIMETRES) / 2, 0);
    pen.scale(ACROSS / MILLIMETRES, rows / MILLIMETRES);
    pen.transform(new AffineTransform(0, 1, -1, 0, PAGE_WIDTH, 0));
    for (int line = 0; line < sheet.lines().size(); line++) {
      for (int day : days.apply(sheet.lines().get(line))) {
        Box box = ResultSheetLayout.box(line, day);
        hand.fill(
            pen,
            ResultSheet.left(box.left()),
            ResultSheet.top(box.top()),
            box.width(),
            box.height());
      }
    }
    pen.dispose();
    return grey;
  }

  private static BufferedImage copy(BufferedImage page) {
    BufferedImage grey =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.drawImage(page, 0, 0, null);
    pen.dispose();
    return grey;
  }

  private static BufferedImage degraded(BufferedImage page, boolean upsideDown, Random random) {
    int width = page.getWidth();
    int height = page.getHeight();
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.setBackground(Color.WHITE);
    pen.clearRect(0, 0, width, height);
    pen.translate(width / 2.0, height / 2.0);
    pen.rotate((upsideDown ? Math.PI : 0) + SKEW);
    pen.scale(SHRUNK, SHRUNK);
    pen.drawImage(page, -width / 2, -height / 2, null);
    pen.setTransform(new AffineTransform());
    pen.setColor(Color.BLACK);
    pen.drawString("03-0000-0000   P.001", HEADER, HEADER / 2);
    pen.dispose();
    BufferedImage back = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean black = grey.getRaster().getSample(x, y, 0) < HALF_GREY;
        boolean speck = random.nextInt(ONE_SPECK_IN) == 0;
        back.getRaster().setSample(x, y, 0, black == speck ? 1 : 0);
      }
    }
    return back;
  }
}
