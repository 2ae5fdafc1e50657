package careplanhub.channel.sftp;

import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.office.SftpChannelSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's manifest and files as one ZIP archive with UTF-8 names: {@value #MANIFEST} first, then
 * the files as they are named, in the sender's order, in no folder. Whoever made it, unpacking
 * writes nowhere and holds no more in memory than the settings say.
 */
final class ParcelContainer {
  /** No file of a parcel can have this name: theirs have no folder. */
  static final String MANIFEST = "META-INF/parcel.json";

  private static final int MANIFEST_BYTES = 64 * 1024;
  private static final int MANIFEST_BYTES_A_FILE = 1024;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final SftpChannelSettings limits;

  ParcelContainer(SftpChannelSettings limits) {
    this.limits = limits;
  }

  /** What was in a container. */
  record Contents(Manifest manifest, List<ParcelFile> files) {
    Contents {
      files = List.copyOf(files);
    }
  }

  /** The archive. */
  static byte[] pack(OutgoingParcel parcel, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, MANIFEST, Manifest.JSON.writeValueAsBytes(manifest(parcel, now)));
      for (ParcelFile file : parcel.files()) {
        add(zip, file.name(), file.content());
      }
    } catch (IOException e) {
      throw new IllegalStateException("A container cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static Manifest manifest(OutgoingParcel parcel, Instant now) {
    return new Manifest(
        Manifest.FORMAT,
        parcel.id(),
        parcel.from().value(),
        parcel.to().value(),
        parcel.message(),
        parcel.files().stream()
            .map(file -> serialOf(file.name()))
            .filter(serial -> !serial.isEmpty())
            .min(String::compareTo)
            .orElse(""),
        parcel.evidenceHead(),
        now,
        parcel.files().stream()
            .map(
                file ->
                    new Manifest.Entry(file.name(), file.content().length, sha256(file.content())))
            .toList());
  }

  private static String serialOf(String name) {
    try {
      return FileName.parse(name).serial().value();
    } catch (FileNameException e) {
      return "";
    }
  }

  /** Reads an archive: its files are those of its manifest, and no more. */
  Contents unpack(byte[] archive) throws ParcelRefusedException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      Manifest manifest = manifest(zip);
      check(manifest, archive.length);
      List<ParcelFile> files = new ArrayList<>();
      for (Manifest.Entry expected : manifest.files()) {
        files.add(file(zip, expected));
      }
      if (zip.getNextEntry() != null) {
        throw new ParcelRefusedException(RefusalCode.FILES, null);
      }
      return new Contents(manifest, files);
    } catch (IOException | IllegalArgumentException e) {
      // a name that is no UTF-8 is met with the latter
      throw new ParcelRefusedException(RefusalCode.CONTAINER, e);
    }
  }

  private Manifest manifest(ZipInputStream zip) throws IOException, ParcelRefusedException {
    @Nullable ZipEntry first = zip.getNextEntry();
    if (first == null || !first.getName().equals(MANIFEST)) {
      throw new ParcelRefusedException(RefusalCode.CONTAINER, null);
    }
    int most = MANIFEST_BYTES + limits.maximumFiles() * MANIFEST_BYTES_A_FILE;
    byte[] json = zip.readNBytes(most + 1);
    if (json.length > most) {
      throw new ParcelRefusedException(RefusalCode.TOO_LARGE, null);
    }
    try {
      int format = Manifest.JSON.readTree(json).path("format").asInt();
      if (format > Manifest.FORMAT) {
        throw new ParcelRefusedException(RefusalCode.FORMAT, null);
      }
      Manifest manifest = Manifest.JSON.readValue(json, Manifest.class);
      if (manifest == null || format != Manifest.FORMAT) {
        throw new ParcelRefusedException(RefusalCode.MANIFEST, null);
      }
      return manifest;
    } catch (JsonProcessingException e) {
      // without its cause, which may quote what it stumbled over
      throw new ParcelRefusedException(RefusalCode.MANIFEST, null);
    }
  }

  private void check(Manifest manifest, long packed) throws ParcelRefusedException {
    if (manifest.files().isEmpty() || manifest.files().size() > limits.maximumFiles()) {
      throw new ParcelRefusedException(RefusalCode.FILES, null);
    }
    long most = Math.min(limits.maximumContentSize().bytes(), packed * limits.maximumRatio());
    Set<String> names = new HashSet<>();
    long total = 0;
    for (Manifest.Entry entry : manifest.files()) {
      if (entry.size() < 0 || !names.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw new ParcelRefusedException(RefusalCode.MANIFEST, null);
      }
      total += Math.min(entry.size(), most + 1);
      if (total > most) {
        throw new ParcelRefusedException(RefusalCode.TOO_LARGE, null);
      }
    }
  }

  private static ParcelFile file(ZipInputStream zip, Manifest.Entry expected)
      throws IOException, ParcelRefusedException {
    @Nullable ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(expected.name())) {
      throw new ParcelRefusedException(RefusalCode.FILES, null);
    }
    // one byte more than it may be, so that a bomb ends here
    byte[] content = zip.readNBytes(Math.toIntExact(expected.size() + 1));
    if (content.length != expected.size() || !sha256(content).equals(expected.sha256())) {
      throw new ParcelRefusedException(RefusalCode.FILES, null);
    }
    try {
      return new ParcelFile(expected.name(), content);
    } catch (IllegalArgumentException e) {
      throw new ParcelRefusedException(RefusalCode.FILES, null);
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
