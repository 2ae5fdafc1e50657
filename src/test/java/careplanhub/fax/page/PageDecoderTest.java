package careplanhub.fax.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.office.DataSize;
import careplanhub.office.FaxSettings;
import careplanhub.office.HubSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as files of other programs bring them, and files that are made to do harm. */
class PageDecoderTest {
  private static final String CHILD = "careplanhub.cli.PageProcess";
  private static final int WIDTH = 1728;
  private static final int HEIGHT = 1100;

  @TempDir private Path folder;
  private final FaxSettings settings = HubSettings.defaults().fax();

  @ParameterizedTest
  @CsvSource({"g4,lsb2msb", "g4,msb2lsb", "g3:1d,lsb2msb", "g3:2d,msb2lsb", "g3:1d:fill,msb2lsb"})
  void readsWhatLibtiffWrites(String compression, String order) throws Exception {
    Path tiffcp = OptionalPart.require("tiffcp");
    Path plain = folder.resolve("plain.tif");
    Path packed = folder.resolve("packed.tif");
    ImageIO.write(picture(), "tiff", plain.toFile());
    run(tiffcp, "-c", compression, "-f", order, plain, packed);
    run(OptionalPart.require("tiffset"), "-s", "282", "204", packed);
    run(OptionalPart.require("tiffset"), "-s", "283", "98", packed);
    Path twice = folder.resolve("twice.tif");
    run(tiffcp, "-c", compression, "-f", order, packed, packed, twice);

    List<DecodedPage> pages = decode(settings, Files.readAllBytes(twice));

    assertEquals(2, pages.size());
    for (DecodedPage page : pages) {
      assertEquals(1, page.image().bits());
      assertEquals(204, page.image().xResolution());
      assertEquals(98, page.image().yResolution());
      assertArrayEquals(black(picture()), page.image().data());
    }
  }

  @Test
  void readsPdfPagesAndTheirText() throws Exception {
    List<DecodedPage> pages = decode(settings, pdf(2, PDRectangle.A4, "1370000000"));
    assertEquals(2, pages.size());
    assertEquals(200, pages.get(1).image().xResolution());
    PageText text = pages.get(1).texts().get(0);
    assertEquals("1370000000", text.text());
    assertEquals(72 * 200 / 72f, text.left(), 1);
    assertEquals((PDRectangle.A4.getHeight() - 700) * 200 / 72f, text.top() + text.height(), 2);
    assertTrue(hasBlack(pages.get(1).image()));
  }

  @Test
  void tenThousandPagesAreRefused() throws Exception {
    byte[] tiff = tiff(10_000, 8, 8, 8, false);
    assertEquals(PageRefusal.TOO_MANY_PAGES, refusal(settings, tiff));
    assertEquals(
        PageRefusal.TOO_MANY_PAGES,
        refusal(settings, pdf(settings.maximumPages() + 1, PDRectangle.A4, "")));
  }

  @Test
  void aRingOfPagesIsRefused() throws Exception {
    assertEquals(PageRefusal.TOO_MANY_PAGES, refusal(settings, tiff(3, 8, 8, 8, true)));
  }

  @Test
  void hugePagesAreRefused() throws Exception {
    assertEquals(
        PageRefusal.TOO_MANY_PIXELS, refusal(settings, tiff(1, 100_000, 100_000, 8, false)));
    PDRectangle wide = new PDRectangle(100_000 * 72 / 200f, 100_000 * 72 / 200f);
    assertEquals(PageRefusal.TOO_MANY_PIXELS, refusal(settings, pdf(1, wide, "")));
  }

  @Test
  void truncatedStripsAreRefused() throws Exception {
    byte[] whole = tiff(1, 800, 800, 80_000, false);
    assertEquals(1, decode(settings, whole).size());
    assertEquals(
        PageRefusal.DAMAGED, refusal(settings, Arrays.copyOf(whole, whole.length - 40_000)));
  }

  @Test
  void pagesThatHoldThemselvesAreRefused() {
    assertEquals(PageRefusal.DAMAGED, refusal(settings, pagesInThemselves()));
  }

  @Test
  void aDrawingThatHoldsItselfEnds() throws Exception {
    assertEquals(1, decode(settings, formInItself()).size());
  }

  @Test
  void aPdfThatInflatesToGigabytesCostsItsChildOnly() throws Exception {
    FaxSettings little = with(settings.decodeTime(), 64);
    assertEquals(PageRefusal.TOO_MUCH_MEMORY, refusal(little, bomb()));
    assertEquals(1, decode(little, tiff(1, 8, 8, 8, false)).size());
  }

  @Test
  void aChildThatNeverEndsIsKilled() throws Exception {
    PageDecoder decoder =
        new PageDecoder(with(Duration.ofSeconds(2), 64), EndlessChild.class.getName());
    PageRefusedException refused =
        assertThrows(
            PageRefusedException.class,
            () -> decoder.decode(new ByteArrayInputStream(new byte[9]), (page, decoded) -> {}));
    assertEquals(PageRefusal.TOO_LONG, refused.refusal());
  }

