package careplanhub.vendor.excel;

import careplanhub.vendor.FileLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What is packed in a workbook, taken out within bounds: no bomb, and no entry that two readers
 * would see differently.
 */
final class WorkbookPackage {
  private static final Pattern PART = Pattern.compile("[\\[\\]A-Za-z0-9_./ -]{1,200}");

  private WorkbookPackage() {}

  /**
   * The parts by their names.
   *
   * @param limits the bytes also of the package
   * @throws UnusableWorkbookException when it is too big, or none
   */
  static Map<String, byte[]> parts(InputStream in, FileLimits limits)
      throws IOException, UnusableWorkbookException {
    long mostUnpacked = limits.unpacked().bytes();
    byte[] bytes = in.readNBytes(toInt(mostUnpacked + 1));
    if (bytes.length > mostUnpacked) {
      throw tooBig(mostUnpacked);
    }
    if (headersIn(bytes) > limits.parts()) {
      throw tooMany(limits.parts());
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    long left = mostUnpacked;
    try (ZipFile zip = opened(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        String name = entry.getName();
        if (!isUsual(entry) || parts.containsKey(name)) {
          throw strange();
        }
        if (entry.getSize() > toInt(left)) {
          throw tooBig(mostUnpacked);
        }
        byte[] part = unpacked(zip, entry);
        left -= part.length;
        parts.put(name, part);
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw noWorkbook();
    }
    if (!parts.containsKey(WorkbookParts.WORKBOOK)) {
      throw noWorkbook();
    }
    return parts;
  }

  /** A part, into as many bytes as the package says that it has, and no others. */
  private static byte[] unpacked(ZipFile zip, ZipArchiveEntry entry)
      throws IOException, UnusableWorkbookException {
    if (entry.getSize() < 0) {
      throw strange();
    }
    byte[] part = new byte[(int) entry.getSize()];
    try (InputStream unpacked = zip.getInputStream(entry)) {
      if (unpacked.readNBytes(part, 0, part.length) < part.length || unpacked.read() >= 0) {
        throw strange();
      }
    }
    return part;
  }

  private static ZipFile opened(byte[] bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
  }

  private static boolean isUsual(ZipArchiveEntry entry) {
    int method = entry.getMethod();
    return PART.matcher(entry.getName()).matches()
        && (method == ZipEntry.STORED || method == ZipEntry.DEFLATED);
  }

  /** How many headers of a directory there are at most, before anything is made of them. */
  private static int headersIn(byte[] bytes) {
    int count = 0;
    for (int i = 0; i + 3 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        count++;
      }
    }
    return count;
  }

  private static int toInt(long most) {
    return Math.toIntExact(Math.min(most, Integer.MAX_VALUE - 8));
  }

  private static UnusableWorkbookException tooBig(long most) {
    return new UnusableWorkbookException(
        "Excel ファイルの中身が大きすぎます（"
            + most
            + " バイトまで。adapter.yaml の file.maximumUnpackedSize）。行を分けてください。");
  }

  private static UnusableWorkbookException tooMany(int most) {
    return new UnusableWorkbookException(
        "Excel ファイルの中の部品（シート・絵など）が多すぎます（"
            + most
            + " 個まで。hub.yaml の vendors.maximumWorkbookParts）。要らないシートや絵を消して保存し直してください。");
  }

  private static UnusableWorkbookException strange() {
    return new UnusableWorkbookException("Excel ファイルの中身がふつうの形ではありません。Excel で開き、別の名前で保存し直してください。");
  }

  private static UnusableWorkbookException noWorkbook() {
    return new UnusableWorkbookException("Excel（.xlsx）のファイルとして読めません。Excel で開き、保存し直してください。");
  }
}
