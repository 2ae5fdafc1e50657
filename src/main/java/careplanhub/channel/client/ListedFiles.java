package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.Standard;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lists and checklists say of a file, as the official client does. */
final class ListedFiles {
  private ListedFiles() {}

  /** A file that is sent: the service type is the addressee's. */
  static EntryFile sent(String name, byte[] content) {
    Optional<FileName> parsed = parse(name);
    return entry(name, parsed, parsed.map(FileName::toType).orElse(null), content);
  }

  /** A file that was received: the service type is the sender's. */
  static EntryFile received(String name, byte[] content) {
    Optional<FileName> parsed = parse(name);
    return entry(name, parsed, parsed.map(FileName::fromType).orElse(null), content);
  }

  static Optional<FileName> parse(String name) {
    try {
      return Optional.of(FileName.parse(name));
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256", e);
    }
  }

  private static EntryFile entry(
      String name, Optional<FileName> parsed, @Nullable ServiceTypeCode type, byte[] content) {
    String version =
        parsed.filter(file -> !file.isImage()).map(file -> file.version().csvVersion()).orElse("");
    return new EntryFile(
        name,
        parsed.map(file -> file.fileKind().use().japanese()).orElseGet(() -> foreign(name)),
        version,
        type == null ? "" : named(type),
        content.length,
        sha256(content));
  }

  private static String foreign(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".pdf")) {
      return "PDF";
    }
    return lower.endsWith(".jpg") || lower.endsWith(".jpeg") ? "画像" : "その他";
  }

  private static String named(ServiceTypeCode type) {
    return type
        + ": "
        + Standard.data().serviceType(type.value()).map(known -> known.name()).orElse("不明");
  }
}