  @Test
  void anEndlessFileIsRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    PageDecoder decoder = new PageDecoder(settings, CHILD);
    PageRefusedException refused =
        assertThrows(
            PageRefusedException.class, () -> decoder.decode(endless, (page, decoded) -> {}));
    assertEquals(PageRefusal.TOO_LARGE_FILE, refused.refusal());
  }

  @Test
  void whatIsNoPageFileAndWhatIsLockedAreToldApart() throws Exception {
    byte[] text = "99-not a page".getBytes(StandardCharsets.UTF_8);
    assertEquals(PageRefusal.UNKNOWN_KIND, refusal(settings, text));
    assertEquals(PageRefusal.ENCRYPTED, refusal(settings, locked()));
    byte[] big = {'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0};
    assertEquals(PageRefusal.UNSUPPORTED, refusal(settings, big));
  }

  private static List<DecodedPage> decode(FaxSettings settings, byte[] file) throws Exception {
    List<DecodedPage> pages = new ArrayList<>();
    int count =
        new PageDecoder(settings, CHILD)
            .decode(new ByteArrayInputStream(file), (page, decoded) -> pages.add(decoded));
    assertEquals(count, pages.size());
    return pages;
  }

  private static PageRefusal refusal(FaxSettings settings, byte[] file) {
    return assertThrows(PageRefusedException.class, () -> decode(settings, file)).refusal();
  }

  private FaxSettings with(Duration time, int megabytes) {
    return new FaxSettings(
        settings.maximumFileSize(),
        settings.maximumPages(),
        settings.maximumPixels(),
        settings.maximumTextPieces(),
        settings.pdfResolution(),
        time,
        new DataSize((long) megabytes << 20),
        settings.maximumChildren(),
        settings.reading());
  }

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(100, 50, 400, 30);
    graphics.drawLine(0, 0, WIDTH, HEIGHT);
    graphics.dispose();
    return picture;
  }

  private static byte[] black(BufferedImage picture) {
    byte[] rows = new byte[WIDTH / 8 * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if ((picture.getRGB(x, y) & 0xFF) == 0) {
          rows[y * (WIDTH / 8) + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  private static boolean hasBlack(PageImage image) {
    for (byte grey : image.data()) {
      if (grey >= 0 && grey < 64) {
        return true;
      }
    }
    return false;
  }

  private static void run(Object... command) throws IOException, InterruptedException {
    List<String> words = Arrays.stream(command).map(Object::toString).toList();
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor(), () -> "failed: " + words);
  }

  private static byte[] pdf(int pages, PDRectangle size, String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(size);
        document.addPage(page);
        if (!text.isEmpty()) {
          write(document, page, text);
        }
      }
      return bytes(document);
    }
  }

  private static void write(PDDocument document, PDPage page, String text) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.addRect(72, 600, 100, 50);
      content.fill();
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(72, 700);
      content.showText(text);
      content.endText();
    }
  }

  private static byte[] locked() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return bytes(document);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** Uncompressed pages without a picture of their own: each directory points to the same strip. */
  private static byte[] tiff(int pages, int width, int height, int strip, boolean ring) {
    int directory = 2 + 9 * 12 + 4;
    ByteBuffer file =
        ByteBuffer.allocate(8 + pages * directory + strip).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    int data = 8 + pages * directory;
    for (int i = 0; i < pages; i++) {
      int next = 8 + (i + 1) * directory;
      file.putShort((short) 9);
      int[][] fields = {
        {256, width},
        {257, height},
        {258, 1},
        {259, 1},
        {262, 0},
        {273, data},
        {277, 1},
        {278, height},
        {279, strip}
      };
      for (int[] field : fields) {
        file.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
      }
      file.putInt(i + 1 < pages ? next : ring ? 8 : 0);
    }
    return file.array();
  }

  private static byte[] pagesInThemselves() {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 3>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] formInItself() {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
            + "/Resources<</XObject<</A 5 0 R>>>>>>endobj\n"
            + "4 0 obj<</Length 5>>stream\n/A Do\nendstream endobj\n"
            + "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5"
            + "/Resources<</XObject<</A 5 0 R>>>>>>stream\n/A Do\nendstream endobj\n"
            + "trailer<</Root 1 0 R>>\n%%EOF")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(inner)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1024; i++) {
        deflater.write(zeros);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
                + "/Resources<</XObject<</A 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length 5>>stream\n/A Do\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Image/Width 32000/Height 33000"
                + "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length "
                + inner.size()
                + ">>stream\n")
            .getBytes(StandardCharsets.US_ASCII));
    inner.writeTo(out);
    out.write(
        "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /** Stands for a library that does not come back. */
  static final class EndlessChild {
    private EndlessChild() {}

    public static void main(String[] arguments) throws IOException {
      System.in.readAllBytes();
      System.out.flush();
      while (System.in != null) {
        Thread.onSpinWait();
      }
    }
  }
}
