package careplanhub.vendor.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What is packed in a workbook, taken out within bounds and packed again by ourselves, so that what
 * reads it never meets the packing that came from outside: no bomb, no entry that two readers see
 * differently, no document type with entities.
 */
final class WorkbookPackage {
  private static final int MOST_PARTS = 200;
  private static final int CHUNK = 1 << 16;
  private static final Pattern PART = Pattern.compile("[\\[\\]A-Za-z0-9_./ -]{1,200}");
  private static final Pattern CREATED =
      Pattern.compile("(?<open><dcterms:created[^>]*>)[^<]*(?<close></dcterms:created>)");

  private WorkbookPackage() {}

  /**
   * A package of the same parts.
   *
   * @param mostUnpacked bytes of all parts together, and of the package
   * @throws UnusableWorkbookException when it is too big, or none
   */
  static byte[] bounded(InputStream in, long mostUnpacked)
      throws IOException, UnusableWorkbookException {
    byte[] bytes = in.readNBytes(toInt(mostUnpacked + 1));
    if (bytes.length > mostUnpacked) {
      throw tooBig(mostUnpacked);
    }
    if (headersIn(bytes) > MOST_PARTS) {
      throw strange();
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    long left = mostUnpacked;
    try (ZipFile zip = opened(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        String name = entry.getName();
        if (!isUsual(entry) || parts.containsKey(name)) {
          throw strange();
        }
        byte[] part;
        try (InputStream unpacked = zip.getInputStream(entry)) {
          part = unpacked.readNBytes(toInt(left + 1));
        }
        if (part.length > left) {
          throw tooBig(mostUnpacked);
        }
        left -= part.length;
        check(name, part);
        parts.put(name, part);
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw noWorkbook();
    }
    if (!parts.containsKey("xl/workbook.xml")) {
      throw noWorkbook();
    }
    return packed(parts);
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

  private static UnusableWorkbookException strange() {
    return new UnusableWorkbookException("Excel ファイルの中身がふつうの形ではありません。Excel で開き、別の名前で保存し直してください。");
  }

  private static UnusableWorkbookException noWorkbook() {
    return new UnusableWorkbookException("Excel（.xlsx）のファイルとして読めません。Excel で開き、保存し直してください。");
  }

  /** Only UTF-8 is read, so that no document type hides in another encoding. */
  private static void check(String name, byte[] part) throws UnusableWorkbookException {
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      return;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
      if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || text.indexOf('\0') >= 0) {
        throw new UnusableWorkbookException("Excel ファイルに使えない宣言があります。Excel で開き、保存し直してください。");
      }
    } catch (CharacterCodingException e) {
      throw new UnusableWorkbookException("Excel ファイルの文字コードが UTF-8 ではありません。Excel で開き、保存し直してください。");
    }
  }

  /** A written package without its moment, so that the same rows are the same bytes. */
  static byte[] timeless(byte[] written) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = opened(written)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        byte[] part;
        try (InputStream unpacked = zip.getInputStream(entry)) {
          part = unpacked.readAllBytes();
        }
        if (entry.getName().equals("docProps/core.xml")) {
          part =
              CREATED
                  .matcher(new String(part, StandardCharsets.UTF_8))
                  .replaceAll("${open}2000-01-01T00:00:00Z${close}")
                  .getBytes(StandardCharsets.UTF_8);
        }
        parts.put(entry.getName(), part);
      }
    }
    return packed(parts);
  }

  private static byte[] packed(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
