package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.VendorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of an adapter that change what it does, as they stood at one moment: what is hashed is
 * what is loaded. Immutable; the arrays are not to be changed.
 */
public final class AdapterFolder {
  /** The file that makes a folder an adapter. */
  public static final String MAPPING = "adapter.yaml";

  private static final long MOST = 1_000_000_000;

  private final String place;
  private final String name;
  private final FileLimits limits;
  private final SortedMap<String, byte[]> files;
  private final String sha256;

  private AdapterFolder(
      String place, String name, FileLimits limits, SortedMap<String, byte[]> files) {
    this.place = place;
    this.name = name;
    this.limits = limits;
    this.files = Collections.unmodifiableSortedMap(files);
    this.sha256 = AdapterHash.of(files);
  }

  /**
   * Reads the files that count.
   *
   * @param folder {@code config/vendors/<name>}
   * @throws ConfigurationException when there are more, or greater ones, than the settings allow
   */
  public static AdapterFolder read(Path folder, VendorSettings limits)
      throws ConfigurationException, IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    long size = 0;
    for (Path file : found(folder, limits)) {
      String relative = relative(folder, file);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes((int) Math.min(limits.maximumAdapterSize().bytes() + 1, MOST));
        size += bytes.length;
        files.put(relative, bytes);
      }
      if (size > limits.maximumAdapterSize().bytes()) {
        throw tooMuch(folder, "大きさが設定 vendors.maximumAdapterSize を超えています。");
      }
    }
    return new AdapterFolder(
        folder.resolve(MAPPING).toString(),
        String.valueOf(folder.getFileName()),
        new FileLimits(FileLimits.defaults().unpacked(), limits.maximumWorkbookParts()),
        files);
  }

  private static List<Path> found(Path folder, VendorSettings limits)
      throws ConfigurationException, IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found =
          all.filter(file -> AdapterHash.counts(relative(folder, file)))
              .filter(Files::isRegularFile)
              .limit(limits.maximumAdapterFiles() + 1L)
              .toList();
    }
    if (found.size() > limits.maximumAdapterFiles()) {
      throw tooMuch(folder, "ファイルの数が設定 vendors.maximumAdapterFiles を超えています。");
    }
    for (Path file : found) {
      String name = relative(folder, file);
      if (name.chars().anyMatch(letter -> letter < ' ' || letter == '\\')) {
        throw tooMuch(folder, "名前に改行や「\\」のあるファイルは置けません。");
      }
    }
    return found;
  }

  private static ConfigurationException tooMuch(Path folder, String message) {
    return new ConfigurationException(folder.toString(), null, null, message);
  }

  private static String relative(Path folder, Path file) {
    String separator = folder.getFileSystem().getSeparator();
    String name = folder.relativize(file).toString();
    return separator.equals("/") ? name : name.replace(separator, "/");
  }

  /** The folder's own name, which is the adapter's. */
  public String name() {
    return name;
  }

  /** See {@link AdapterHash}. */
  public String sha256() {
    return sha256;
  }

  /** The files by their names below the folder. */
  public Map<String, byte[]> files() {
    return files;
  }

  /**
   * The adapter that the files say.
   *
   * @throws ConfigurationException with file and line, when they say none that works
   */
  public Adapter adapter() throws ConfigurationException {
    byte[] mapping = files.get(MAPPING);
    if (mapping == null) {
      throw new ConfigurationException(place, null, null, "ファイルがありません。");
    }
    Adapter adapter = Adapter.parse(place, mapping, FolderTables.of(files), limits, sha256);
    if (!adapter.name().equals(name)) {
      throw new ConfigurationException(place, null, "adapter", "フォルダの名前（" + name + "）と同じにしてください。");
    }
    return adapter;
  }

  @Override
  public String toString() {
    return "AdapterFolder[" + name + "]";
  }
}
