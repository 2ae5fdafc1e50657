package careplanhub.fax.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of the forms, BIZ UDGothic, which is shipped with the program. Thread-safe. */
final class FormFont {
  /** The name that style sheets call it by. */
  static final String FAMILY = "form";

  private static final String FILE = "BIZUDGothic-Regular.ttf";
  private static final FormFont SHIPPED = new FormFont();

  private final byte[] file;
  private final CmapLookup glyphs;
  private final HorizontalMetricsTable widths;
  private final float unitsPerEm;

  private FormFont() {
    try (InputStream stream = FormFont.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its font " + FILE);
      }
      file = stream.readAllBytes();
      try (TrueTypeFont font = parse()) {
        glyphs = font.getUnicodeCmapLookup();
        widths = font.getHorizontalMetrics();
        unitsPerEm = font.getUnitsPerEm();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's font is broken", e);
    }
  }

  static FormFont shipped() {
    return SHIPPED;
  }

  boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** How wide the text is on one line, in heights of the font. */
  double width(String text) {
    return text.codePoints().mapToDouble(c -> widths.getAdvanceWidth(glyphs.getGlyphId(c))).sum()
        / unitsPerEm;
  }

  /** The font in a document, of which only the used glyphs are written when it is saved. */
  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, parse(), true);
  }

  private TrueTypeFont parse() throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }
}
