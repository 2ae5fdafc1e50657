package careplanhub.fax.page;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.ImageReader;

/** The pages of a TIFF file. Runs in the child only. */
final class TiffPages {
  private static final int CENTIMETRE = 3;
  private static final double CENTIMETRES_PER_INCH = 2.54;
  private static final int ENTRY_BYTES = 12;
  private static final int HEADER_BYTES = 8;
  private static final int SHORT_MASK = 0xFFFF;
  private static final long INT_MASK = 0xFFFF_FFFFL;

  private final byte[] file;
  private final PageLimits limits;

  TiffPages(byte[] file, PageLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  static boolean isTiff(byte[] file) {
    return file.length >= HEADER_BYTES
        && ((file[0] == 'I' && file[1] == 'I' && (file[2] == 42 || file[2] == 43) && file[3] == 0)
            || (file[0] == 'M'
                && file[1] == 'M'
                && file[2] == 0
                && (file[3] == 42 || file[3] == 43)));
  }

  void decode(PageReceiver receiver) throws IOException, PageRefusedException {
    int pages = count();
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
    reader.setInput(new ByteArrayImageInputStream(file));
    for (int i = 0; i < pages; i++) {
      limits.checkPixels(reader.getWidth(i), reader.getHeight(i));
      TIFFImageMetadata fields = (TIFFImageMetadata) reader.getImageMetadata(i);
      checkStrips(fields);
      BufferedImage picture = reader.read(i);
      receiver.receive(
          i + 1,
          new DecodedPage(
              Pictures.of(
                  picture,
                  resolution(fields, TIFF.TAG_X_RESOLUTION),
                  resolution(fields, TIFF.TAG_Y_RESOLUTION)),
              List.of()));
    }
  }

  /**
   * Follows the chain of directories before the library does, which follows a ring for ever. Each
   * step costs a page, so a ring is a file of too many pages.
   */
  private int count() throws PageRefusedException {
    ByteBuffer bytes =
        ByteBuffer.wrap(file)
            .order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (bytes.getShort(2) != 42) {
      throw new PageRefusedException(PageRefusal.UNSUPPORTED);
    }
    long place = bytes.getInt(4) & INT_MASK;
    int pages = 0;
    while (place != 0) {
      pages++;
      limits.checkPages(pages);
      place = next(bytes, place);
    }
    if (pages == 0) {
      throw new PageRefusedException(PageRefusal.DAMAGED);
    }
    return pages;
  }

  private static long next(ByteBuffer bytes, long place) throws PageRefusedException {
    if (place < HEADER_BYTES || place + 2 > bytes.capacity()) {
      throw new PageRefusedException(PageRefusal.DAMAGED);
    }
    long end = place + 2 + (long) (bytes.getShort((int) place) & SHORT_MASK) * ENTRY_BYTES;
    if (end + 4 > bytes.capacity()) {
      throw new PageRefusedException(PageRefusal.DAMAGED);
    }
    return bytes.getInt((int) end) & INT_MASK;
  }

  /**
   * The library fills a strip that ends too early with white, and nobody would see what is lost.
   */
  private void checkStrips(TIFFImageMetadata fields) throws PageRefusedException {
    Entry offsets = fields.getTIFFField(TIFF.TAG_STRIP_OFFSETS);
    Entry lengths = fields.getTIFFField(TIFF.TAG_STRIP_BYTE_COUNTS);
    if (offsets == null || lengths == null || offsets.valueCount() != lengths.valueCount()) {
      throw new PageRefusedException(
          offsets == null ? PageRefusal.UNSUPPORTED : PageRefusal.DAMAGED);
    }
    for (int i = 0; i < offsets.valueCount(); i++) {
      long offset = number(offsets, i);
      long length = number(lengths, i);
      if (offset < HEADER_BYTES || length < 1 || offset + length > file.length) {
        throw new PageRefusedException(PageRefusal.DAMAGED);
      }
    }
  }

  private static long number(Entry entry, int index) {
    Object value = entry.getValue();
    Object one = value.getClass().isArray() ? Array.get(value, index) : value;
    return ((Number) one).longValue();
  }

  private static int resolution(TIFFImageMetadata fields, int tag) {
    Entry entry = fields.getTIFFField(tag);
    if (entry == null || !(entry.getValue() instanceof Number value)) {
      return 0;
    }
    Entry unit = fields.getTIFFField(TIFF.TAG_RESOLUTION_UNIT);
    boolean metric = unit != null && number(unit, 0) == CENTIMETRE;
    double dots = value.doubleValue() * (metric ? CENTIMETRES_PER_INCH : 1);
    return Double.isFinite(dots) ? (int) Math.round(dots) : 0;
  }
}
