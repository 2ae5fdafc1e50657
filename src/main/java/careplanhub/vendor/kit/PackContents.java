package careplanhub.vendor.kit;

import careplanhub.office.KitSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What a pack holds, after its signature, its names, its sizes and its hashes have proved right. Of
 * a pack that is not right nothing is given out. Nothing is written.
 *
 * @param manifest what the publisher signed
 * @param publisher the name in the publisher's certificate
 * @param fingerprint SHA-256 of that certificate
 * @param files by their names below the adapter's folder
 */
public record PackContents(
    PackManifest manifest, String publisher, String fingerprint, Map<String, byte[]> files) {
  private static final int MOST_MANIFEST_BYTES = 1_000_000;
  private static final int UNIX_KIND = 0170000;
  private static final int UNIX_FILE = 0100000;
  private static final byte[] CLASS_FILE = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};

  public PackContents {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * Opens a pack.
   *
   * @throws KitException when something of it is not right
   */
  public static PackContents open(byte[] pack, PackTrust trust, KitSettings limits)
      throws KitException {
    if (pack.length > limits.maximumPackSize().bytes()) {
      throw new KitException("パックの大きさが設定 kit.maximumPackSize を超えています。");
    }
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(pack))
            .setMaxNumberOfDisks(1)
            .get()) {
      return new Opening(zip, limits).open(trust);
    } catch (IOException | IllegalArgumentException e) {
      throw new KitException("パック（ZIP）として読めません。途中で壊れていないか、もう一度受け取ってください。");
    }
  }

  /** One pack while it is looked at. */
  private static final class Opening {
    private final ZipFile zip;
    private final KitSettings limits;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long room;

    private Opening(ZipFile zip, KitSettings limits) {
      this.zip = zip;
      this.limits = limits;
      this.room = limits.maximumPackSize().bytes();
    }

    private PackContents open(PackTrust trust) throws KitException, IOException {
      list();
      byte[] plain = read(PackWriter.MANIFEST, MOST_MANIFEST_BYTES);
      PackTrust.Opened opened = trust.open(read(PackWriter.SIGNATURE, MOST_MANIFEST_BYTES));
      if (!Arrays.equals(plain, opened.manifest())) {
        throw new KitException("目録が署名されたものと違います。書き換えられたおそれがあるので、作った人に確かめてください。");
      }
      PackManifest manifest = PackManifest.parse(opened.manifest());
      Map<String, byte[]> files = files(manifest);
      PackManifest actual =
          PackManifest.of(manifest.adapter(), manifest.version(), manifest.title(), files);
      if (!new HashSet<>(actual.files()).equals(new HashSet<>(manifest.files()))
          || !actual.sha256().equals(manifest.sha256())) {
        throw new KitException("中のファイルが目録と違います。書き換えられたおそれがあるので、作った人に確かめてください。");
      }
      return new PackContents(manifest, opened.publisher(), opened.fingerprint(), files);
    }

    /** Each entry is a plain file, and there are neither too many nor two of one name. */
    private void list() throws KitException {
      List<ZipArchiveEntry> all = new ArrayList<>(Collections.list(zip.getEntries()));
      if (all.size() > limits.maximumPackFiles() + 2L) {
        throw new KitException("パックのファイルの数が設定 kit.maximumPackFiles を超えています。");
      }
      PackNames names = new PackNames();
      for (ZipArchiveEntry entry : all) {
        int kind = entry.getUnixMode() & UNIX_KIND;
        boolean plain =
            !entry.isDirectory()
                && (kind == 0 || kind == UNIX_FILE)
                && !entry.getGeneralPurposeBit().usesEncryption();
        if (!plain) {
          throw new KitException("リンクやフォルダなど、ふつうのファイルでないものがパックにあります。作った人に、作り直しを頼んでください。");
        }
        String name = entry.getName();
        if (name.startsWith(PackWriter.FILES)) {
          names.take(name.substring(PackWriter.FILES.length()));
        } else if (!name.equals(PackWriter.MANIFEST) && !name.equals(PackWriter.SIGNATURE)) {
          throw new KitException("目録と adapter フォルダのほかのファイルがパックにあります。作った人に、作り直しを頼んでください。");
        }
        if (entries.put(name, entry) != null) {
          throw new KitException("同じ名前のファイルが 2 つあります。作った人に、作り直しを頼んでください。");
        }
      }
    }

    private Map<String, byte[]> files(PackManifest manifest) throws KitException, IOException {
      Set<String> wanted = new HashSet<>();
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (PackManifest.PackedFile file : manifest.files()) {
        if (wanted.add(file.name())) {
          byte[] bytes = read(PackWriter.FILES + file.name(), file.size());
          refuseCode(bytes);
          files.put(file.name(), bytes);
        }
      }
      if (files.size() + 2 != entries.size()) {
        throw new KitException("目録に無いファイルがパックにあります。書き換えられたおそれがあるので、作った人に確かめてください。");
      }
      return files;
    }

    private byte[] read(String name, long most) throws KitException, IOException {
      ZipArchiveEntry entry = entries.get(name);
      if (entry == null) {
        throw new KitException("パックにあるはずのファイルがありません。途中で壊れていないか、もう一度受け取ってください。");
      }
      long bound = Math.min(Math.min(Math.max(0, most), room), Integer.MAX_VALUE - 16);
      byte[] bytes;
      try (InputStream in = zip.getInputStream(entry)) {
        bytes = in.readNBytes((int) bound + 1);
      }
      boolean swells =
          bytes.length > (long) limits.maximumPackRatio() * Math.max(64, entry.getCompressedSize());
      if (bytes.length > bound || swells) {
        throw new KitException(
            "展開すると大きくなりすぎるパックです（設定 kit.maximumPackSize、kit.maximumPackRatio）。作った人に確かめてください。");
      }
      room -= bytes.length;
      return bytes;
    }
  }

  /** Programs come with the program itself, never in a pack. */
  static void refuseCode(byte[] bytes) throws KitException {
    boolean code =
        bytes.length >= CLASS_FILE.length
            && Arrays.equals(bytes, 0, CLASS_FILE.length, CLASS_FILE, 0, CLASS_FILE.length);
    if (code) {
      throw new KitException("Java のクラスはパックに入れられません。Java のアダプタは、プログラムと一緒に入れます。");
    }
  }
}
