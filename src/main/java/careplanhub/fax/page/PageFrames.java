package careplanhub.fax.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a child writes: frames of one page each, then an end or a refusal. The reader trusts no
 * number in them, as the child has read what a stranger sent.
 */
final class PageFrames {
  private static final int PAGE = 'P';
  private static final int END = 'E';
  private static final int REFUSAL = 'R';
  private static final int LONGEST_TEXT = 10_000;

  private PageFrames() {}

  static void page(DataOutputStream out, DecodedPage page) throws IOException {
    PageImage image = page.image();
    out.writeByte(PAGE);
    out.writeInt(image.width());
    out.writeInt(image.height());
    out.writeInt(image.xResolution());
    out.writeInt(image.yResolution());
    out.writeByte(image.bits());
    out.write(image.data());
    out.writeInt(page.texts().size());
    for (PageText text : page.texts()) {
      out.writeFloat(text.left());
      out.writeFloat(text.top());
      out.writeFloat(text.width());
      out.writeFloat(text.height());
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  static void end(DataOutputStream out) throws IOException {
    out.writeByte(END);
    out.flush();
  }

  static void refusal(DataOutputStream out, PageRefusal refusal) throws IOException {
    out.writeByte(REFUSAL);
    out.writeUTF(refusal.code());
    out.flush();
  }

  /** The next page; empty at the end. */
  static Optional<DecodedPage> read(DataInputStream in, PageLimits limits)
      throws IOException, PageRefusedException {
    switch (in.readUnsignedByte()) {
      case PAGE -> {
        return Optional.of(new DecodedPage(image(in, limits), texts(in, limits)));
      }
      case END -> {
        return Optional.empty();
      }
      case REFUSAL -> {
        throw new PageRefusedException(PageRefusal.ofCode(in.readUTF()));
      }
      default -> throw new PageRefusedException(PageRefusal.CHILD_FAILED);
    }
  }

  private static PageImage image(DataInputStream in, PageLimits limits)
      throws IOException, PageRefusedException {
    int width = in.readInt();
    int height = in.readInt();
    limits.checkPixels(width, height);
    int xResolution = in.readInt();
    int yResolution = in.readInt();
    int bits = in.readUnsignedByte() == 1 ? 1 : 8;
    byte[] data = new byte[(int) PageImage.bytes(width, height, bits)];
    in.readFully(data);
    return new PageImage(width, height, xResolution, yResolution, bits, data);
  }

  private static List<PageText> texts(DataInputStream in, PageLimits limits)
      throws IOException, PageRefusedException {
    int count = bounded(in.readInt(), limits.textPieces());
    List<PageText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float left = in.readFloat();
      float top = in.readFloat();
      float width = in.readFloat();
      float height = in.readFloat();
      byte[] bytes = new byte[bounded(in.readInt(), LONGEST_TEXT)];
      in.readFully(bytes);
      texts.add(new PageText(left, top, width, height, new String(bytes, StandardCharsets.UTF_8)));
    }
    return texts;
  }

  /** What is longer is cut by the child, at a place that holds any character in UTF-8. */
  static String shortened(String text) {
    int most = LONGEST_TEXT / 4;
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static int bounded(int number, int most) throws PageRefusedException {
    if (number < 0 || number > most) {
      throw new PageRefusedException(PageRefusal.CHILD_FAILED);
    }
    return number;
  }
}
