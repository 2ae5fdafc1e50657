package careplanhub.vendor.kit;

import careplanhub.office.KitSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an adapter's folder as they go into a pack, scenarios too. */
public final class PackSource {
  private PackSource() {}

  /**
   * Reads the files but hidden ones and what editors leave.
   *
   * @throws KitException when there are too many, they are too great, or one is a link
   */
  public static Map<String, byte[]> read(Path folder, KitSettings limits)
      throws KitException, IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found =
          all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> counts(relative(folder, file)))
              .limit(limits.maximumPackFiles() + 1L)
              .toList();
    }
    if (found.size() > limits.maximumPackFiles()) {
      throw new KitException("ファイルの数が設定 kit.maximumPackFiles を超えています。");
    }
    Map<String, byte[]> files = new TreeMap<>();
    long room = limits.maximumPackSize().bytes();
    for (Path file : found) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new KitException("ふつうのファイルでないもの（リンクなど）はパックに入れられません: " + relative(folder, file));
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = in.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 16));
        room -= bytes.length;
        files.put(relative(folder, file), bytes);
      }
      if (room < 0) {
        throw new KitException("ファイルの大きさの合計が設定 kit.maximumPackSize を超えています。");
      }
    }
    return files;
  }

  private static boolean counts(String name) {
    return !name.startsWith(".") && !name.contains("/.") && !name.contains("~");
  }

  private static String relative(Path folder, Path file) {
    String separator = folder.getFileSystem().getSeparator();
    String name = folder.relativize(file).toString();
    return separator.equals("/") ? name : name.replace(separator, "/");
  }
}
