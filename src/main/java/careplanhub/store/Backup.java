package careplanhub.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Backups of a hub's folder: ledger, evidence head, vault, keys, configuration and routes, with a
 * list of hashes. Not in it: the offices' folders, whose files are in the vault, and the file with
 * the key password unless it is asked for. A backup and a restored folder appear whole or not at
 * all. The hub may run meanwhile.
 */
public final class Backup {
  private static final String LEDGER = "data/ledger.sqlite";
  private static final String HEAD = "data/evidence.head";
  private static final String VAULT = "data/vault";
  private static final String PASSWORD = "keys/password";
  private static final List<String> FOLDERS = List.of("config", "keys", "routes", VAULT);

  private final FileLayer layer;

  /** How much was copied. */
  public record Copied(long files, long bytes) {}

  public Backup(FileLayer layer) {
    this.layer = layer;
  }

  /**
   * Writes a backup.
   *
   * @param hub the hub's folder
   * @param target a path where nothing is, or an empty folder
   * @param withPassword whether the file with the key password goes along: then whoever has the
   *     backup can read everything
   */
  public Copied write(Path hub, Path target, boolean withPassword) throws IOException {
    if (!Files.isRegularFile(hub.resolve(LEDGER))) {
      throw new BackupException(BackupException.Reason.NO_LEDGER, LEDGER);
    }
    try (NewFolder folder = newFolder(target)) {
      BackupManifest manifest = BackupManifest.empty();
      // The head first and the vault last: a head must not be newer than the ledger it speaks of,
      // and the vault must hold every object the ledger names.
      addIfThere(hub, HEAD, folder, manifest);
      addLedger(hub, folder, manifest);
      for (String name : FOLDERS) {
        addFolder(hub, name, withPassword, folder, manifest);
      }
      folder.write(BackupManifest.NAME, manifest.bytes());
      Checkpoints.reached("backup-filled");
      Copied copied = count(folder.path(), manifest);
      folder.publish();
      return copied;
    }
  }

  /**
   * Puts a backup into a new folder after checking every file of it.
   *
   * @param hub a path where nothing is, or an empty folder
   */
  public Copied restore(Path backup, Path hub) throws IOException {
    BackupManifest manifest = BackupManifest.read(backup);
    try (NewFolder folder = newFolder(hub)) {
      for (Map.Entry<String, String> file : manifest.hashes().entrySet()) {
        Path source = backup.resolve(file.getKey());
        if (!Files.isRegularFile(source)) {
          throw new BackupException(BackupException.Reason.FILE_MISSING, file.getKey());
        }
        if (!folder.copy(source, file.getKey()).equals(file.getValue())) {
          throw new BackupException(BackupException.Reason.FILE_CHANGED, file.getKey());
        }
      }
      Checkpoints.reached("restore-filled");
      Copied copied = count(folder.path(), manifest);
      folder.publish();
      return copied;
    }
  }

  private NewFolder newFolder(Path target) throws IOException {
    try {
      return NewFolder.secret(target, layer);
    } catch (FileAlreadyExistsException e) {
      throw new BackupException(BackupException.Reason.TARGET_NOT_EMPTY, target.toString());
    }
  }

  private void addLedger(Path hub, NewFolder folder, BackupManifest manifest) throws IOException {
    Path copies = Files.createDirectory(folder.path().resolve("copy"));
    DatabaseCopy.copy(hub.resolve(LEDGER), copies.resolve("ledger.sqlite"));
    List<Path> parts;
    try (Stream<Path> found = Files.list(copies)) {
      parts = found.sorted().toList();
    }
    for (Path part : parts) {
      String name = "data/" + part.getFileName();
      manifest.add(name, folder.copy(part, name));
      layer.delete(part);
    }
    layer.delete(copies);
  }

  private static void addFolder(
      Path hub, String name, boolean withPassword, NewFolder folder, BackupManifest manifest)
      throws IOException {
    if (!Files.isDirectory(hub.resolve(name))) {
      return;
    }
    List<Path> found;
    try (Stream<Path> walk = Files.walk(hub.resolve(name))) {
      found = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : found) {
      String relative = hub.relativize(file).toString().replace('\\', '/');
      boolean unfinished = String.valueOf(file.getFileName()).startsWith(".");
      if (!unfinished && (withPassword || !relative.equals(PASSWORD))) {
        addIfThere(hub, relative, folder, manifest);
      }
    }
  }

  /** What is purged or renamed between looking and copying is no part of the backup. */
  private static void addIfThere(Path hub, String name, NewFolder folder, BackupManifest manifest)
      throws IOException {
    Path source = hub.resolve(name);
    if (!Files.exists(source)) {
      return;
    }
    try {
      manifest.add(name, folder.copy(source, name));
    } catch (NoSuchFileException gone) {
      Files.deleteIfExists(folder.path().resolve(name));
    }
  }

  private static Copied count(Path folder, BackupManifest manifest) throws IOException {
    long bytes = 0;
    for (String name : manifest.hashes().keySet()) {
      bytes += Files.size(folder.resolve(name));
    }
    return new Copied(manifest.hashes().size(), bytes);
  }
}
