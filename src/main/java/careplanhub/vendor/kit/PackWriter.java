package careplanhub.vendor.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the one file that hands an adapter over: a ZIP with {@code manifest.yaml}, the same signed
 * as {@code manifest.p7s}, and the adapter's files below {@code adapter/}. The same files make the
 * same bytes, but for the signature.
 */
public final class PackWriter {
  static final String MANIFEST = "manifest.yaml";
  static final String SIGNATURE = "manifest.p7s";
  static final String FILES = "adapter/";

  /** ZIP cannot tell an earlier time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackWriter() {}

  /**
   * Makes a pack.
   *
   * @param version of the mapping
   * @param files all of the adapter, by their names below its folder
   * @throws KitException when a file is none that a pack may have
   */
  public static byte[] pack(
      String adapter, String version, String title, Map<String, byte[]> files, PackSeal seal)
      throws KitException {
    PackNames names = new PackNames();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      names.take(file.getKey());
      PackContents.refuseCode(file.getValue());
    }
    byte[] manifest = PackManifest.of(adapter, version, title, files).bytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, MANIFEST, manifest);
      add(zip, SIGNATURE, seal.seal(manifest));
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        add(zip, FILES + file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
