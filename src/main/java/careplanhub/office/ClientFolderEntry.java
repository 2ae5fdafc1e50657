package careplanhub.office;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An office's official client as it is written. */
record ClientFolderEntry(@Nullable String folder, @Nullable String profile) {

  static @Nullable ClientFolder clientFolder(
      @Nullable ClientFolderEntry entry, String officeFolder, YamlDocument document, String pointer)
      throws ConfigurationException {
    if (entry == null) {
      return null;
    }
    String folder =
        entry.folder == null || entry.folder.isBlank()
            ? officeFolder + "/" + ClientFolder.DEFAULT_FOLDER
            : entry.folder.strip();
    if (!isPath(folder)) {
      throw document.error(
          pointer + "/folder", "フォルダーの場所を書いてください（共有は \"//server/share/renkei\" のように。「..」は使えません）。");
    }
    return new ClientFolder(
        folder, entry.profile == null ? ClientFolder.DEFAULT_PROFILE : entry.profile);
  }

  private static boolean isPath(String text) {
    try {
      for (Path part : Path.of(text)) {
        if (part.toString().equals("..")) {
          return false;
        }
      }
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
