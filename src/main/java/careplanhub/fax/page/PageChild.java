package careplanhub.fax.page;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What runs in the child process: reads a file from one stream and writes its pages, or why there
 * are none, to the other. Whatever the file does to it ends here.
 */
public final class PageChild {
  private PageChild() {}

  /**
   * Decodes one file.
   *
   * @param arguments as {@link PageDecoder} gives them
   * @throws IOException when the other side is gone
   */
  public static void run(List<String> arguments, InputStream in, OutputStream out)
      throws IOException {
    PageLimits limits = PageLimits.parse(arguments);
    DataOutputStream frames = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    try {
      decode(read(in, limits), limits, frames);
      PageFrames.end(frames);
    } catch (PageRefusedException e) {
      PageFrames.refusal(frames, e.refusal());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      PageFrames.refusal(frames, PageRefusal.DAMAGED);
    } catch (OutOfMemoryError e) {
      // Thrown by a library for a size that it cannot ask for; the JVM's own ends the process.
      PageFrames.refusal(frames, PageRefusal.TOO_MUCH_MEMORY);
    }
  }

  private static byte[] read(InputStream in, PageLimits limits)
      throws IOException, PageRefusedException {
    byte[] file = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
    if (file.length > limits.bytes()) {
      throw new PageRefusedException(PageRefusal.TOO_LARGE_FILE);
    }
    return file;
  }

  private static void decode(byte[] file, PageLimits limits, DataOutputStream frames)
      throws IOException, PageRefusedException {
    PageReceiver writer = (page, decoded) -> PageFrames.page(frames, decoded);
    if (TiffPages.isTiff(file)) {
      new TiffPages(file, limits).decode(writer);
    } else if (PdfPages.isPdf(file)) {
      new PdfPages(file, limits).decode(writer);
    } else {
      throw new PageRefusedException(PageRefusal.UNKNOWN_KIND);
    }
  }
}
