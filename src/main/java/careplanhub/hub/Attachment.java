package careplanhub.hub;

import careplanhub.ledger.OutgoingUnit;
import careplanhub.store.Vault;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How staff put attachments into an outbox: {@code 添付/9910000029 any words/file}. The ten digits
 * say to whom the folder goes.
 */
final class Attachment {
  /** The folder in an outbox. */
  static final String FOLDER = "添付";

  private static final Pattern ADDRESSED = Pattern.compile("^([0-9]{10})(?![0-9]).*");
  private static final int FOLDER_HASH = 40;

  private Attachment() {}

  /** The file's place from the outbox on, with "/" between. */
  static String nameOf(Path outbox, Path file) {
    StringBuilder name = new StringBuilder();
    outbox.relativize(file).forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
    return name.toString();
  }

  /** The key of the unit that the files of one folder make. */
  static String unitKey(Vault vault, String name) {
    String[] parts = name.split("/", -1);
    String folder = parts.length > 2 ? parts[1] : "";
    Matcher addressed = ADDRESSED.matcher(Normalizer.normalize(folder, Normalizer.Form.NFKC));
    String index = vault.index("name", folder);
    return OutgoingUnit.attachmentsKey(
        addressed.matches() ? addressed.group(1) : "",
        index.substring(0, Math.min(FOLDER_HASH, index.length())));
  }

  /** The file's own name. */
  static String fileName(String name) {
    return Normalizer.normalize(name.substring(name.lastIndexOf('/') + 1), Normalizer.Form.NFC);
  }

  static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What Windows and other systems put into folders by themselves. */
  static boolean isNoise(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.startsWith(".") || lower.equals("thumbs.db") || lower.equals("desktop.ini");
  }
}
