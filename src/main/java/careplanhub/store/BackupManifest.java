package careplanhub.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of a backup's files and their hashes, as {@code sha256sum -c} reads it. */
final class BackupManifest {
  static final String NAME = "manifest.sha256";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\].*)");
  private static final long MOST_BYTES = 1L << 30;

  private final SortedMap<String, String> hashes;

  private BackupManifest(SortedMap<String, String> hashes) {
    this.hashes = hashes;
  }

  static BackupManifest empty() {
    return new BackupManifest(new TreeMap<>());
  }

  /** Reads the list; a name that leads out of the backup makes it no list. */
  static BackupManifest read(Path backup) throws IOException {
    Path file = backup.resolve(NAME);
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new BackupException(BackupException.Reason.NO_MANIFEST, NAME);
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || !staysInside(backup, parts.group(2))) {
        throw new BackupException(BackupException.Reason.NO_MANIFEST, NAME);
      }
      hashes.put(parts.group(2), parts.group(1));
    }
    if (hashes.isEmpty()) {
      throw new BackupException(BackupException.Reason.NO_MANIFEST, NAME);
    }
    return new BackupManifest(hashes);
  }

  void add(String name, String hash) {
    hashes.put(name, hash);
  }

  /** Relative names with "/" between folders, each with its SHA-256. */
  SortedMap<String, String> hashes() {
    return hashes;
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean staysInside(Path backup, String name) {
    Path inside = backup.toAbsolutePath().normalize();
    return inside.resolve(name).normalize().startsWith(inside);
  }
}
