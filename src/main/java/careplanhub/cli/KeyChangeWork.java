package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.HubFolder;
import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.office.KeySettings;
import careplanhub.security.KeyFolder;
import careplanhub.security.KeyJournal;
import careplanhub.security.OfficeKeyChanges;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the commands that change offices' keys have in common. In a hub's folder each change becomes
 * evidence; elsewhere there is none to write.
 */
abstract class KeyChangeWork extends KeyWork {
  /** Work on the keys of a folder. */
  @FunctionalInterface
  interface Work {
    int on(OfficeKeyChanges changes, PrintWriter out) throws IOException;
  }

  /** The hub's folder that a folder of keys belongs to, or the folder itself. */
  static HubFolder hubOf(KeyFolder keys) {
    Path absolute = keys.directory().toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return new HubFolder(parent == null ? absolute : parent);
  }

  static KeySettings settings(KeyFolder keys) throws IOException {
    try {
      return HubSettings.read(hubOf(keys).settings()).keys();
    } catch (ConfigurationException e) {
      throw new IOException(e);
    }
  }

  final int change(KeyFolder keys, PrintWriter out, Work work) throws IOException {
    if (!Files.isDirectory(keys.directory())) {
      return refuse("フォルダがありません: " + keys.directory());
    }
    HubFolder hub = hubOf(keys);
    if (!Files.exists(keys.hub())) {
      return work.on(changes(keys, KeyJournal.none()), out);
    }
    try (Books books = Books.open(hub, Clock.systemUTC())) {
      return work.on(changes(keys, books.keyChanges("person:command-line")), out);
    }
  }

  private OfficeKeyChanges changes(KeyFolder keys, KeyJournal journal) throws IOException {
    return new OfficeKeyChanges(
        keys,
        keys.password(System.getenv()),
        this::write,
        journal,
        settings(keys).maximumKeysPerOffice(),
        Clock.systemUTC());
  }
}
