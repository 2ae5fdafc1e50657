package careplanhub.fax.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.page.PageImage;
import careplanhub.fax.read.ReadPage.KnownBy;
import careplanhub.office.HubSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of others, of which only the picture is had. */
class PageReaderTest {
  private static final int WIDTH = 1728;
  private static final int HEIGHT = 1146;
  private static final PageReader READER = PageReader.of(HubSettings.defaults().fax().reading());

  @Test
  void anEmptyPageIsReadToo() {
    ReadPage page = READER.read(page(98, paper -> {}));

    assertEquals(Optional.empty(), page.code());
    assertEquals(Optional.empty(), page.marks());
    assertEquals(Optional.empty(), page.senderLine());
    assertEquals(KnownBy.LINES, page.orientation().knownBy());
  }

  @Test
  void theSendersLineIsCutOffAndKept() {
    ReadPage page =
        READER.read(
            page(
                98,
                paper -> {
                  paper.fillRect(100, 10, 900, 10);
                  paper.fillRect(200, 500, 900, 10);
                }));

    assertEquals(900 * 20, dark(page.senderLine().orElseThrow()), 900 * 4);
    assertEquals(900 * 20, dark(page.upright()), 900 * 4);
    assertEquals(204, page.upright().xResolution());
    assertEquals(204, page.upright().yResolution());
    assertEquals(HEIGHT * 204 / 98.0, page.upright().height(), 1);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "0, -1.5", "90, 1"})
  void aPageOfLinesIsTurnedLevel(int turned, double skew) {
    ReadPage page =
        READER.read(
            page(
                204,
                paper -> {
                  paper.rotate(Math.toRadians(turned + skew), WIDTH / 2.0, HEIGHT / 2.0);
                  for (int y = 200; y < 1000; y += 60) {
                    paper.fillRect(400, y, 900, 12);
                  }
                }));

    assertEquals(turned / 90, page.orientation().quarterTurns());
    assertEquals(skew, page.orientation().skewDegrees(), 0.3);
    assertEquals(turned == 0 ? WIDTH : HEIGHT, page.upright().width());
  }

  @Test
  void noneOfTheLinesIsTakenForAResultSheet() {
    ReadPage page =
        READER.read(
            page(
                204,
                paper -> {
                  for (int x = 100; x < 1600; x += 200) {
                    paper.fillRect(x, 100, 40, 40);
                    paper.fillRect(x, 900, 40, 40);
                  }
                }));

    assertTrue(page.marks().isEmpty());
  }

  private static PageImage page(int rows, Consumer<Graphics2D> drawing) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = picture.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, WIDTH, HEIGHT);
    paper.setColor(Color.BLACK);
    drawing.accept(paper);
    paper.dispose();
    byte[] grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    return new PageImage(WIDTH, HEIGHT, 204, rows, 8, grey);
  }

  private static int dark(PageImage image) {
    int dark = 0;
    for (byte grey : image.data()) {
      dark += (grey & 0xFF) < 128 ? 1 : 0;
    }
    return dark;
  }
}
